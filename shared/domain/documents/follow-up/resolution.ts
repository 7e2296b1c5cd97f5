import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decides } from '../../committee/committee.ts'
import { courtOf } from '../dossier/courtOf.ts'
import type { DocumentDraft, Making } from '../draft.ts'
import { fillTemplate } from '../templates/fillTemplate.ts'
import { actAuthority } from './actAuthority.ts'
import { actCandidatures } from './actCandidatures.ts'
import { followUpDocument } from './followUpDocument.ts'
import type { FollowUpFacts } from './followUpFacts.ts'
import { actDate } from './followUpFields.ts'
import { absent, blank, missingOfSession } from './missingOfSession.ts'
import { rectifiedFacts } from './rectifiedFacts.ts'
import { resolutionFields } from './resolutionFields.ts'
import { resolutionTemplate } from './resolutionTemplate.ts'

/**
 * [RE2] The resolution (délibération): extract of the register of the body that decided, or draft for the authority to
 * which the opinion goes. The texts it cites are those of the day of the act, of its making while that day is unknown.
 * Refusals: `document.not-for-this` when nothing is awarded or when the authority acts by order;
 * `document.missing-items` with French names.
 */
export function resolution(frozen: FollowUpFacts, making: Making): Result<DocumentDraft> {
  const unheld = missingOfSession(frozen.session)
  if (unheld.length > 0) return refuse('document.missing-items', { items: unheld })
  const facts = rectifiedFacts(frozen)
  const { session, act, issuer } = facts
  const deciding = decides(session.instance.type)
  if (issuer.kind === 'prefecture' || act?.nature === 'arrete')
    return refuse('document.not-for-this', {
      reason: 'l’autorité compétente attribue par arrêté, pris pour chaque bénéficiaire',
    })
  if (actCandidatures(session).awarded.length === 0)
    return refuse('document.not-for-this', {
      reason: `la séance n’a ${deciding ? 'attribué' : 'proposé'} aucun montant`,
    })
  const missing = missingOfAct(facts)
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  const fields = resolutionFields(facts, actDate(facts) ?? laterOf(session.date, making.madeAt.slice(0, 10)))
  const filled = fillTemplate(resolutionTemplate.blocks, fields)
  if (!filled.ok) return filled
  return ok({
    fields,
    model: followUpDocument(facts, making, {
      kind: 'resolution',
      name: deciding ? 'Délibération' : 'Projet de délibération',
      number: deciding ? `Délibération ${act?.number ?? ''}` : `Projet de délibération, ${session.number}`,
      template: resolutionTemplate.id,
      blocks: filled.value,
    }),
  })
}

const laterOf = (a: string, b: string): string => (a < b ? b : a)

/** [RE6] A body that decides numbers its act; a draft leaves number, date and votes to be written in. */
function missingOfAct(facts: FollowUpFacts): readonly string[] {
  const { issuer, session, act, budgetLines } = facts
  const deciding = decides(session.instance.type)
  return [
    ...absent(issuer.name, 'le nom de la collectivité'),
    ...(deciding ? absent(act?.number, 'le numéro de la délibération') : []),
    ...(deciding || actAuthority(facts) !== '' ? [] : ['l’autorité qui prend la délibération']),
    ...absent(session.call.name, 'le nom de l’appel'),
    ...actCandidatures(session).awarded.flatMap(({ candidature }) =>
      absent(
        budgetLines[String(candidature.number)],
        `l’imputation budgétaire du dossier n° ${candidature.number}, ${candidature.applicant}`,
      ),
    ),
    ...absent(issuer.town, 'la ville où l’acte est fait'),
    ...absent(issuer.signatory.name, 'le nom du signataire'),
    ...absent(issuer.signatory.capacity, 'la qualité du signataire'),
    ...(blank(courtOf(issuer, session.date).name) ? ['le tribunal administratif compétent'] : []),
  ]
}
