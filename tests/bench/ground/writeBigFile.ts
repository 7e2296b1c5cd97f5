import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { ok } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Transaction } from '#shared/usecases/ports.ts'
import { callOf, gridOf, memberOf, scaled } from '#tests/domain/builders.ts'
import { act, createdFile, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import type { Sizes } from '../measure/contest.ts'
import { dice } from './dice.ts'
import { projectOf } from './projectOf.ts'

export const markingMember = 'm01'
export const markedCriterion = 'C01'
export const bigCallId = 'call-1'

/**
 * A committee file as the product writes it, every operation signed and folded: one call, its grid, one member and
 * `sizes.candidatures` candidatures `c1`, `c2` … Answers its path; the file is closed.
 */
export async function writeBigFile(path: string, sizes: Sizes): Promise<string> {
  const { file } = await createdFile(path)
  const draw = dice(1)
  const submit = (transaction: Transaction, number: number) => {
    const project = projectOf(draw, number, sizes.wordsPerCandidature)
    valueOf(transaction.emit('dossier.register@1', entityOf('dossier', `d${number}`), project.dossier))
    valueOf(
      transaction.emit('candidature.submit@1', entityOf('candidature', `c${number}`), {
        dossierId: `d${number}`,
        callId: bigCallId,
        number,
        requestedCents: project.requestedCents as Candidature['requestedCents'],
        eligibleBaseCents: null,
        taxBasis: null,
        amountAsWritten: '',
        completeOn: null,
        toCheck: number % 10 === 0 ? ['amount'] : [],
        importId: null,
      }),
    )
  }
  valueOf(
    file.transact(act('Données du banc de mesure'), (transaction) => {
      addCall(transaction)
      for (let number = 1; number <= sizes.candidatures; number++) submit(transaction, number)
      return ok(null)
    }),
  )
  file.close()
  return path
}

function addCall(transaction: Transaction): void {
  const {
    id: gridId,
    status: _,
    ...grid
  } = gridOf(
    ...Array.from({ length: 15 }, (__, index) =>
      scaled(`C${String(index + 1).padStart(2, '0')}`, index + 1, '0-5'),
    ),
  )
  const { id: callId, ...call } = callOf()
  const { id: memberId, ...member } = memberOf(markingMember)
  valueOf(transaction.emit('grid.draft@1', entityOf('grid', gridId), grid))
  valueOf(transaction.emit('call.open@1', entityOf('call', callId), call))
  valueOf(transaction.emit('member.add@1', entityOf('member', memberId), member))
}
