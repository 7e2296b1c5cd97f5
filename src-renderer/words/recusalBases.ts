/** Grounds a recusal may rest on (french-rules §1.3). The values are kept in the file: never renamed. */
export const recusalBases = [
  { value: 'cgct-l2131-11', label: 'Élu intéressé à l’affaire (CGCT L2131-11)' },
  { value: 'cgct-l1111-6', label: 'Représentant dans l’organisme demandeur (CGCT L1111-6)' },
  { value: 'crpa-r133-12', label: 'Membre d’une commission de l’État (CRPA R133-12)' },
  { value: 'cgfp-l121-4', label: 'Agent public (CGFP L121-4 et L121-5)' },
  { value: 'reglement', label: 'Règlement ou charte de l’appel' },
  { value: '', label: 'Autre raison' },
] as const
