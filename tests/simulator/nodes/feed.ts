import type { VisibilityEffect } from '#shared/operations/authority/records.ts'
import { dossierIn, mayRead } from '#shared/operations/rights/mayRead.ts'
import type { Again, FeedItem } from './message.ts'
import type { RowStore } from './rowStore.ts'

/** What a device is given of a log after a position: every receipt, the bodies that its user may read now [SY3]. */
export function feedItems(
  store: RowStore,
  device: string,
  after: number,
  limit: number,
): readonly FeedItem[] {
  const head = store.row('log', 'log')?.g ?? 0
  const items: FeedItem[] = []
  for (let g = after + 1; g <= Math.min(head, after + limit); g++) {
    const row = store.row('entry', String(g))
    if (row !== null) items.push({ entry: row.entry, commit: readableCommit(store, device, row.entry.cid) })
  }
  return items
}

/** [SY4] Entries up to `after` that are to be looked at again because of what happened since, with what holds now. */
export function feedAgain(store: RowStore, device: string, after: number, upTo: number): readonly Again[] {
  const user = store.row('device', device)?.user
  const effects: VisibilityEffect[] = []
  for (let g = after + 1; g <= upTo; g++) effects.push(...(store.row('entry', String(g))?.effects ?? []))
  if (effects.length === 0) return []
  const again: Again[] = []
  for (let g = 1; g <= after; g++) {
    const cid = store.row('entry', String(g))?.entry.cid ?? ''
    const scope = store.row('commit', cid)?.scope ?? ''
    if (effects.some((effect) => touches(effect, user, scope, cid)))
      again.push({ g, commit: readableCommit(store, device, cid) })
  }
  return again
}

function touches(effect: VisibilityEffect, user: string | undefined, scope: string, cid: string): boolean {
  if ('user' in effect) return effect.user === user
  if ('dossier' in effect) return dossierIn(scope) === effect.dossier
  if ('session' in effect) return scope.startsWith(`session/${effect.session}`)
  return effect.erased.includes(cid)
}

function readableCommit(store: RowStore, device: string, cid: string): FeedItem['commit'] {
  const record = store.row('commit', cid)
  const user = store.row('device', device)?.user
  if (record === null || user === undefined) return null
  const mandates = store.row('mandates', user)?.list ?? []
  return mayRead(mandates, record.scope, store) ? record.commit : null
}
