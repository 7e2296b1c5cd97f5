import { createHash } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import type { AllocationRules } from '#shared/domain/call/call.ts'
import { cents } from '#shared/kernel/cents.ts'
import { ok } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { UseCaseContext } from '#shared/usecases/ports.ts'
import { callOf, criterion, gridOf, memberOf, value } from '#tests/domain/builders.ts'
import {
  act,
  addCandidature,
  createdFile,
  secretary,
  temporaryFolder,
  tickingClock,
  valueOf,
} from '#tests/sqlite/committeeOnDisk.ts'

/**
 * A file with one call of 100 € and four candidatures c1 to c4, in rank order (marks 5, 4, 4 and 3 of 5: c2 and c3 apart
 * by their requests), that ask 60, 30, 40 and 30 €. c3 is from the Cantal.
 */
export async function fundedCall(rules: Partial<AllocationRules> = {}): Promise<UseCaseContext> {
  const folder = temporaryFolder()
  const { file } = await createdFile(folder.file('comite.delibere'))
  onTestFinished(() => {
    file.close()
    folder[Symbol.dispose]()
  })
  const { id: gridId, status: _status, ...grid } = gridOf(criterion('PERT', 1))
  const { id: callId, ...call } = callOf({
    envelopeCents: cents(100_00),
    tieBreakers: [{ kind: 'lowest-requested' }],
    ...rules,
  })
  const { id: memberId, ...member } = memberOf('m01')
  const candidatures = [
    { number: 1, asks: 60_00, mark: 5, department: '63' },
    { number: 2, asks: 30_00, mark: 4, department: '63' },
    { number: 3, asks: 40_00, mark: 4, department: '15' },
    { number: 4, asks: 30_00, mark: 3, department: '63' },
  ]
  valueOf(
    file.transact(act('Appel'), (transaction) => {
      valueOf(transaction.emit('member.add@1', entityOf('member', memberId), member))
      valueOf(transaction.emit('grid.draft@1', entityOf('grid', gridId), grid))
      valueOf(transaction.emit('call.open@1', entityOf('call', callId), call))
      for (const { number, asks, mark, department } of candidatures) {
        const requestedCents = cents(asks)
        addCandidature(transaction, number, `Projet ${number}`, `Commune ${number}`, {
          requestedCents,
          eligibleBaseCents: cents(100_00),
          department,
        })
        const sheet = entityOf('sheet', `c${number}/${memberId}`)
        const marks = { PERT: value(mark * 100) }
        valueOf(transaction.emit('sheet.fill@1', sheet, { gridId, marks }))
        valueOf(transaction.emit('sheet.file@1', sheet, {}))
      }
      return ok(null)
    }),
  )
  return {
    file,
    actor: secretary,
    clock: tickingClock(),
    randomness: nodeCrypto,
    digest: { sha256Hex: (content) => createHash('sha256').update(content).digest('hex') },
  }
}
