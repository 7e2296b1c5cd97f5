import type {
  Align,
  Block,
  HeadingBlock,
  KeyValuesBlock,
  ParagraphBlock,
  Run,
  TableColumn,
  TableRow,
} from './model.ts'
import { typographic } from './typography.ts'

/** Short ways to write blocks; every text goes through French typography. */
export const run = (text: string): Run => ({ text: typographic(text) })
export const strong = (text: string): Run => ({ text: typographic(text), bold: true })

export const heading = (level: HeadingBlock['level'], text: string): HeadingBlock => ({
  type: 'heading',
  level,
  text: typographic(text),
})

export const paragraph = (...parts: readonly (string | Run)[]): ParagraphBlock => ({
  type: 'paragraph',
  tone: 'body',
  runs: parts.map((part) => (typeof part === 'string' ? run(part) : part)),
})

export const note = (text: string): ParagraphBlock => ({ type: 'paragraph', tone: 'note', runs: [run(text)] })

/** One block per paragraph of a text somebody typed; blank lines are dropped. */
export const typedParagraphs = (text: string): readonly ParagraphBlock[] =>
  text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim()))

/** Entries whose value is empty are left out: nothing is ever printed empty. */
export function keyValues(entries: readonly (readonly [key: string, value: string])[]): KeyValuesBlock {
  return {
    type: 'keyValues',
    entries: entries
      .filter(([, value]) => value.trim() !== '')
      .map(([key, value]) => ({ key: typographic(key), value: [run(value)] })),
  }
}

export const column = (header: string, share: number, align: Align = 'start'): TableColumn => ({
  header: typographic(header),
  share,
  align,
})

export const row = (cells: readonly string[], emphasis: TableRow['emphasis'] = 'none'): TableRow => ({
  cells: cells.map((text) => [run(text)]),
  emphasis,
})

export const table = (
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): Block => ({ type: 'table', caption: typographic(caption), columns, rows })

/** A table whose cells are boxes to write in by hand. */
export const boxes = (
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  boxHeightPt: number,
): Block => ({ type: 'table', caption: typographic(caption), columns, rows, boxHeightPt })

export const numberedList = (items: readonly string[]): Block => ({
  type: 'list',
  ordered: true,
  items: items.map((text) => [run(text)]),
})

export const bulletedList = (items: readonly string[]): Block => ({
  type: 'list',
  ordered: false,
  items: items.map((text) => [run(text)]),
})

/** Ends a sentence that somebody may or may not have ended. */
export const sentence = (text: string): string => {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?…»]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}
