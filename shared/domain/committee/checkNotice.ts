import { counted, frenchDate } from '../documents/typography.ts'
import type { NoticeVerdict } from '../session/sessionView.ts'
import { clearDaysBetween, latestSending } from './clearDays.ts'
import type { NoticeRuleId } from './committee.ts'
import { noticeRuleOn } from './noticeRules.ts'

/**
 * [CO12] The delay of a convocation. Late, it is told and explained at the closing; it never prevents a session, since
 * urgency exists. Dates are ISO; `convocationDate` null: nothing was sent yet; an empty `sessionDate`: not fixed yet.
 */
export function checkNotice(
  rule: NoticeRuleId,
  convocationDate: string | null,
  sessionDate: string,
): NoticeVerdict {
  const asked = sessionDate === '' ? null : noticeRuleOn(rule, sessionDate)
  const givenDays =
    convocationDate === null || sessionDate === '' ? null : clearDaysBetween(convocationDate, sessionDate)
  if (asked === null) {
    const sentence =
      rule !== 'none' && sessionDate === ''
        ? 'La date de la séance n’est pas fixée : le délai de convocation ne peut pas être vérifié.'
        : 'Aucun texte ne fixe ici de délai de convocation.'
    const respected = rule === 'none' || sessionDate !== ''
    return { rule, requiredDays: null, givenDays, respected, latestSending: null, sentence }
  }
  const requiredDays = asked.clearDays
  const latest = latestSending(sessionDate, requiredDays)
  const respected = givenDays !== null && givenDays >= requiredDays
  const due = `${counted(requiredDays, 'jour franc', 'jours francs')} (${asked.text})`
  const last = `le ${frenchDate(latest)} au plus tard`
  const sentence =
    convocationDate === null || givenDays === null
      ? `La convocation n’est pas datée. Il faut ${due} : à envoyer ${last}.`
      : respected
        ? `Convocation envoyée le ${frenchDate(convocationDate)} : ${counted(givenDays, 'jour franc', 'jours francs')} avant la séance, pour ${due}.`
        : `Convocation envoyée le ${frenchDate(convocationDate)} : ${counted(givenDays, 'jour franc', 'jours francs')} avant la séance, il en fallait ${due}, soit un envoi ${last}. L’urgence s’explique avant la clôture.`
  return { rule, requiredDays, givenDays, respected, latestSending: latest, sentence }
}
