import type { ReadCommit } from '../chain.ts'
import type { CommittedOperation } from '../commit.ts'
import { dossierIn } from '../rights/mayRead.ts'
import { pairOf } from '../scopes/scopeOf.ts'
import type { RowKey, Table } from './rows.ts'

/**
 * The rows that receiving this commit will probably ask for, from what it says of itself: its author, its chain, and what its
 * operations touch where its scope says that they lie. A guess, which decides nothing: what is missing is asked for later,
 * what is too much was loaded in vain.
 */
export function likelyRows({ header, body }: ReadCommit): readonly RowKey[] {
  const { dev, usr, base, scope } = header
  const read = body()
  const dossier = dossierIn(scope)
  const keys: RowKey[] = [
    row('device', dev),
    row('chain', dev),
    row('waiting', dev),
    row('mandates', usr),
    row('log', 'log'),
    row('index', 'leases'),
    ...(base === null || base.g === 0 ? [] : [row('entry', String(base.g))]),
    ...(dossier === null ? [] : [row('leased', `dossier/${dossier}`), row('reunion', dossier)]),
    ...(read.ok ? read.value.ops.flatMap((operation) => ofOperation(operation, dossier)) : []),
  ]
  return keys
}

function ofOperation({ e, d }: CommittedOperation, dossier: string | null): readonly RowKey[] {
  const slash = e.indexOf('/')
  const id = e.slice(slash + 1)
  const own = row('aggregate', e)
  switch (e.slice(0, slash)) {
    case 'sheet': {
      const { candidature, person } = pairOf(id)
      const grid = (d as { readonly gridId?: unknown } | null)?.gridId
      return [
        own,
        ...ofCandidature(candidature),
        row('index', `sheets/${candidature}`),
        ...(dossier === null ? [] : [row('recusal', `${dossier}/${person}`)]),
        ...(typeof grid === 'string' ? [row('aggregate', `grid/${grid}`)] : []),
      ]
    }
    case 'recusal': {
      const { candidature } = pairOf(id)
      return [own, ...ofCandidature(candidature), row('index', `recusals/${candidature}`)]
    }
    case 'candidature':
      return [own, row('placement', id), row('frozen', e)]
    case 'dossier':
      return [own, row('frozen', e)]
    case 'session':
      return [own, row('leased', e)]
    default:
      return [own]
  }
}

const ofCandidature = (candidature: string): readonly RowKey[] => [
  row('placement', candidature),
  row('frozen', `candidature/${candidature}`),
  row('aggregate', `candidature/${candidature}`),
]

const row = (table: Table, key: string): RowKey => ({ table, key })
