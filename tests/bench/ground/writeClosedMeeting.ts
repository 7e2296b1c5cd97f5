import { cents } from '#shared/kernel/cents.ts'
import { entityOf, type WrittenOutcome } from '#shared/operations/operation.ts'
import { issuerId } from '#shared/usecases/issuer/issuerOf.ts'
import { committeeId } from '#shared/usecases/people/committee.ts'
import type { Transaction, UseCaseContext } from '#shared/usecases/ports.ts'
import { closeSession } from '#shared/usecases/sessions/closeSession.ts'
import { explainCheck } from '#shared/usecases/sessions/explainCheck.ts'
import { viewSession } from '#shared/usecases/sessions/viewSession.ts'
import { membersOf } from '#tests/domain/builders.ts'
import { act, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { decisionAct, issuer } from '#tests/support/communeOfPlouvara.ts'
import type { Sizes } from '../measure/contest.ts'
import { benchContext } from './benchContext.ts'
import { type Dice, dice } from './dice.ts'
import { openBeside } from './openBeside.ts'
import { instructionOf } from './paperwork.ts'
import { wordsOf } from './words.ts'
import { meetingId, writeMeeting } from './writeMeeting.ts'

/**
 * A committee file after a meeting of `items` candidatures, one in three refused, the others served in part: closed, with
 * the act, the letterhead and the work of the service on each, so that no document lacks anything. Answers its path; the
 * file is closed.
 */
export async function writeClosedMeeting(path: string, items: number, sizes: Sizes): Promise<string> {
  const { file } = await openBeside(await writeMeeting(path, items, sizes))
  const context = benchContext(file)
  const presentIds = membersOf(sizes.members).map(({ id }) => id)
  const draw = dice(5)
  valueOf(
    file.transact(act('Données du banc de mesure'), (transaction) => {
      for (let number = 1; number <= items; number++) {
        holdPoint(transaction, number, presentIds, draw)
        const set = instructionOf(draw, `Ville ${number}`)
        valueOf(transaction.emit('instruction.change@1', entityOf('instruction', `c${number}`), { set }))
      }
      valueOf(
        transaction.emit('committee.change@1', entityOf('committee', committeeId), {
          set: { decidingAuthority: 'le conseil municipal', place: 'Mairie' },
        }),
      )
      valueOf(
        transaction.emit('session.change@1', entityOf('session', meetingId), {
          set: { place: 'Mairie', convocation: { date: '2026-03-01', author: 'la présidente' } },
        }),
      )
      return transaction.emit('issuer.change@1', entityOf('issuer', issuerId), { set: issuer })
    }),
  )
  explainOpenChecks(context)
  valueOf(closeSession(context, { sessionId: meetingId, at: '23:00' }))
  valueOf(
    file.transact(act('Acte'), (transaction) =>
      transaction.emit('session.record-act@1', entityOf('session', meetingId), { act: decisionAct }),
    ),
  )
  file.close()
  return path
}

function holdPoint(
  transaction: Transaction,
  number: number,
  presentIds: readonly string[],
  draw: Dice,
): void {
  const session = entityOf('session', meetingId)
  const itemId = `i${number}`
  const text = `${wordsOf(draw, 40)}.\n${wordsOf(draw, 30)} ?`
  valueOf(transaction.emit('session.write-debate@1', session, { itemId, text }))
  valueOf(
    transaction.emit('session.decide@1', session, {
      itemId,
      outcome: number % 3 === 0 ? refused(presentIds, draw) : served(presentIds, draw),
    }),
  )
}

const served = (presentIds: readonly string[], draw: Dice): WrittenOutcome => ({
  ...refused(presentIds, draw),
  opinion: 'reserved',
  amountCents: cents(1_000_00),
  conditions: wordsOf(draw, 6),
})

const refused = (presentIds: readonly string[], draw: Dice): WrittenOutcome => ({
  opinion: 'unfavourable',
  amountCents: null,
  conditions: '',
  rationale: { legal: 'Article 4 du règlement', factual: wordsOf(draw, 12) },
  vote: {
    method: 'show-of-hands',
    for: presentIds.length,
    against: 0,
    abstention: 0,
    notTakingPart: 0,
    named: null,
    castingVote: false,
    adopted: true,
    disagreements: [],
  },
  quorum: {
    inOffice: presentIds.length,
    present: presentIds.length,
    represented: 0,
    counted: presentIds.length,
    base: presentIds.length,
    required: Math.floor(presentIds.length / 2) + 1,
    reached: true,
    applies: true,
  },
  presentIds,
  recused: [],
  proxies: [],
  decidedAt: '15:00',
  waitingList: false,
  departure: wordsOf(draw, 8),
})

function explainOpenChecks(context: UseCaseContext): void {
  const { closingChecks } = valueOf(viewSession(context, { sessionId: meetingId }))
  for (const { code, level, state } of closingChecks)
    if (level === 'explain' && state === 'open')
      valueOf(explainCheck(context, { sessionId: meetingId, check: code, text: 'Le comité en a convenu.' }))
}
