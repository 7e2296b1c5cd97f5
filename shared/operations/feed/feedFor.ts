import { type Draft, openDraft } from '../authority/draft.ts'
import type { CommitRecord, EntryRecord, VisibilityEffect } from '../authority/records.ts'
import type { Lookups, Needs } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import { decodeCommitBody } from '../commitDecode.ts'
import { controlScope } from '../control/controlOperation.ts'
import type { Mandate } from '../rights/mandate.ts'
import { mayRead } from '../rights/mayRead.ts'
import { boundMembers, recusedFrom } from '../rights/recusedFrom.ts'
import { scopeOf } from '../scopes/scopeOf.ts'
import type { FedEntry, Feed, Grant } from './feed.ts'
import { grantOfDossier, readableRows } from './grantOfDossier.ts'
import { readableRow, readsWholeSession } from './readableRow.ts'
import { withheldBody } from './withheldBody.ts'

/** Who asks: proven by the caller, never by a payload. */
export interface FeedReader {
  readonly user: string
}

/**
 * [SY3, SY4] The log after `fromG` for one reader, at most `limit` entries. Every receipt; a body only when he may read its
 * scope by what holds now, at the head, so that a right taken away further on already counts. Whatever may have changed his
 * sight in this stretch is looked at again: given anew, or purged.
 */
export function feedFor(view: Lookups, reader: FeedReader, fromG: number, limit: number): Feed | Needs {
  const rows = openDraft(view)
  const head = rows.row('log', 'log')
  const mandates = rows.row('mandates', reader.user)?.list ?? []
  const headG = head?.g ?? 0
  const upToG = Math.min(headG, fromG + Math.max(1, limit))
  const records: EntryRecord[] = []
  for (let g = fromG + 1; g <= upToG; g++) {
    const record = rows.row('entry', String(g))
    if (record !== null) records.push(record)
  }
  const entries = records.map((record) => fedEntry(rows, reader, mandates, record))
  const people = records.some(
    ({ entry }) => entry.verdict === 'ok' && changesPeople(rows.row('commit', entry.cid)),
  )
  const sight = changedSight(
    rows,
    reader,
    mandates,
    records.flatMap(({ effects }) => effects),
  )
  const grants = [...sight.grants, ...inPlaceOfBodies(rows, mandates, records)]
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  const { log = '', epoch = 0 } = head ?? {}
  return { log, epoch, fromG, upToG, headG, entries, people, mandates, ...sight, grants }
}

function fedEntry(
  rows: Draft,
  reader: FeedReader,
  mandates: readonly Mandate[],
  { entry }: EntryRecord,
): FedEntry {
  const record = rows.row('commit', entry.cid)
  const isShown =
    record !== null &&
    !record.erased &&
    record.ruling?.g === entry.g &&
    (entry.verdict === 'ok'
      ? mayRead(mandates, record.scope, rows) && withheldBody(rows, mandates, record).length === 0
      : readsRefused(rows, reader, mandates, record))
  return { entry, commit: isShown ? copyOf(record.commit) : null }
}

/** A lease names no one who was not there. */
function changesPeople(record: CommitRecord | null): boolean {
  if (record?.scope !== controlScope) return false
  const body = decodeCommitBody(record.commit.body)
  return !body.ok || !body.value.ops.every(({ e }) => e.startsWith('lease/'))
}

/** A refused commit is only as good as what it claims: every operation must be readable by its own place. */
function readsRefused(
  rows: Draft,
  reader: FeedReader,
  mandates: readonly Mandate[],
  record: CommitRecord,
): boolean {
  const isAuthor = record.usr === reader.user
  const isRoom = mandates.some(({ role, ended }) => !ended && (role === 'secretariat' || role === 'chair'))
  if (!isAuthor && !isRoom) return false
  const body = decodeCommitBody(record.commit.body)
  if (!body.ok || !mayRead(mandates, record.scope, rows)) return false
  if (withheldBody(rows, mandates, record).length > 0) return false
  return body.value.ops.every(({ k, e, d }) => {
    const scope = scopeOf({ kind: k, entity: e, data: d }, rows)
    return scope === null ? isAuthor : mayRead(mandates, scope, rows)
  })
}

/** Who cannot fold what was dropped [SY28], or is not for him [SY54], gets what it left, as he may see it. */
function inPlaceOfBodies(
  rows: Draft,
  mandates: readonly Mandate[],
  records: readonly EntryRecord[],
): readonly Grant[] {
  const withheld = new Set<string>()
  const erased = records.flatMap(({ entry: { cid, verdict } }): readonly Grant[] => {
    const record = verdict === 'ok' ? rows.row('commit', cid) : null
    if (record === null) return []
    if (!record.erased) for (const entity of withheldBody(rows, mandates, record)) withheld.add(entity)
    const entities = record.erased ? rows.row('erasure', cid)?.entities : []
    const given = readableRows(rows, mandates, entities ?? [])
    return given.length === 0 ? [] : [{ root: `erased/${cid}`, rows: given }]
  })
  const given = readableRows(rows, mandates, withheld)
  return [...erased, ...given.map((row) => ({ root: row.entity, rows: [row] }))]
}

interface ChangedSight extends Pick<Feed, 'anew' | 'grants' | 'purges' | 'erased'> {}

function changedSight(
  rows: Draft,
  reader: FeedReader,
  mandates: readonly Mandate[],
  effects: readonly VisibilityEffect[],
): ChangedSight {
  const persons = boundMembers(mandates)
  const grants = new Map<string, Grant>()
  const purges = new Set<string>()
  const erased = new Set<string>()
  let anew = false
  for (const effect of effects) {
    if ('user' in effect) anew ||= effect.user === reader.user
    else if ('erased' in effect) for (const cid of effect.erased) erased.add(cid)
    else if ('session' in effect) {
      if (readsWholeSession(rows, mandates, effect.session)) continue
      const row = readableRow(rows, mandates, `session/${effect.session}`)
      if (row !== null) grants.set(row.entity, { root: row.entity, rows: [row] })
    } else {
      const { dossier, member } = effect
      // Who is nobody's member is recused from nothing and sees marks before the reveal or never.
      if (member === null ? persons.length === 0 : !persons.includes(member)) continue
      if (persons.some((person) => recusedFrom(person, dossier, rows))) purges.add(dossier)
      else if (mayRead(mandates, `dossier/${dossier}`, rows))
        grants.set(`dossier/${dossier}`, grantOfDossier(rows, mandates, dossier))
    }
  }
  return { anew, grants: [...grants.values()], purges: [...purges].sort(), erased: [...erased].sort() }
}

/** Without anything but the four byte strings. */
const copyOf = ({ header, body, signature, id }: SignedCommit): SignedCommit => ({
  header,
  body,
  signature,
  id,
})
