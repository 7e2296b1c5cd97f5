import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decides } from '../../committee/committee.ts'
import type { DocumentDraft, Making } from '../draft.ts'
import type { FieldRecord } from '../templates/fieldRecord.ts'
import { fillTemplate } from '../templates/fillTemplate.ts'
import { counted } from '../typography.ts'
import { citationsAt } from './citations.ts'
import { closingLeafTemplate } from './closingLeafTemplate.ts'
import { followUpDocument } from './followUpDocument.ts'
import type { FollowUpFacts } from './followUpFacts.ts'
import { followUpFields } from './followUpFields.ts'
import { absent, missingOfSession } from './missingOfSession.ts'
import { rectifiedFacts } from './rectifiedFacts.ts'
import { sessionActs } from './sessionActs.ts'

/**
 * [CL1] The closing leaf (feuillet de clôture): acts of the session with their number and object, members present,
 * places for the handwritten signatures of who presides and of the secretary. Refusals: `document.missing-items`;
 * `document.not-for-this` when the session took no act, or when its instance keeps no such register.
 */
export function closingLeaf(frozen: FollowUpFacts, making: Making): Result<DocumentDraft> {
  if (!decides(frozen.session.instance.type))
    return refuse('document.not-for-this', {
      reason: 'seul un organe délibérant clôt son registre par un feuillet',
    })
  const unheld = missingOfSession(frozen.session)
  if (unheld.length > 0) return refuse('document.missing-items', { items: unheld })
  const facts = rectifiedFacts(frozen)
  const { session, act, issuer } = facts
  const missing = [
    ...absent(issuer.name, 'le nom de la collectivité'),
    ...absent(act?.number, 'le numéro de la délibération'),
  ]
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  const acts = sessionActs(session)
  if (acts.length === 0)
    return refuse('document.not-for-this', { reason: 'la séance n’a pris aucune délibération' })
  const fields = closingLeafFields(facts, acts)
  const filled = fillTemplate(closingLeafTemplate.blocks, fields)
  if (!filled.ok) return filled
  return ok({
    fields,
    model: followUpDocument(facts, making, {
      kind: 'closing-leaf',
      name: 'Feuillet de clôture',
      number: `Feuillet de clôture, ${session.number}`,
      template: closingLeafTemplate.id,
      blocks: filled.value,
    }),
  })
}

function closingLeafFields(facts: FollowUpFacts, acts: readonly FieldRecord[]): FieldRecord {
  return {
    ...followUpFields(facts),
    actes: acts,
    'actes.phrase': `La séance a pris ${counted(acts.length, 'délibération', 'délibérations')}, ${acts.length < 2 ? 'au numéro 1' : `numérotées de 1 à ${acts.length}`}.`,
    'registre.article': citationsAt(['closing-leaf'], facts.session.date)[0] ?? '',
  }
}
