import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decides } from '../../committee/committee.ts'
import { addDays } from '../../instruction/calendarDays.ts'
import type { DocumentDraft, Making } from '../draft.ts'
import { fillTemplate } from '../templates/fillTemplate.ts'
import { frenchDateWithWeekday } from '../typography.ts'
import { citationsAt } from './citations.ts'
import { examinedListTemplate } from './examinedListTemplate.ts'
import { followUpDocument } from './followUpDocument.ts'
import type { FollowUpFacts } from './followUpFacts.ts'
import { followUpFields } from './followUpFields.ts'
import { absent, missingOfSession } from './missingOfSession.ts'
import { rectifiedFacts } from './rectifiedFacts.ts'
import { sessionActs, sessionOthers } from './sessionActs.ts'

/**
 * [OR1] The list of what was examined: object and sense, neither motive nor debate nor natural person. That of a council
 * is posted and put online within one week (CGCT L2121-25); no text asks it of a committee that advises. Refusal:
 * `document.missing-items`.
 */
export function examinedList(frozen: FollowUpFacts, making: Making): Result<DocumentDraft> {
  const { issuer } = frozen
  const unheld = missingOfSession(frozen.session)
  const missing =
    unheld.length > 0
      ? unheld
      : [
          ...absent(issuer.name, 'le nom de la collectivité'),
          ...absent(issuer.signatory.name, 'le nom du signataire'),
          ...absent(issuer.signatory.capacity, 'la qualité du signataire'),
        ]
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  const facts = rectifiedFacts(frozen)
  const { session } = facts
  const deciding = decides(session.instance.type)
  const others = sessionOthers(session)
  const fields = {
    ...followUpFields(facts),
    'liste.titre': deciding ? 'Liste des délibérations examinées' : 'Liste des points examinés',
    'liste.echeance': deciding ? frenchDateWithWeekday(addDays(session.date, publicationDays)) : '',
    'liste.article': deciding ? (citationsAt(['examined-list'], session.date)[0] ?? '') : '',
    actes: sessionActs(session),
    autres: others,
    'autres.existe': others.length > 0,
  }
  const filled = fillTemplate(examinedListTemplate.blocks, fields)
  if (!filled.ok) return filled
  return ok({
    fields,
    model: followUpDocument(facts, making, {
      kind: 'examined-list',
      name: fields['liste.titre'],
      number: `${fields['liste.titre']}, ${session.number}`,
      template: examinedListTemplate.id,
      blocks: filled.value,
    }),
  })
}

/** « dans un délai d’une semaine ». */
const publicationDays = 7
