import type {
  InstanceType,
  Member,
  NoticeRuleId,
  RecusalCounting,
} from '#shared/domain/committee/committee.ts'

export const words = {
  title: 'Comité',
  identity: 'L’instance',
  identityHint: 'Ce qui est écrit ici ouvre chaque procès-verbal.',
  name: 'Nom du comité',
  instanceType: 'Nature de l’instance',
  decidingAuthority: 'Autorité qui décide après l’avis',
  decidingAuthorityHint:
    'Par exemple « le conseil communautaire ». À laisser vide quand le comité décide lui-même.',
  place: 'Lieu habituel des séances',
  recusalCounting: 'Quorum en cas de déport',
  members: 'Membres',
  addMember: 'Ajouter un membre',
  add: 'Ajouter ce membre',
  cancel: 'Ne pas ajouter',
  edit: 'Modifier',
  close: 'Fermer',
  firstName: 'Prénom',
  lastName: 'Nom',
  capacity: 'Qualité',
  capacityHint: 'Imprimée au procès-verbal : « maire de Ploërmel », « directrice du numérique ».',
  role: 'Rôle',
  voice: 'Voix',
  office: 'Mandat',
  inOffice: 'En exercice',
  inOfficeHint:
    'Un membre qui n’est plus en exercice ne compte plus dans le quorum ; ses notes passées restent.',
  formerMember: 'A quitté le comité',
  substituteOf: 'Suppléant de',
  substituteOfHint: 'Un suppléant ne compte dans le quorum et ne vote qu’à la place de ce titulaire.',
  nobodysSubstitute: 'Membre titulaire',
  substitutes: (name: string): string => `Suppléant de ${name}`,
  noticeRule: 'Délai de convocation',
  proxiesPerHolder: 'Pouvoirs par membre',
  proxiesPerHolderHint: 'Un seul, sauf si le règlement en permet davantage.',
  emptyTitle: 'Aucun membre pour l’instant',
  empty:
    'Les membres notent les candidatures, siègent et votent. Le quorum se calcule sur ceux qui sont en exercice.',
  nameMissing: 'Le nom est nécessaire : il figure au procès-verbal.',
  count: (inOffice: number, deliberative: number): string =>
    `${inOffice} en exercice, dont ${deliberative} avec voix délibérative`,
  closing: (name: string): string => `Fermer ${name}`,
  editing: (name: string): string => `Modifier ${name}`,
} as const

export const instanceWords: Readonly<Record<InstanceType, { label: string; explanation: string }>> = {
  organe_deliberant: {
    label: 'Organe délibérant',
    explanation:
      'Conseil municipal, communautaire, départemental, régional : il décide. Quorum : plus de la moitié des membres en exercice, présents.',
  },
  commission_interne: {
    label: 'Commission interne',
    explanation:
      'Commission d’un conseil : elle donne un avis. Aucun quorum légal ; Délibéré demande la moitié des membres.',
  },
  commission_consultative_etat: {
    label: 'Commission consultative de l’État',
    explanation:
      'Placée auprès du préfet : elle donne un avis. Quorum : la moitié des membres, pouvoirs compris (CRPA R133-10).',
  },
  commission_detr: {
    label: 'Commission DETR',
    explanation: 'Commission d’élus consultée par le préfet (CGCT L2334-37). Quorum : la moitié des membres.',
  },
  jury_ad_hoc: {
    label: 'Jury d’appel à projets',
    explanation: 'Ses règles sont dans le règlement de l’appel. Délibéré demande la moitié des membres.',
  },
}

export const noticeWords: Readonly<Record<NoticeRuleId, string>> = {
  none: 'Aucun texte n’en fixe',
  'council-under-3500': '3 jours francs (commune de moins de 3 500 habitants)',
  'council-3500-and-more': '5 jours francs (3 500 habitants et plus)',
  'department-region': '12 jours (département, région)',
  'state-committee': '5 jours (commission de l’État, R133-8)',
}

export const recusalCountingWords: Readonly<Record<RecusalCounting, string>> = {
  numerator: 'Le membre déporté est retiré des présents (règle stricte)',
  'numerator-and-denominator': 'Il est retiré des présents et des membres en exercice (CGCT L2131-11)',
}

export const roleWords: Readonly<Record<Member['role'], string>> = {
  chair: 'Présidence',
  secretary: 'Secrétariat',
  member: 'Membre',
}

export const voiceWords: Readonly<Record<Member['voice'], string>> = {
  deliberative: 'Délibérative',
  consultative: 'Consultative',
}
