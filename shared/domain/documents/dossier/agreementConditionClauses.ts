import { bulletedList, paragraph } from '../blocks.ts'
import { otherwise, section } from '../follow-up/templateSections.ts'
import type { AgreementClause } from './agreementClauses.ts'
import { standingOf } from './standingOf.ts'

const always = (): boolean => true

/** What the beneficiary tells, shows and accounts for, and how the agreement changes or ends. */
export const conditionClauses: readonly AgreementClause[] = [
  {
    id: 'accessibilite',
    title: 'Accessibilité numérique',
    whenOwed: (facts) =>
      ['public-body', 'commune-under-3500', 'commune-of-unknown-size'].includes(standingOf(facts)),
    isMandatory: false,
    blocks: [
      paragraph(
        'Les services de communication au public en ligne que le projet crée ou transforme sont accessibles aux personnes handicapées (loi n° 2005-102 du 11 février 2005, article 47).',
      ),
    ],
  },
  {
    id: 'donnees',
    title: 'Données à caractère personnel',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'Chaque partie traite, sous sa responsabilité, les données à caractère personnel nécessaires à l’instruction, au paiement et au contrôle de la subvention, dans le respect du règlement (UE) 2016/679 du 27 avril 2016 et de la loi n° 78-17 du 6 janvier 1978. Elles sont conservées le temps que demandent ces opérations et l’archivage public. Les personnes concernées exercent leurs droits auprès {emetteur.de}{#emetteur.courriel} ({emetteur.courriel}){/}.',
      ),
    ],
  },
  {
    id: 'communication',
    title: 'Communication',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'Le bénéficiaire fait mention du concours financier {emetteur.de} dans toute communication sur le projet et y porte son logo.',
      ),
    ],
  },
  {
    id: 'information',
    title: 'Modifications et cofinancements',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'Le bénéficiaire informe l’administration sans délai, par écrit, de toute modification du projet, de son calendrier ou de son plan de financement, de tout autre financement public obtenu, et de tout changement de ses statuts, de ses dirigeants ou de son siège.',
      ),
    ],
  },
  {
    id: 'suivi',
    title: 'Suivi et évaluation',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'Le bénéficiaire rend compte de l’avancement du projet à la demande de l’administration et renseigne les indicateurs du dossier. L’évaluation porte sur les résultats obtenus au regard des objectifs, en quantité et en qualité.',
      ),
    ],
  },
  {
    id: 'compte_rendu',
    title: 'Compte rendu financier',
    whenOwed: always,
    isMandatory: true,
    blocks: [
      ...section('est_organisme_prive', [
        paragraph(
          'Le bénéficiaire produit, dans les six mois suivant la fin de l’exercice pour lequel la subvention est attribuée, un compte rendu financier qui atteste la conformité des dépenses à l’objet de la subvention (loi n° 2000-321 du 12 avril 2000, article 10 ; arrêté du 24 mai 2005), avec son dernier rapport d’activité et ses comptes approuvés.',
        ),
      ]),
      ...otherwise('est_organisme_prive', [
        paragraph(
          'Le bénéficiaire produit, à l’achèvement du projet, un état récapitulatif des dépenses et des recettes{#est_organisme_public}, visé par son comptable public{/}, et un bilan de réalisation.',
        ),
      ]),
    ],
  },
  {
    id: 'controle',
    title: 'Contrôle',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'L’administration peut contrôler à tout moment, sur pièces et sur place, l’emploi de la subvention. Le bénéficiaire conserve les pièces justificatives pendant dix ans après le dernier versement.',
      ),
    ],
  },
  {
    id: 'aides_etat',
    title: 'Aides d’État',
    whenOwed: ({ candidature }) => candidature.applicantKind === 'company',
    isMandatory: true,
    blocks: [
      paragraph(
        'La subvention est une aide de minimis de {aide.montant}, exprimée en équivalent-subvention brut, accordée sur le fondement du {texte.minimis}. Le bénéficiaire déclare que le total des aides de minimis reçues par l’entreprise unique à laquelle il appartient, cette subvention comprise, ne dépasse pas, sur la période de trois ans que fixe ce règlement, le plafond qu’il prévoit.',
      ),
    ],
  },
  {
    id: 'reversement',
    title: 'Reversement',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'L’administration peut, après avoir recueilli les observations du bénéficiaire, demander le reversement de tout ou partie de la subvention si elle n’a pas été employée conformément à la convention, si le projet n’est pas réalisé ou l’est en partie seulement, ou si les conditions de l’octroi ne sont pas respectées (article L242-2 du code des relations entre le public et l’administration).',
      ),
    ],
  },
  {
    id: 'avenant',
    title: 'Avenant',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'La convention ne peut être modifiée que par un avenant signé des deux parties, qui ne remet pas en cause son objet.',
      ),
    ],
  },
  {
    id: 'resiliation',
    title: 'Résiliation',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'Si une partie manque à ses obligations, l’autre peut résilier la convention un mois après une mise en demeure, par lettre recommandée avec avis de réception, restée sans effet, sans préjudice du reversement des sommes indûment perçues.',
      ),
    ],
  },
  {
    id: 'caducite',
    title: 'Caducité',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'Si les justificatifs ne sont pas produits au plus tard le {aide.caducite}, la subvention, ou la part qui n’en a pas été versée, est caduque.',
      ),
    ],
  },
  {
    id: 'annexes',
    title: 'Annexes',
    whenOwed: ({ candidature }) => candidature.annexes.some((title) => title.trim() !== ''),
    isMandatory: false,
    blocks: [
      { ...paragraph('Font partie de la convention les pièces suivantes du dossier :'), keepWithNext: true },
      bulletedList(['{#pieces_du_dossier}', '{intitule}', '{/pieces_du_dossier}']),
    ],
  },
  {
    id: 'litiges',
    title: 'Litiges',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      paragraph(
        'Les parties recherchent un accord amiable. À défaut, le litige est porté devant le {tribunal.nom}{#tribunal.adresse} ({tribunal.adresse}){/}.',
      ),
    ],
  },
]
