import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { formatAmount } from '../../../ui/formatAmount.ts'
import { nameOf } from '../personName.ts'
import { opinionWords } from '../words.ts'

export interface StoryLine {
  /** « 18:05 » */
  readonly at: string
  readonly text: string
}

/** [UI8] The session hour by hour: opening, who came and went, what was decided, the closing. */
export function sessionStory(view: SessionView): readonly StoryLine[] {
  const { session, members, items } = view
  if (session.openedAt === null) return []
  const chair = session.chairId === null ? '' : nameOf(members, session.chairId)
  const movements = members.flatMap((member) =>
    (session.attendance[member.id]?.movements ?? []).map(({ kind, at }) => ({
      at,
      text: `${nameOf(members, member.id)} ${kind === 'arrives' ? 'arrive' : 'sort'}.`,
    })),
  )
  const decisions = session.agenda.flatMap(({ id, title, outcome }) => {
    if (outcome === null) return []
    const item = items.find(({ itemId }) => itemId === id)
    const amount = outcome.amountCents ? `, ${formatAmount(outcome.amountCents)}` : ''
    const vote =
      outcome.vote === null
        ? ''
        : ` (${outcome.vote.for} pour, ${outcome.vote.against} contre, ${outcome.vote.abstention} abst.)`
    const name = item?.applicant ? `${item.applicant} – ${item.title}` : title
    return [
      {
        at: outcome.decidedAt,
        text: `${name} : ${opinionWords[outcome.opinion].label.toLowerCase()}${amount}${vote}.`,
      },
    ]
  })
  const during = [...movements, ...decisions].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return [
    { at: session.openedAt, text: `Ouverture sous la présidence de ${chair}.` },
    ...during,
    ...(session.closedAt === null ? [] : [{ at: session.closedAt, text: 'Clôture.' }]),
  ]
}
