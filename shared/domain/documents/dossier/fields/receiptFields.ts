import { frenchDate } from '../../typography.ts'
import { appealNotice } from '../appealNotice.ts'
import { citedAt } from '../citedAt.ts'
import { pendingRequest, silenceOf } from '../silenceOf.ts'
import { conditionField, type DossierField, listField, textField } from './dossierField.ts'

/** What came, what is missing, and when silence refuses. */
export const receiptFields: readonly DossierField[] = [
  textField('demande.recue_le', 'Date de réception de la demande', ({ instruction }) =>
    instruction.receivedOn === null ? '' : frenchDate(instruction.receivedOn),
  ),
  textField(
    'demande.rejet_implicite',
    'Date à laquelle le silence vaut rejet ; vide pour un organisme public',
    (facts) => {
      const silence = silenceOf(facts)
      return silence === null ? '' : frenchDate(silence.atLatest)
    },
  ),
  listField(
    'pieces',
    'Pièces manquantes demandées, tant qu’elles ne sont pas reçues',
    { name: 'intitule', meaning: 'Intitulé de la pièce' },
    (facts) => pendingRequest(facts)?.pieces ?? [],
  ),
  textField('pieces.limite', 'Date limite de réception des pièces', (facts) => {
    const request = pendingRequest(facts)
    return request === null ? '' : frenchDate(request.deadline)
  }),
  textField('pieces.demandees_le', 'Date de la demande de pièces', (facts) => {
    const request = pendingRequest(facts)
    return request === null ? '' : frenchDate(request.askedOn)
  }),
  textField('texte.silence', 'Texte par lequel le silence vaut rejet', ({ madeOn }) =>
    citedAt('implicit-rejection', madeOn),
  ),
  textField('texte.pieces', 'Texte qui suspend ce délai dans l’attente de pièces', ({ madeOn }) =>
    citedAt('missing-pieces', madeOn),
  ),
  conditionField(
    'silence_vaut_rejet',
    'Le silence de l’administration vaut rejet (personne privée)',
    (facts) => silenceOf(facts) !== null,
  ),
  listField(
    'recours_silence',
    'Voies et délais de recours contre le rejet implicite ; vide pour un organisme public',
    { name: 'texte', meaning: 'Paragraphe' },
    (facts) => (silenceOf(facts) === null ? [] : appealNotice(facts, 'silence').paragraphs),
  ),
]
