import type { Chance } from '#tests/simulator/kernel/chance.ts'
import type { Ledger } from './ledger.ts'
import type { Seat } from './seat.ts'
import type { Town } from './town.ts'

/** Whoever keeps the minutes now: the laptop of the secretariat, or the one that took its place. */
export type Clerk = () => Seat

/** An act of the clerk, asked again as long as the laptop ended before it answered. */
async function kept(
  clerk: Clerk,
  act: (who: Seat) => Promise<{ readonly ok: boolean } | 'unknown'>,
): Promise<void> {
  for (;;) {
    const who = clerk()
    const answer = who.isUp() ? await act(who) : 'unknown'
    if (answer !== 'unknown') return
    await new Promise((next) => setTimeout(next, 300))
  }
}

/** Roll-call and opening. Who is absent is drawn by chance, never more than one in five. */
export async function openMeeting(town: Town, clerk: Clerk, written: Ledger, chance: Chance): Promise<void> {
  const { sessionId, memberIds } = town
  for (const [index, memberId] of memberIds.entries()) {
    const status = index > 1 && chance.happens(0.2) ? 'excused' : 'present'
    await kept(clerk, async (who) => {
      const answer = await who.ask('session.attend', { sessionId, memberId, status })
      written.note(`attendance ${sessionId} ${memberId}`, status, answer)
      return answer
    })
  }
  await kept(clerk, (who) =>
    who.ask('session.open', {
      ...{ sessionId, at: '14:00' },
      chairId: memberIds[0] ?? '',
      secretaryId: memberIds[1] ?? '',
    }),
  )
}

/** The debate and the decision of every point, all for, those recused having left. */
export async function decideAll(town: Town, clerk: Clerk, written: Ledger): Promise<void> {
  const { sessionId } = town
  const points = (await lookAgain(clerk, sessionId)).items.map(({ itemId }) => itemId)
  for (const [index, itemId] of points.entries()) {
    const at = `15:${String(index).padStart(2, '0')}`
    const debate = `Débat ${index}, tenu jusqu’au bout.`
    await kept(clerk, async (who) => {
      const answer = await who.ask('session.write-debate', { sessionId, itemId, text: debate })
      written.note(`debate ${sessionId} ${itemId}`, debate, answer)
      return answer
    })
    const { session, items } = await lookAgain(clerk, sessionId)
    const recused = new Set(items.find((item) => item.itemId === itemId)?.recusedIds ?? [])
    const inRoom = Object.entries(session.attendance).filter(([, { inRoom: isIn }]) => isIn)
    const voters = inRoom.filter(([memberId]) => !recused.has(memberId)).length
    const hours = inRoom
      .filter(([memberId]) => recused.has(memberId))
      .map(([memberId]) => [memberId, { leftAt: at, returnedAt: at }] as const)
    await kept(clerk, async (who) => {
      const answer = await who.ask('session.decide', {
        sessionId,
        proposal: {
          ...{ itemId, opinion: 'favourable', amountCents: 100_000, conditions: '' },
          rationale: { legal: '', factual: 'Le projet répond au besoin.' },
          departure: 'Le comité sert toutes les communes, à parts égales.',
          vote: {
            ...{ method: 'show-of-hands', for: voters, against: 0, abstention: 0, notTakingPart: 0 },
            ...{ named: null, chairBallot: null, disagreements: [] },
          },
          at,
          recusedHours: Object.fromEntries(hours),
        },
      })
      written.note(`outcome ${sessionId} ${itemId}`, 100_000, answer)
      return answer
    })
  }
}

/** Explains what may be, then closes. Answers the code of a refusal, or `ok`. */
export async function closeMeeting({ sessionId }: Town, clerk: Clerk): Promise<string> {
  for (const { code, level, state } of (await lookAgain(clerk, sessionId)).closingChecks)
    if (level === 'explain' && state === 'open')
      await kept(clerk, (who) =>
        who.ask('session.explain', { sessionId, check: code, text: 'Le comité en a convenu.' }),
      )
  let code = 'unknown'
  await kept(clerk, async (who) => {
    const answer = await who.ask('session.close', { sessionId, at: '17:00' })
    if (answer !== 'unknown') code = answer.ok ? 'ok' : answer.refusal.code
    return answer
  })
  return code
}

async function lookAgain(clerk: Clerk, sessionId: string) {
  for (;;) {
    const who = clerk()
    const answer = who.isUp() ? await who.ask('session.get', { sessionId }) : 'unknown'
    if (answer !== 'unknown' && answer.ok) return answer.value
    await new Promise((next) => setTimeout(next, 300))
  }
}
