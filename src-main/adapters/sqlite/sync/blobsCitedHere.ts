import type { Database } from 'better-sqlite3'
import { isWithheld } from '#shared/domain/session/withheldItem.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import { isAnsweredByCentre } from '#shared/operations/replica/records.ts'
import { aggregateTables } from '../store/aggregateTables.ts'
import { hubSpacesOf } from './hubSpaces.ts'
import type { SpaceRows } from './spaceRows.ts'

/**
 * What the bodies that this file holds cite: those it was given, its own, those of the rooms that it orders, those that it wrote
 * alone. Each is looked at: asked only when something is about to go.
 * @param without entities whose citations count no more, except in what the centre did not answer yet
 */
export function citedByBodies(
  database: Database,
  copy: SpaceRows,
  without: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const cited = new Set<string>()
  const take = (body: Uint8Array, besides: ReadonlySet<string>): void => {
    for (const sha256 of citedByBody(body, besides)) cited.add(sha256)
  }
  for (const [, own] of copy.scan('own'))
    take(own.commit.body, isAnsweredByCentre(own) ? without : new Set<string>())
  for (const rows of [copy, ...hubSpacesOf(database).map((hub) => hub.rows)])
    for (const [, { commit }] of rows.scan('commit')) take(commit.body, without)
  const alone = database.prepare<[], Buffer>('SELECT body FROM commits WHERE length(body) > 0').pluck()
  for (const body of alone.iterate()) take(body, without)
  return cited
}

/** What one body cites; nothing of one that was dropped. */
export function citedByBody(body: Uint8Array, without: ReadonlySet<string> = new Set()): readonly string[] {
  // Nearly none cites anything: a look at its bytes spares reading it.
  if (!digestText.test(Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1'))) return []
  const read = decodeCommitBody(body)
  const operations = read.ok ? read.value.ops : []
  return operations.flatMap((operation) => (without.has(operation.e) ? [] : blobsCitedBy(operation)))
}

/** What the confirmed states of the copy cite. */
export function citedByStates(
  database: Database,
  copy: SpaceRows,
  isCounted: (entity: string) => boolean,
): ReadonlySet<string> {
  const cited = new Set<string>()
  for (const [entity, state] of citingStates(database, copy))
    if (isCounted(entity)) for (const sha256 of blobsCitedBy({ e: entity, d: state })) cited.add(sha256)
  return cited
}

/** [BL13] The sessions of which a point is withheld from this person, and their papers of the whole: what they cite is not for him. */
export function withheldEntities(database: Database, copy: SpaceRows): ReadonlySet<string> {
  const found = new Set<string>()
  const papers: { readonly entity: string; readonly session: string }[] = []
  for (const [entity, state] of citingStates(database, copy)) {
    if (tellsWithheld(entity, state)) found.add(entity)
    if (!entity.startsWith('document/')) continue
    const { candidatureId, sessionId } = state as unknown as DocumentIssue
    if (candidatureId === null && sessionId !== null) papers.push({ entity, session: `session/${sessionId}` })
  }
  for (const { entity, session } of papers) if (found.has(session)) found.add(entity)
  return found
}

/** Whether it is a session that was given without some of its points. */
export function tellsWithheld(entity: string, state: unknown): boolean {
  const isSession = entity.startsWith('session/') && state !== null
  return isSession && (state as { agenda: Parameters<typeof isWithheld>[0][] }).agenda.some(isWithheld)
}

/** The aggregates of the copy that may cite something, without a look at the thousands that cannot. */
function* citingStates(database: Database, copy: SpaceRows): Generator<readonly [string, Json]> {
  const ofCopy = "SELECT key FROM sync_rows WHERE space = 'copy' AND tab = 'aggregate'"
  const next = database.prepare<[string], string>(`${ofCopy} AND key >= ? ORDER BY key LIMIT 1`).pluck()
  const between = database.prepare<[string, string], string>(`${ofCopy} AND key >= ? AND key < ?`).pluck()
  for (let name = next.get(''); name !== undefined; ) {
    const kind = name.slice(0, name.indexOf('/'))
    // What sorts behind every name of this kind: « 0 » follows « / ».
    const end = `${kind}0`
    if (citingKinds.includes(kind) || !Object.hasOwn(aggregateTables, kind))
      for (const entity of between.all(name, end)) {
        const state = copy.row('aggregate', entity)?.state ?? null
        if (state !== null) yield [entity, state as unknown as Json]
      }
    name = next.get(end)
  }
}

const citingKinds = ['session', 'document', 'template']
const digestText = /"[0-9a-f]{64}"/
