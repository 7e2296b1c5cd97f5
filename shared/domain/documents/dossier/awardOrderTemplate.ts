import { bulletedList, column, heading, keyValues, paragraph, row, strong, table } from '../blocks.ts'
import { handwritten, otherwise, section } from '../follow-up/templateSections.ts'
import type { TemplateDocument } from '../templates/templateDocument.ts'

/**
 * [AO2] The order of award (french-rules §1.5): what article 8 of décret 2018-514 asks of a grant for investment, which
 * serves any issuer, then what the State's own rules add.
 */
export const awardOrderTemplate: TemplateDocument = {
  document: 'award-order',
  id: 'arrete-2',
  title: 'Arrêté attributif de subvention',
  blocks: [
    {
      type: 'title',
      overline: '{emetteur.nom}',
      text: 'Arrêté attributif de subvention',
      subtitle: `n° {#acte.numero}{acte.numero}{/}{^acte.numero}${handwritten}{/} du {#acte.date}{acte.date}{/}{^acte.date}${handwritten}{/}`,
    },
    paragraph('{signataire.qualite},'),
    ...section('visas', [paragraph('Vu {visa} ;')]),
    paragraph(
      'Considérant que le projet « {projet.intitule} » entre dans l’objet de l’appel « {appel.nom} » et présente un {interet} ;',
    ),
    { ...paragraph(strong('ARRÊTE :')), align: 'center', keepWithNext: true },
    heading(2, 'Article 1er. Attribution'),
    paragraph(
      'Une subvention {aide.nature} d’un montant maximal de {aide.montant} ({aide.montant_lettres}) est attribuée {demandeur.a}, pour le projet « {projet.intitule} ».',
    ),
    keyValues([
      ['Bénéficiaire', '{demandeur.nom}'],
      ['{demandeur.identifiant_nature}', '{demandeur.identifiant}'],
      ['Adresse', '{demandeur.adresse_ligne}'],
      ['Dossier', 'n° {dossier.numero}, appel « {appel.nom} », exercice {appel.exercice}'],
    ]),
    ...section('projet.description', [paragraph(strong('Caractéristiques. '), '{projet.description}')]),
    ...section('aide.reserves', [
      { ...paragraph('La subvention est subordonnée aux conditions suivantes :'), keepWithNext: true },
      bulletedList(['{aide.reserves}']),
    ]),
    heading(2, 'Article 2. Dépense subventionnable et taux'),
    ...section('aide.base', [
      table(
        'Calcul de la subvention',
        [
          { ...column('Dépense subventionnable', 3), namesRow: true },
          column('Taux', 2, 'end'),
          column('Montant maximal', 2.6, 'end'),
        ],
        [row(['{aide.base} {aide.assiette}', '{aide.taux}', '{aide.montant}'])],
      ),
      paragraph(
        'Ce montant est un maximum. Si la dépense justifiée est inférieure à la dépense subventionnable, la subvention est réduite par application du taux à la dépense justifiée.',
      ),
    ]),
    ...otherwise('aide.base', [paragraph('Le montant de la subvention est forfaitaire.')]),
    heading(2, 'Article 3. Calendrier et commencement d’exécution'),
    paragraph(
      '{#convention.debut}L’opération est réalisée du {convention.debut} au {calendrier.fin}.{/}{^convention.debut}L’opération est achevée au plus tard le {calendrier.fin}.{/}',
    ),
    ...section('regime.investissement_etat', [
      paragraph(
        'Elle n’a reçu aucun commencement d’exécution avant la réception de la demande{#demande.recue_le}, le {demande.recue_le}{/}. Si elle n’en a reçu aucun dans les deux ans de la notification du présent arrêté, la caducité de celui-ci est constatée ; ce délai peut être prolongé, à titre exceptionnel, d’un an au plus. Le bénéficiaire informe sans délai {signataire.autorite} du commencement d’exécution.',
      ),
    ]),
    paragraph(
      'Si les justificatifs ne sont pas produits au plus tard le {aide.caducite}, la subvention, ou la part qui n’en a pas été versée, est caduque.',
    ),
    heading(2, 'Article 4. Versement'),
    paragraph('{aide.versement_phrase}'),
    ...section('regime.investissement_etat', [
      paragraph(
        'Une avance, de 30 % au plus du montant maximal{#regime.decret}, portée à 60 % au plus contre une garantie à première demande{/}, peut être versée au commencement d’exécution. Des acomptes peuvent l’être au fur et à mesure de l’avancement ; avance et acomptes ne dépassent pas 80 % du montant maximal{#regime.decret} (90 % si le délai de réalisation excède quarante-huit mois){/}. Le solde est versé après service fait, sur justification de la réalisation de l’opération et de sa conformité.',
      ),
    ]),
    ...section('pieces.existe', [
      { ...paragraph('Justificatifs à produire :'), keepWithNext: true },
      bulletedList(['{#pieces_a_retourner}', '{intitule}', '{/pieces_a_retourner}']),
    ]),
    heading(2, 'Article 5. Obligations du bénéficiaire et publicité'),
    paragraph(
      'Le bénéficiaire fait mention du concours financier {emetteur.de} dans toute communication sur le projet et y porte son logo. Il informe sans délai {signataire.autorite} de toute modification du projet, de son plan de financement ou de son calendrier.',
    ),
    ...section('obligations.existe', [
      { ...paragraph('Il est en outre tenu aux obligations suivantes :'), keepWithNext: true },
      bulletedList(['{#obligations}', '{texte}', '{/obligations}']),
    ]),
    heading(2, 'Article 6. Reversement'),
    paragraph(
      'Le reversement total ou partiel est demandé si l’objet de la subvention ou l’affectation de l’investissement est modifié sans autorisation, si l’opération n’est pas réalisée dans le délai de l’article 3, si le total des aides publiques dépasse ce que les textes permettent, ou si les conditions de l’octroi ne sont pas respectées (article L242-2 du code des relations entre le public et l’administration).',
    ),
    heading(2, 'Article 7. Imputation'),
    paragraph('La dépense est imputée sur les crédits de l’exercice {appel.exercice} : {aide.imputation}.'),
    heading(2, 'Article 8. Notification et voies de recours'),
    { ...paragraph('Le présent arrêté est notifié {demandeur.a}.'), keepWithNext: true },
    ...section('recours', [{ ...paragraph('{texte}'), keepWithNext: true }]),
    {
      ...paragraph(`Fait à {emetteur.ville}, le {#acte.date}{acte.date}{/}{^acte.date}${handwritten}{/}`),
      keepWithNext: true,
    },
    {
      type: 'signatures',
      places: [{ capacity: '{signataire.qualite}', name: '{signataire.nom}', mention: 'Signature' }],
    },
  ],
}
