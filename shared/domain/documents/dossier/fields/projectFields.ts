import { frenchAmount, frenchDate } from '../../typography.ts'
import { conditionField, type DossierField, listField, textField } from './dossierField.ts'

/** What is asked, in which call, before whom. */
export const projectFields: readonly DossierField[] = [
  textField('dossier.numero', 'Numéro de la candidature dans l’appel', ({ candidature }) =>
    String(candidature.number),
  ),
  textField('projet.intitule', 'Intitulé du projet', ({ candidature }) => candidature.project),
  textField('projet.description', 'Description du projet', ({ candidature }) => candidature.description),
  textField('projet.objectifs', 'Objectifs du projet', ({ candidature }) => candidature.objectives),
  listField(
    'pieces_du_dossier',
    'Pièces du dossier',
    { name: 'intitule', meaning: 'Intitulé de la pièce' },
    ({ candidature }) => candidature.annexes,
  ),
  textField('demande.montant', 'Montant demandé', ({ candidature }) =>
    candidature.requestedCents === null ? '' : frenchAmount(candidature.requestedCents),
  ),
  textField('demande.complete_le', 'Date à laquelle le dossier est complet', ({ candidature }) =>
    candidature.completeOn === null ? '' : frenchDate(candidature.completeOn),
  ),
  textField('appel.nom', 'Nom de l’appel', ({ call }) => call.name),
  textField('appel.dispositif', 'Dispositif', ({ call }) => call.scheme),
  textField('appel.exercice', 'Exercice budgétaire', ({ call }) => String(call.fiscalYear)),
  textField('appel.cloture', 'Date limite de dépôt', ({ call }) =>
    call.closesOn === null ? '' : frenchDate(call.closesOn),
  ),
  textField('comite.nom', 'Nom de l’instance qui examine', ({ committee }) => committee.name),
  textField(
    'comite.autorite',
    'Autorité qui décide après elle ; vide quand l’instance décide',
    ({ committee }) => committee.decidingAuthority,
  ),
  conditionField('a_ete_examine', 'Une séance close a statué', ({ decision }) => decision !== null),
]
