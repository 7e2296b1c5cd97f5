import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import type { FoldedCopy } from './foldedCopy.ts'

/** The few rows that the core derives a scope from, as a laptop that holds no other knows them. */
export interface CopyRows {
  row<T extends Table>(table: T, key: string): Rows[T] | null
}

export function copyRows(copy: FoldedCopy): CopyRows {
  const answer = (table: Table, key: string): unknown => {
    if (table === 'aggregate') {
      const state = copy.stateOf(key)
      return state === null
        ? null
        : { version: copy.versionOf(key as never), state, guards: {}, run: { dev: '', since: 1 } }
    }
    if (table === 'placement') {
      const candidature = copy.stateOf(`candidature/${key}`) as Candidature | null
      return candidature === null ? null : { dossier: candidature.dossierId }
    }
    if (table === 'index') {
      const [list = '', candidature = ''] = key.split('/')
      const ids =
        list === 'members' || list === 'committee'
          ? idsUnder(copy, list === 'members' ? 'member/' : 'committee/')
          : idsUnder(copy, `${list === 'sheets' ? 'sheet' : 'recusal'}/${candidature}/`)
      return { ids }
    }
    return null
  }
  return { row: <T extends Table>(table: T, key: string) => answer(table, key) as Rows[T] | null }
}

const idsUnder = (copy: FoldedCopy, prefix: string): readonly string[] =>
  [...copy.entities]
    .filter((entity) => entity.startsWith(prefix))
    .map((entity) => entity.slice(prefix.length))
