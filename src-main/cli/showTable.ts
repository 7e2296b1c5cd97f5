export interface Column<Row> {
  readonly title: string
  readonly align?: 'right'
  /** Longer cells end with « … ». Unlimited when absent. */
  readonly atMost?: number
  cell(row: Row): string
}

/** Aligned columns for a person's screen: a title line, a rule, then one line per row. */
export function showTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = rows.map((row) => columns.map((column) => shortened(column.cell(row), column.atMost)))
  const widths = columns.map((column, index) =>
    Math.max(lengthOf(column.title), ...cells.map((line) => lengthOf(line[index] ?? ''))),
  )
  const lineOf = (texts: readonly string[]) =>
    texts
      .map((text, index) => padded(text, widths[index] ?? 0, columns[index]?.align === 'right'))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [lineOf(columns.map((column) => column.title)), rule, ...cells.map(lineOf)].join('\n')
}

function padded(text: string, width: number, right: boolean): string {
  const blank = ' '.repeat(Math.max(0, width - lengthOf(text)))
  return right ? blank + text : text + blank
}

const lengthOf = (text: string): number => Array.from(text.normalize('NFC')).length

function shortened(text: string, atMost = Number.POSITIVE_INFINITY): string {
  const characters = Array.from(text.normalize('NFC').replace(/\s+/g, ' '))
  return characters.length <= atMost ? characters.join('') : `${characters.slice(0, atMost - 1).join('')}…`
}
