import type { Lookups, Rows, Table } from '#shared/operations/authority/rows.ts'
import type { JudgePorts } from '#shared/operations/judge/judgePorts.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { factsDigest } from '#shared/usecases/sessions/factsDigest.ts'
import type { Cryptography } from './cryptography.ts'
import { loaded } from './loaded.ts'

/** [SY13] The facts of a closing by the rules of the work themselves, as every authority is given them. */
export const closingFacts = ({ sha256 }: Cryptography): JudgePorts['factsDigest'] =>
  factsDigest({ sha256Hex: (content) => Buffer.from(sha256(Buffer.from(content))).toString('hex') })

/** The rows of a copy as its person sees them: own operations that nobody ordered yet are in them. */
export const shownRows = (copy: Lookups): Lookups => ({
  row<T extends Table>(table: T, key: string): Rows[T] | null {
    if (table !== 'aggregate' || copy.row('pendingOn', key) === null) return copy.row(table, key)
    const { state, version } = loaded(shownState(copy, key as Parameters<typeof shownState>[1]))
    return { ...copy.row('aggregate', key), state, version } as Rows[T]
  },
})
