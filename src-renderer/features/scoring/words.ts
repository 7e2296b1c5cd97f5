import { counted, frenchDecimal } from '#shared/domain/documents/typography.ts'
import type { ApplicantKind } from '#shared/domain/dossier/dossier.ts'

export const words = {
  title: 'Mes notes',
  call: 'Appel',
  whoMarks: 'Qui note ?',
  whoMarksHint:
    'Chaque membre remplit sa fiche par candidature. Le secrétariat peut saisir les notes d’une fiche papier au nom du membre.',
  collegial: 'Le comité',
  collegialHint: 'Notation collégiale : une seule fiche par candidature, remplie ensemble.',
  mark: 'Noter',
  noCallTitle: 'Aucun appel à noter',
  noCall: 'Les notes se donnent candidature par candidature, dans un appel et selon sa grille.',
  goToCalls: 'Voir les appels',
  noGridTitle: 'Cet appel n’a pas encore de grille',
  noGrid: 'La grille dit sur quels critères on note et ce que pèse chacun. Choisissez-en une pour cet appel.',
  goToCall: 'Choisir une grille pour l’appel',
  noMemberTitle: 'Le comité n’a pas encore de membre',
  noMember: 'Ajoutez les membres qui notent : chacun aura sa pile de candidatures.',
  goToCommittee: 'Ajouter les membres',
  noCandidatureTitle: 'Aucune candidature à noter',
  noCandidature: 'Les candidatures déposées dans l’appel apparaîtront ici, dans l’ordre de leur numéro.',
  goToCandidatures: 'Importer des candidatures',
  changeEvaluator: 'Changer d’évaluateur',
  pile: 'La pile',
  begin: 'Commencer à noter',
  goOn: 'Reprendre',
  number: 'N°',
  applicant: 'Demandeur',
  project: 'Projet',
  state: 'Fiche',
  previous: 'Précédente',
  next: 'Suivante non notée',
  allDone: 'Toutes les fiches sont déposées.',
  backToPile: 'Voir la pile',
  recuse: 'Se déporter',
  dossier: 'Dossier',
  grid: 'Grille de notation',
  description: 'Description',
  objectives: 'Objectifs',
  annexes: 'Pièces annoncées',
  noText: 'Le dossier ne dit rien ici.',
  requested: 'Montant demandé',
  eligibleBase: 'Dépense subventionnable',
  asWritten: 'Écrit dans le dossier',
  department: 'Département',
  applicantKind: 'Demandeur',
  subtotal: 'Total provisoire',
  total: 'Total',
  outOfHundred: 'sur 100',
  weight: (weight: number): string => `poids ${weight}`,
  informative: 'pour information',
  knockout: 'éliminatoire',
  notApplicable: 'Sans objet',
  notApplicableShort: 'S. o.',
  comment: 'Commentaire',
  commentRequired: 'Un commentaire est nécessaire pour cette note.',
  markFirst: 'Notez d’abord ce critère : le commentaire accompagne la note.',
  openComment: 'Commenter',
  typing: (text: string): string => `${text}… Entrée pour prendre cette note`,
  offScale: (text: string, allowed: string): string => `« ${text} » n’est pas sur ce barème : ${allowed}.`,
  notApplicableRefused: 'Ce critère doit être noté : « sans objet » n’y est pas admis.',
  marked: (label: string, mark: string): string => `${label} : ${mark}`,
  cleared: (label: string): string => `${label} : note effacée`,
  file: 'Déposer la fiche',
  filedNotice: 'Fiche déposée. Elle compte dans le classement et ne se modifie plus.',
  reopen: 'Rouvrir la fiche',
  reopenReason: 'Motif de la réouverture',
  reopenHint: 'Le motif reste dans l’historique de la fiche.',
  reopenConfirm: 'Rouvrir pour modifier',
  recapTitle: 'Déposer cette fiche ?',
  recapMissingMarks: 'Critères sans note',
  recapMissingMarksHint: 'Ils sortiront du calcul : ils ne comptent jamais pour zéro.',
  recapMissingComments: 'Commentaires à écrire avant le dépôt',
  recapReady: 'Tous les critères sont notés.',
  recapAfter: 'Une fois déposée, la fiche compte dans le classement. La rouvrir demandera un motif.',
  goBack: 'Revenir à la fiche',
  recusalTitle: 'Se déporter de cette candidature ?',
  recusalFor: (name: string): string => `Déport de ${name}`,
  recusalEffect:
    'Ce membre ne verra plus ce dossier, ne le notera pas, et sortira de la salle quand il sera examiné. Une note déjà donnée sort du calcul.',
  recusalReason: 'Motif, en quelques mots',
  recusalReasonHint: 'Jamais publié. Par exemple : « maire de la commune ».',
  recusalBasis: 'Fondement',
  recusalConfirm: 'Déclarer le déport',
  goOnAfterRecusal: 'Passer à la suivante',
  recusedTitle: 'Déport déclaré',
  recused:
    'Cet évaluateur s’est déporté de cette candidature : le dossier ne lui est pas montré. Seule la présidence peut lever un déport.',
  keys: 'Touches',
  singleKeys: 'Touches d’une lettre actives dans la grille',
  stateToMark: 'À noter',
  stateDraft: 'Commencée',
  stateFiled: 'Déposée',
} as const

/** « 7 sur 49 notés » */
export const progressWords = (filed: number, total: number): string =>
  `${filed} sur ${total} ${filed > 1 ? 'notés' : 'noté'}`

export const recusedCountWords = (count: number): string =>
  count === 0 ? '' : `${counted(count, 'déport', 'déports')}, hors de la pile`

export const totalWords = (total: string | null): string => (total === null ? '–' : frenchDecimal(total))

export const applicantKindWords: Readonly<Record<ApplicantKind, string>> = {
  commune: 'Commune',
  epci: 'Intercommunalité',
  departement: 'Département',
  region: 'Région',
  ccas: 'CCAS',
  association: 'Association',
  company: 'Entreprise',
  other: 'Autre organisme',
  unknown: 'Nature inconnue',
}

/** What may found a recusal, by the status of the person (french-rules §1.3). */
export const recusalBases = [
  { value: 'cgct-l2131-11', label: 'Élu intéressé à l’affaire (CGCT L2131-11)' },
  { value: 'cgct-l1111-6', label: 'Représentant dans l’organisme demandeur (CGCT L1111-6)' },
  { value: 'crpa-r133-12', label: 'Membre d’une commission de l’État (CRPA R133-12)' },
  { value: 'cgfp-l121-4', label: 'Agent public (CGFP L121-4 et L121-5)' },
  { value: 'reglement', label: 'Règlement ou charte de l’appel' },
  { value: '', label: 'Autre raison' },
] as const

export const keyWords: readonly { readonly keys: string; readonly effect: string }[] = [
  { keys: '0-9', effect: 'noter et passer au critère suivant' },
  { keys: 'A-D · O N', effect: 'noter sur une échelle de lettres, oui ou non' },
  { keys: 'N', effect: 'sans objet (S sur oui/non)' },
  { keys: 'C', effect: 'commenter (Maj+C sur A-D)' },
  { keys: '↑ ↓', effect: 'changer de critère' },
  { keys: 'Retour arrière', effect: 'effacer la note' },
  { keys: 'Alt+→', effect: 'candidature suivante non notée' },
  { keys: 'R', effect: 'se déporter' },
  { keys: 'Ctrl+Entrée', effect: 'déposer la fiche' },
]
