import type { Draft } from '../authority/draft.ts'
import { scenariosOf } from '../feed/grantOfDossier.ts'
import { seenWithout } from '../feed/seenWithout.ts'
import { isAnsweredByCentre, ownKey } from './records.ts'
import { dropAggregate } from './takeRows.ts'

/**
 * [SY4, SY54] Drops everything that this copy holds of a dossier: states, bodies, what sessions and scenarios say of it, who
 * marked it, and the bodies of its own settled commits on it. What is still to be sent stays until it is. Answers the entities that changed.
 */
export function purgeDossier(rows: Draft, dossier: string, log: string, g: number): readonly string[] {
  const entities = heldOfDossier(rows, dossier)
  for (const entity of entities.dossier) dropAggregate(rows, entity)
  for (const cid of rows.row('bodiesOf', dossier)?.cids ?? []) dropBody(rows, cid)
  rows.put('bodiesOf', dossier, null)
  rows.put('purged', dossier, { log, g })
  for (const entity of entities.besides) {
    const held = rows.row('aggregate', entity)
    if (held === null || held.state === null) continue
    const state = seenWithout(entity, held.state, (each) => rows.row('purged', each) !== null, rows)
    rows.put('aggregate', entity, { ...held, state })
    // Its history told more than this copy may hold.
    rows.put('base', entity, { ...held, state })
  }
  for (const candidature of rows.row('index', `candidatures/${dossier}`)?.ids ?? []) {
    for (const list of ['sheets', 'documents', 'sessions']) rows.put('index', `${list}/${candidature}`, null)
    rows.put('revealed', candidature, null)
  }
  return [...entities.dossier, ...entities.besides]
}

/** What this copy lists of a dossier: its own aggregates, and the sessions and scenarios that speak of it. */
export function heldOfDossier(
  rows: Pick<Draft, 'row'>,
  dossier: string,
): { readonly dossier: readonly string[]; readonly besides: readonly string[] } {
  const ids = (key: string): readonly string[] => rows.row('index', key)?.ids ?? []
  const candidatures = ids(`candidatures/${dossier}`)
  return {
    dossier: [
      `dossier/${dossier}`,
      ...candidatures.flatMap((candidature) => [
        `candidature/${candidature}`,
        ...ids(`sheets/${candidature}`).map((evaluator) => `sheet/${candidature}/${evaluator}`),
        `instruction/${candidature}`,
        ...ids(`documents/${candidature}`).map((document) => `document/${document}`),
      ]),
    ],
    besides: [
      ...[...new Set(candidatures.flatMap((candidature) => ids(`sessions/${candidature}`)))].map(
        (session) => `session/${session}`,
      ),
      ...scenariosOf(rows, candidatures),
    ],
  }
}

/**
 * The body goes, its header, signature and receipt stay. [SY66] Of an own commit only once the centre answered it: what a room
 * alone answered may be on no other machine any more.
 */
export function dropBody(rows: Draft, cid: string): void {
  const record = rows.row('commit', cid)
  if (record !== null) {
    const commit = { ...record.commit, body: new Uint8Array(0) }
    rows.put('commit', cid, { ...record, commit, erased: true })
  }
  const place = rows.row('ownSeq', cid)
  const own = place && rows.row('own', ownKey(place))
  if (place !== null && own !== null && isAnsweredByCentre(own))
    rows.put('own', ownKey(place), { ...own, commit: { ...own.commit, body: new Uint8Array(0) } })
}
