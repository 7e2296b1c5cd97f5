/**
 * [SC13] The cells of a text copied from a spreadsheet: tabs, else semicolons. A cell in quotation marks may hold
 * separators and line breaks. Lines are counted from 1 as pasted, blank ones are left out.
 */
export function pastedTable(
  text: string,
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = source.includes('\t') ? '\t' : ';'
  const rows: { line: number; cells: string[] }[] = []
  let row = { line: 1, cells: [] as string[] }
  let cell = ''
  let line = 1
  let quoted = false
  const endRow = () => {
    row.cells.push(cell.trim())
    rows.push(row)
    cell = ''
    row = { line, cells: [] }
  }
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index] ?? ''
    if (character === '\n') line += 1
    if (quoted) {
      if (character !== '"') cell += character
      else if (source[index + 1] === '"') {
        cell += '"'
        index += 1
      } else quoted = false
    } else if (character === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (character === separator) {
      row.cells.push(cell.trim())
      cell = ''
    } else if (character === '\n') endRow()
    else cell += character
  }
  endRow()
  return rows.filter(({ cells }) => cells.some((written) => written !== ''))
}
