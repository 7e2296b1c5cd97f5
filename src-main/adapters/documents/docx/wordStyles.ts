import type { IStylesOptions } from 'docx'

/** Named in every file; Word and LibreOffice fall back to what the machine has. */
export const wordFont = 'Source Sans 3'

export const accentColor = '1A365E'
export const quietColor = '545963'
export const hairlineColor = 'C2C7CF'
export const bandColor = 'F1F3F6'

/** Ids of our own styles, as they appear in the style pane of Word. */
export const paragraphStyleIds = {
  overline: 'Surtitre',
  subtitle: 'SousTitreActe',
  note: 'NoteActe',
  caption: 'LegendeTableau',
  cell: 'CelluleTableau',
  headCell: 'EnTeteTableau',
  key: 'Rubrique',
  furniture: 'PiedActe',
  capacity: 'QualiteSignataire',
  addressee: 'Destinataire',
  chartLabel: 'LibelleGraphique',
} as const

/** Their names in the style pane: another program that writes the file again keeps them and may change the ids. */
export const paragraphStyleNames: Readonly<Record<keyof typeof paragraphStyleIds, string>> = {
  overline: 'Surtitre',
  subtitle: 'Sous-titre de l’acte',
  note: 'Note de l’acte',
  caption: 'Légende de tableau',
  cell: 'Cellule de tableau',
  headCell: 'En-tête de tableau',
  key: 'Rubrique',
  furniture: 'Pied de l’acte',
  capacity: 'Qualité du signataire',
  addressee: 'Destinataire',
  chartLabel: 'Libellé de graphique',
}

/** Multilevel list that numbers the headings: « 1. », « 1.2. ». */
export const headingNumbers = 'titres-numerotes'

/** Sizes in half-points, spaces in twentieths of a point: the same scale as the PDF's. */
export const wordStyles = (numberedHeadings: boolean): IStylesOptions => ({
  default: {
    document: {
      run: { font: wordFont, size: 21, color: '1A1C21', language: { value: 'fr-FR' } },
      paragraph: { spacing: { before: 120, line: 280, lineRule: 'atLeast' } },
    },
    title: {
      run: { font: wordFont, size: 46, bold: true, color: accentColor },
      paragraph: { spacing: { before: 120, after: 60, line: 560, lineRule: 'atLeast' }, keepNext: true },
    },
    heading1: heading(29, 400, accentColor, numberedHeadings ? 0 : null),
    heading2: heading(23, 300, accentColor, numberedHeadings ? 1 : null),
    heading3: heading(21, 200, '1A1C21', numberedHeadings ? 2 : null),
    listParagraph: { paragraph: { spacing: { before: 60 } } },
  },
  paragraphStyles: [
    style('overline', { size: 20, bold: true, color: quietColor }, 0, true),
    style('subtitle', { size: 24 }, 40, true),
    style('note', { size: 18, color: quietColor }, 80, false),
    style('caption', { size: 19, bold: true }, 240, true),
    style('cell', { size: 18 }, 0, false),
    style('headCell', { size: 17, bold: true, color: quietColor }, 0, true),
    style('key', { size: 19, color: quietColor }, 0, false),
    style('furniture', { size: 15, color: quietColor }, 0, false),
    style('capacity', { size: 19, bold: true }, 0, true),
    style('addressee', { size: 21 }, 0, false),
    style('chartLabel', { size: 18 }, 0, false),
  ],
})

/** `level`: its place in the list that numbers the headings, from 0; null when they are not numbered. */
function heading(size: number, before: number, color: string, level: number | null) {
  return {
    run: { font: wordFont, size, bold: true, color },
    paragraph: {
      spacing: { before, after: 60 },
      keepNext: true,
      keepLines: true,
      ...(level === null ? {} : { numbering: { reference: headingNumbers, level } }),
    },
  }
}

function style(
  which: keyof typeof paragraphStyleIds,
  run: { size: number; bold?: boolean; color?: string },
  before: number,
  keepNext: boolean,
) {
  return {
    id: paragraphStyleIds[which],
    name: paragraphStyleNames[which],
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: wordFont, ...run },
    paragraph: {
      spacing: { before, after: 0, line: Math.round(run.size * 13.3), lineRule: 'atLeast' as const },
      keepNext,
    },
  }
}
