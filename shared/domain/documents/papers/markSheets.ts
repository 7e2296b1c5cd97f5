import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { boxes, column, heading, note, paragraph, row } from '../blocks.ts'
import type { Block, DocumentModel } from '../model.ts'
import { frenchDateWithWeekday, noBreakSpace, ofName } from '../typography.ts'
import { type PaperHead, type PaperMaking, paperModel, workingNote } from './paperHead.ts'

export interface MarkSheetsFacts {
  readonly head: PaperHead
  readonly grid: {
    readonly label: string
    readonly version: number
    readonly criteria: readonly {
      readonly code: string
      readonly label: string
      readonly weight: number
      /** « 0 à 5 », « A à D », « oui/non ». */
      readonly scale: string
      readonly informative: boolean
      readonly notApplicableAllowed: boolean
    }[]
  } | null
  /** One sheet each; a member's holds nothing of the dossiers he is recused from, not even their number. */
  readonly sheets: readonly {
    readonly evaluator: string
    readonly capacity: string
    readonly rows: readonly {
      /** To key the line back. */
      readonly code: string
      readonly number: number
      readonly applicant: string
      readonly project: string
    }[]
  }[]
}

/**
 * [PA4] Mark sheets to fill by hand, each on its own pages: a line per candidature, a column per criterion. Refusal:
 * `document.missing-items` without grid, or when nobody has anything to mark.
 */
export function markSheets(facts: MarkSheetsFacts, making: PaperMaking): Result<DocumentModel> {
  const filled = facts.sheets.filter(({ rows }) => rows.length > 0)
  const { grid, head } = facts
  if (grid === null || filled.length === 0) {
    const items = [
      ...(grid === null ? ['la grille de notation'] : []),
      ...(filled.length === 0 ? ['des candidatures à noter à l’ordre du jour'] : []),
    ]
    return refuse('document.missing-items', { items })
  }
  return ok(
    paperModel(head, making, {
      kind: 'mark-sheets',
      name: 'Fiches de notes',
      template: 'fiches-1',
      orientation: 'landscape',
      blocks: filled.flatMap((sheet, index) => [
        ...(index === 0 ? [] : [{ type: 'pageBreak' } as const]),
        heading(1, `Fiche de notes · ${sheet.evaluator}`),
        paragraph(
          [
            sheet.capacity,
            `Séance du ${frenchDateWithWeekday(head.date)}`,
            head.callName,
            `grille « ${grid.label} », version ${grid.version}`,
          ]
            .filter((part) => part.trim() !== '')
            .join(' · '),
        ),
        ...workingNote(head, making),
        marksTable(grid, sheet),
        note(legend(grid)),
        remarks(sheet.evaluator),
      ]),
    }),
  )
}

type SheetGrid = NonNullable<MarkSheetsFacts['grid']>

function marksTable({ criteria }: SheetGrid, { evaluator, rows }: MarkSheetsFacts['sheets'][number]): Block {
  return boxes(
    'Notes',
    [
      column('Code', 6.4),
      column('N°', 2.6, 'end'),
      // The header row comes again on each page: so does the name of the author.
      { ...column(`Candidature · fiche ${ofName(evaluator)}`, 22), namesRow: true },
      ...criteria.map(({ code, scale, weight, informative }) =>
        column(
          [code, scale, ...(informative ? [] : [`×${noBreakSpace}${decimal(weight)}`])]
            .map(unbroken)
            .join(' '),
          4,
          'center',
        ),
      ),
    ],
    rows.map(({ code, number, applicant, project }) =>
      row([
        code.replaceAll('-', noBreakHyphen),
        String(number),
        `${applicant} · ${project}`,
        ...criteria.map(() => ''),
      ]),
    ),
    28,
  )
}

/** What each code of a column means. */
const legend = ({ criteria }: SheetGrid): string =>
  `${criteria
    .map(
      ({ code, label, informative, notApplicableAllowed }) =>
        `${code} : ${label}${informative ? ' (hors total)' : ''}${notApplicableAllowed ? '' : ' (note obligatoire)'}`,
    )
    .join(
      ' ; ',
    )}. Sous chaque code : son échelle, puis son poids. « SO » : sans objet, quand le critère l’admet.`

/** Reasons are written under the table: a cell for each would leave no room for the marks. */
const remarks = (evaluator: string): Block =>
  boxes(
    '',
    [
      column('Observations : code de la ligne, critère, motif', 5),
      column(`Je certifie ces notes : ${evaluator}, date et signature`, 2.4),
    ],
    [row(['', ''])],
    66,
  )

/** A code is read and typed in one go; it is keyed back with any dash. */
const noBreakHyphen = '\u2011'

/** Code, scale and weight each on their line. */
const unbroken = (text: string): string => text.replaceAll(' ', noBreakSpace)

const decimal = (weight: number): string => String(weight).replace('.', ',')
