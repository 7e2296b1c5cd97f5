import type { Draft } from '#shared/operations/authority/draft.ts'
import type { Rows, Table } from '#shared/operations/authority/rows.ts'
import type { JudgePorts } from '#shared/operations/judge/judgePorts.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { factsDigest } from '#shared/usecases/sessions/factsDigest.ts'
import type { Cryptography } from './cryptography.ts'

/** [SY13] The facts of a closing by the rules of the work themselves, as every authority is given them. */
export const closingFacts = ({ sha256 }: Cryptography): JudgePorts['factsDigest'] =>
  factsDigest({ sha256Hex: (content) => Buffer.from(sha256(Buffer.from(content))).toString('hex') })

/** The rows of a copy as its person sees them: own operations that nobody ordered yet are in them. */
export const shownRows = (copy: Pick<Draft, 'row'>): Pick<Draft, 'row'> => ({
  row<T extends Table>(table: T, key: string): Rows[T] | null {
    if (table !== 'aggregate' || copy.row('pendingOn', key) === null) return copy.row(table, key)
    const { state, version } = shownState(copy, key)
    const confirmed: Rows['aggregate'] | null = copy.row('aggregate', key)
    return { ...confirmed, state, version } as Rows[T]
  },
})
