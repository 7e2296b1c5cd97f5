import { agreementNeed } from '../../../instruction/agreementNeed.ts'
import { sentence } from '../../blocks.ts'
import { capitalised } from '../../follow-up/capitalised.ts'
import { amountInWords } from '../../inWords.ts'
import { frenchAmount, frenchDate, frenchPercent } from '../../typography.ts'
import { citedAt } from '../citedAt.ts'
import { obligationsOf } from '../obligationsOf.ts'
import { standingOf } from '../standingOf.ts'
import { conditionField, type DossierField, listField, textField } from './dossierField.ts'

/** What is given, on what terms. */
export const awardFields: readonly DossierField[] = [
  textField('aide.montant', 'Montant attribué', ({ decision }) =>
    decision?.amountCents == null ? '' : frenchAmount(decision.amountCents),
  ),
  textField('aide.montant_lettres', 'Montant attribué, en toutes lettres', ({ decision }) =>
    decision?.amountCents == null ? '' : amountInWords(decision.amountCents),
  ),
  textField('aide.taux', 'Part de la dépense éligible', ({ decision }) =>
    decision?.rateBasisPoints == null ? '' : frenchPercent(decision.rateBasisPoints),
  ),
  textField('aide.base', 'Dépense éligible', ({ candidature }) =>
    candidature.eligibleBaseCents === null ? '' : frenchAmount(candidature.eligibleBaseCents),
  ),
  textField('aide.assiette', '« HT » ou « TTC »', ({ candidature }) => candidature.taxBasis ?? ''),
  textField('aide.nature', '« de fonctionnement » ou « d’investissement »', ({ instruction }) =>
    instruction.award.nature === null
      ? ''
      : { operating: 'de fonctionnement', investment: 'd’investissement' }[instruction.award.nature],
  ),
  textField('aide.non_retenu', 'Part de la demande qui n’est pas attribuée', ({ candidature, decision }) => {
    const left = (candidature.requestedCents ?? 0) - (decision?.amountCents ?? 0)
    return decision?.amountCents == null || left <= 0 ? '' : frenchAmount(left)
  }),
  textField('aide.versement', 'Modalités de versement', ({ instruction }) => instruction.award.payment),
  textField('aide.versement_phrase', 'Les mêmes, en une phrase : majuscule et point', ({ instruction }) =>
    capitalised(sentence(instruction.award.payment)),
  ),
  textField('aide.caducite', 'Date après laquelle l’aide est caduque', ({ instruction }) =>
    instruction.award.lapsesOn === null ? '' : frenchDate(instruction.award.lapsesOn),
  ),
  textField('aide.imputation', 'Imputation budgétaire', ({ instruction }) => instruction.award.budgetLine),
  textField('aide.reserves', 'Réserves dont la décision est assortie', ({ decision }) =>
    decision?.opinion === 'reserved' ? decision.conditions : '',
  ),
  listField(
    'pieces_a_retourner',
    'Pièces à retourner pour être payé',
    { name: 'intitule', meaning: 'Intitulé de la pièce' },
    ({ instruction }) => instruction.award.piecesToReturn,
  ),
  listField(
    'obligations',
    'Obligations du bénéficiaire : celles qui sont saisies, puis celles de la loi',
    { name: 'texte', meaning: 'Obligation' },
    obligationsOf,
  ),
  textField(
    'convention.habilitation',
    'Délibération ou décision qui habilite à signer',
    ({ instruction }) => instruction.agreement.authorisation,
  ),
  textField('convention.iban', 'Compte à créditer', ({ instruction }) => instruction.agreement.iban),
  textField('convention.debut', 'Début de la convention', ({ instruction }) =>
    instruction.agreement.startsOn === null ? '' : frenchDate(instruction.agreement.startsOn),
  ),
  textField('convention.fin', 'Fin de la convention', ({ instruction }) =>
    instruction.agreement.endsOn === null ? '' : frenchDate(instruction.agreement.endsOn),
  ),
  conditionField(
    'a_des_pieces_a_retourner',
    'Des pièces sont à retourner',
    ({ instruction }) => instruction.award.piecesToReturn.length > 0,
  ),
  conditionField(
    'a_des_obligations',
    'Le bénéficiaire a des obligations',
    (facts) => obligationsOf(facts).length > 0,
  ),
  conditionField(
    'convention_requise',
    'Une convention est obligatoire',
    (facts) =>
      agreementNeed({
        status: standingOf(facts),
        amountCents: facts.decision?.amountCents ?? null,
        date: facts.act?.date ?? facts.madeOn,
      }).level === 'required',
  ),
  textField('texte.retrait', 'Texte qui permet de retirer l’aide', ({ madeOn }) =>
    citedAt('withdrawal-of-aid', madeOn),
  ),
  conditionField(
    'est_attribue',
    'Une aide est attribuée',
    ({ decision }) => (decision?.amountCents ?? 0) > 0,
  ),
]
