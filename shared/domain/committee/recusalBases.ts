/** A ground that a recusal may rest on, as one text says it between two dates. */
export interface RecusalBasis {
  /** Kept in files: never renamed, never given to another text. A rewritten text is a new entry. */
  readonly id: string
  /** French, as a screen offers it. */
  readonly label: string
  /** The text, as a document cites it. */
  readonly text: string
  /** ISO dates, both included; null: since always, in force. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** Whose recusal it is. */
  readonly for: 'elected' | 'agent' | 'state-committee' | 'juror'
}

/** [CO13] french-rules §1.3, with its proof levels. */
export const recusalBases: readonly RecusalBasis[] = [
  {
    // [S]; its second sentence (both numerator and denominator, loi 3DS) since 2022-02-23.
    id: 'cgct-l2131-11',
    label: 'Élu intéressé à l’affaire (CGCT L2131-11)',
    text: 'code général des collectivités territoriales, article L2131-11',
    validFrom: '1996-02-24',
    validTo: null,
    for: 'elected',
  },
  {
    // [V], wording of loi 3DS.
    id: 'cgct-l1111-6',
    label: 'Représentant dans l’organisme demandeur (CGCT L1111-6)',
    text: 'code général des collectivités territoriales, article L1111-6',
    validFrom: '2022-02-23',
    validTo: null,
    for: 'elected',
  },
  {
    // [V]
    id: 'crpa-r133-12',
    label: 'Membre d’une commission de l’État (CRPA R133-12)',
    text: 'code des relations entre le public et l’administration, article R133-12',
    validFrom: '2016-01-01',
    validTo: null,
    for: 'state-committee',
  },
  {
    // [M]; before the code, loi 83-634 art. 25 bis.
    id: 'loi-83-634-25-bis',
    label: 'Agent public (loi du 13 juillet 1983, art. 25 bis)',
    text: 'loi n° 83-634 du 13 juillet 1983, article 25 bis',
    validFrom: '2016-04-22',
    validTo: '2022-02-28',
    for: 'agent',
  },
  {
    // [M]
    id: 'cgfp-l121-4',
    label: 'Agent public (CGFP L121-4 et L121-5)',
    text: 'code général de la fonction publique, articles L121-4 et L121-5',
    validFrom: '2022-03-01',
    validTo: null,
    for: 'agent',
  },
  {
    // [S]
    id: 'loi-2013-907-2',
    label: 'Conflit d’intérêts (loi du 11 octobre 2013, art. 2)',
    text: 'loi n° 2013-907 du 11 octobre 2013, article 2',
    validFrom: '2014-02-01',
    validTo: '2025-12-23',
    for: 'elected',
  },
  {
    // [S]: reworked by loi 2025-1249, in force on 24 December 2025.
    id: 'loi-2013-907-2-2025',
    label: 'Conflit d’intérêts (loi du 11 octobre 2013, art. 2)',
    text: 'loi n° 2013-907 du 11 octobre 2013, article 2, dans sa rédaction issue de la loi n° 2025-1249 du 22 décembre 2025',
    validFrom: '2025-12-24',
    validTo: null,
    for: 'elected',
  },
  {
    // [S]
    id: 'cp-432-12',
    label: 'Prise illégale d’intérêts (code pénal, art. 432-12)',
    text: 'code pénal, article 432-12',
    validFrom: '1994-03-01',
    validTo: '2025-12-23',
    for: 'elected',
  },
  {
    // [S]: rewritten by loi 2025-1249.
    id: 'cp-432-12-2025',
    label: 'Prise illégale d’intérêts (code pénal, art. 432-12)',
    text: 'code pénal, article 432-12, dans sa rédaction issue de la loi n° 2025-1249 du 22 décembre 2025',
    validFrom: '2025-12-24',
    validTo: null,
    for: 'elected',
  },
  {
    // [J]: the declaration of the call itself.
    id: 'reglement',
    label: 'Règlement ou charte de l’appel',
    text: 'règlement de l’appel à projets et charte de déontologie',
    validFrom: null,
    validTo: null,
    for: 'juror',
  },
]

/** Those in force on the ISO date of the session, in the order of the list. */
export const recusalBasesOn = (date: string): readonly RecusalBasis[] =>
  recusalBases.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo),
  )
