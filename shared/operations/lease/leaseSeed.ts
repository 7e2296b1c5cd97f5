import { type Draft, openDraft } from '../authority/draft.ts'
import type { RowStore } from '../authority/memoryRows.ts'
import type { RowChange, Rows, Table } from '../authority/rows.ts'
import { reunitedWith } from '../rights/recusedFrom.ts'
import {
  bucketsOfSession,
  dossiersOfCall,
  freeRootsBeside,
  scenariosOfCall,
  sessionsOfCall,
} from './aroundSession.ts'
import type { Lease } from './lease.ts'
import { leaseLog } from './lease.ts'

/**
 * [SY18] The rows from which a hub orders its lease: rights and devices with the heads of their chains, the committee, the
 * session and its dossiers with what they derive and their history, the rest of the call as it is, and an empty log of its own. Read from the store of the
 * centre within one reading, or from the copy of a device that may be a hub when the lease is of an emergency.
 */
export function leaseSeed(store: Pick<RowStore, 'row' | 'scan'>, lease: Lease): readonly RowChange[] {
  const rows = openDraft(store)
  const seed = new Map<string, RowChange>()
  const take = <T extends Table>(table: T, key: string): Rows[T] | null => {
    const row = rows.row(table, key)
    if (row !== null) seed.set(`${table} ${key}`, { table, key, row } as RowChange)
    return row
  }
  for (const table of ['user', 'device', 'mandates', 'mandateOf', 'chain'] as const)
    for (const [key] of store.scan(table)) take(table, key)
  for (const [kind, index] of committeeIndexes)
    for (const id of take('index', index)?.ids ?? []) takeAggregate(`${kind}/${id}`)
  for (const id of take('index', 'grids')?.ids ?? []) take('index', `filed/${id}`)
  takeAggregate(`session/${lease.session}`)
  for (const dossier of lease.dossiers) takeDossier(dossier, takeAggregate)
  // The ranking, the money and the minutes are of the whole call [SY13]. What is not ordered here comes as it is.
  const asItIs = (entity: string): unknown => take('aggregate', entity)
  take('index', 'sessions')
  take('index', 'scenarios')
  for (const entity of sessionsOfCall(rows, lease.session)) asItIs(entity)
  for (const entity of scenariosOfCall(rows, lease.session)) takeAggregate(entity)
  for (const dossier of dossiersOfCall(rows, lease.session))
    if (!lease.dossiers.includes(dossier)) takeDossier(dossier, asItIs)
  for (const bucket of bucketsOfSession(rows, lease.session)) take('index', bucket)
  const log = leaseLog(lease.id)
  seed.set('lease', { table: 'lease', key: lease.id, row: { ...lease, standing: 'open' } })
  const beside = take('index', `beside/${lease.id}`)?.ids ?? freeRootsBeside(rows, lease.session)
  seed.set('beside', { table: 'index', key: `beside/${lease.id}`, row: { ids: beside } })
  for (const root of [`session/${lease.session}`, ...lease.dossiers.map((id) => `dossier/${id}`), ...beside])
    seed.set(`leased ${root}`, { table: 'leased', key: root, row: { lease: lease.id, log } })
  const centre = rows.row('log', 'log') ?? followedPlace(rows)
  if (centre !== null)
    seed.set('basis', {
      table: 'basis',
      key: 'log',
      row: { log: centre.log, epoch: centre.epoch, g: centre.g },
    })
  seed.set('log', { table: 'log', key: 'log', row: { log, epoch: 0, g: 0, r: new Uint8Array(32) } })
  return [...seed.values()]

  function takeDossier(dossier: string, takeState: (entity: string) => unknown): void {
    takeState(`dossier/${dossier}`)
    take('frozen', `dossier/${dossier}`)
    for (const each of reunitedWith(dossier, rows)) takeReunited(rows, take, each)
    for (const candidature of take('index', `candidatures/${dossier}`)?.ids ?? []) {
      takeState(`candidature/${candidature}`)
      take('frozen', `candidature/${candidature}`)
      take('revealed', candidature)
      take('index', `sessions/${candidature}`)
      for (const evaluator of take('index', `sheets/${candidature}`)?.ids ?? [])
        takeState(`sheet/${candidature}/${evaluator}`)
      for (const member of take('index', `recusals/${candidature}`)?.ids ?? [])
        takeState(`recusal/${candidature}/${member}`)
    }
  }

  /** With the commits that made it: an undo in the room goes back as far as one at the centre. */
  function takeAggregate(entity: string): void {
    const aggregate = take('aggregate', entity)
    const first = take('base', entity)?.version ?? 0
    for (let version = first + 1; version <= (aggregate?.version ?? 0); version++) {
      const made = take('made', `${entity}@${version}`)
      if (made !== null) take('commit', made.cid)
    }
  }
}

/** Where the copy of a device stands that opens an emergency lease. */
function followedPlace(rows: Draft): Rows['basis'] | null {
  const followed = rows.row('followed', 'follow')
  return followed && rows.row('cursor', followed.log)
}

/** What recusals need of a dossier that is reunited with one of the lease, and of that one. */
function takeReunited(
  rows: Draft,
  take: <T extends Table>(table: T, key: string) => Rows[T] | null,
  dossier: string,
): void {
  take('reunion', dossier)
  for (const candidature of rows.row('index', `candidatures/${dossier}`)?.ids ?? []) {
    take('placement', candidature)
    for (const member of rows.row('index', `recusals/${candidature}`)?.ids ?? [])
      take('recusal', `${dossier}/${member}`)
  }
}

const committeeIndexes = [
  ['committee', 'committee'],
  ['member', 'members'],
  ['call', 'calls'],
  ['grid', 'grids'],
] as const
