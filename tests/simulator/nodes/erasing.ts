import type { Act } from '../meeting/act.ts'
import { candidatureId, dossierId } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import { control } from './controlOperationsOf.ts'
import { type Copy, operationsOf } from './copy.ts'

/**
 * [SY28] Who keeps the files of the committee orders that some of what was written of a dossier be erased, as he finds it in
 * his copy. Null where there is nothing.
 */
export function erasureOf(
  act: Extract<Act, { kind: 'erase' }>,
  { store, person, head }: Copy,
  dossierCount: number,
): NewOperation | null {
  if (person.role !== 'secretariat') return null
  const n = (act.dossier % dossierCount) + 1
  const found = [...store.scan('commit')]
    .flatMap(([cid, { commit, erased, ruling }]) => {
      const operations = erased || ruling === null ? [] : operationsOf(commit)
      const isMeant = operations.every(({ k, e }) =>
        act.papers ? k === 'document.issue@2' : erasable.has(k) && isOf(e, n),
      )
      return operations.length > 0 && isMeant ? [cid] : []
    })
    .sort()
  const commits = Array.from(
    { length: Math.min(found.length, 1 + (act.count % 3)) },
    (_, index) => found[(act.first + index) % found.length] ?? '',
  )
  return commits.length === 0
    ? null
    : control('erasure.order@1', `erasure/${head.dev}-${head.seq + 1}`, { commits, reason: 'demande' })
}

const isOf = (entity: string, n: number): boolean => {
  const [kind, id] = entity.split('/')
  return id === (kind === 'dossier' ? dossierId(n) : candidatureId(n))
}

/** What people wrote in words. Who is there, who is recused and what was decided is read again by the oracles. */
const erasable: ReadonlySet<string> = new Set([
  'sheet.mark@1',
  'dossier.change@1',
  'candidature.change@1',
  'document.issue@2',
])
