/** Writes an invented sheet the way the wiki exports it: title twice, blocks folded then unfolded. */
export function sheetText(sheet: {
  title: string
  applicant?: string
  department?: string
  referent?: readonly string[]
  description?: readonly string[]
  objectives?: readonly string[]
  amount?: string
  followUp?: readonly string[]
  annexes?: readonly string[]
}): string {
  return [
    sheet.title,
    sheet.title,
    '1.IDENTIFICATION',
    'La collectivité',
    'Nom de la collectivité',
    ...(sheet.applicant === undefined ? [] : [sheet.applicant]),
    'Département',
    ...(sheet.department === undefined ? [] : [sheet.department]),
    'Référent du projet',
    ...(sheet.referent ?? []),
    '2.DESCRIPTION DU PROJET',
    'Description synthétique du projet',
    ...folded(sheet.description ?? []),
    'Objectifs',
    ...folded(sheet.objectives ?? []),
    'Montant du financement France Relance',
    ...(sheet.amount === undefined ? [] : [sheet.amount]),
    '3.SUIVI DU PROJET',
    ...(sheet.followUp ?? []),
    '4.ENGAGEMENTS DANS LE CADRE DE LA CONVENTION DE FINANCEMENT FRANCE RELANCE',
    '5.ANNEXES',
    ...folded(sheet.annexes ?? []),
    '',
  ].join('\n')
}

const folded = (paragraphs: readonly string[]): readonly string[] => [
  ...paragraphs.slice(0, 1),
  ...paragraphs.slice(1),
  ...paragraphs.slice(1),
]
