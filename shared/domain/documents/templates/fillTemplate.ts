import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Block, Runs, TableRow } from '../model.ts'
import { textOfRuns } from '../plainText.ts'
import { expandSections, type SectionLimit } from './expandSections.ts'
import type { FieldRecord } from './fieldRecord.ts'
import type { FieldScope } from './fieldScope.ts'
import { fillRuns, fillText, linesOf, soleLimit } from './fillRuns.ts'

/**
 * [TP1] Fills the blocks of a template. A field prints its text; `{#name}…{/name}` prints its inside when the condition
 * holds, when the text is not empty, or once for each entry of the list; `{^name}…{/name}` otherwise. A paragraph, an
 * item, or a whole row that is opened by its first cell and closed by its last one is repeated whole; what is left empty
 * disappears. Refusals: `template.unbalanced` with the tags, `template.missing-values` with the names of the fields that
 * are unknown or have nothing to print.
 */
export function fillTemplate(blocks: readonly Block[], fields: FieldRecord): Result<readonly Block[]> {
  const missing = new Set<string>()
  const unbalanced = new Set<string>()
  const scope: FieldScope = {
    records: [fields],
    report: { missing: (name) => missing.add(name), unbalanced: (tag) => unbalanced.add(tag) },
  }
  const filled = expandSections(blocks, scope, { limitOf: limitOfBlock, fill: fillBlock })
  if (unbalanced.size > 0) return refuse('template.unbalanced', { items: [...unbalanced] })
  return missing.size > 0 ? refuse('template.missing-values', { items: [...missing] }) : ok(filled)
}

const limitOfBlock = (block: Block): SectionLimit | null =>
  block.type === 'paragraph' ? soleLimit(block.runs) : null

function fillBlock(block: Block, scope: FieldScope): readonly Block[] {
  switch (block.type) {
    case 'title':
      return [
        {
          ...block,
          overline: fillText(block.overline, scope),
          text: fillText(block.text, scope),
          subtitle: fillText(block.subtitle, scope),
        },
      ]
    case 'heading':
      return [{ ...block, text: fillText(block.text, scope) }]
    case 'paragraph':
      return linesOf(fillRuns(block.runs, scope)).map((runs) => ({ ...block, runs }))
    case 'list': {
      const items = runsExpanded(block.items, scope)
      return items.length === 0 ? [] : [{ ...block, items }]
    }
    case 'address':
      return [{ ...block, lines: runsExpanded(block.lines, scope) }]
    case 'keyValues': {
      const entries = block.entries
        .map(({ key, value }) => ({ key: fillText(key, scope), value: fillRuns(value, scope) }))
        .filter(({ value }) => textOfRuns(value).trim() !== '')
      return entries.length === 0 ? [] : [{ ...block, entries }]
    }
    case 'table': {
      const rows = block.rows.flatMap((row) => fillRow(row, scope))
      return rows.length === 0 ? [] : [{ ...block, caption: fillText(block.caption, scope), rows }]
    }
    case 'signatures':
      return [
        {
          ...block,
          places: block.places.map(({ capacity, name, mention }) => ({
            capacity: fillText(capacity, scope),
            name: fillText(name, scope),
            mention: fillText(mention, scope),
          })),
        },
      ]
    default:
      return [block]
  }
}

const runsExpanded = (items: readonly Runs[], scope: FieldScope): readonly Runs[] =>
  expandSections(items, scope, {
    limitOf: soleLimit,
    fill: (runs, inner) => linesOf(fillRuns(runs, inner)),
  })

/** `{#list}` at the head of the first cell and `{/list}` at the end of the last one: as many rows as entries. */
function fillRow(row: TableRow, scope: FieldScope): readonly TableRow[] {
  const filled = (cells: readonly Runs[], inner: FieldScope): TableRow => ({
    ...row,
    cells: cells.map((runs) => fillRuns(runs, inner)),
  })
  const opening = /^\{([#^])\s*([^{}]*?)\s*\}/u.exec(row.cells[0]?.[0]?.text ?? '')
  const closing = /\{\/\s*([^{}]*?)\s*\}$/u.exec(row.cells.at(-1)?.at(-1)?.text ?? '')
  const isWhole =
    row.cells.length > 1 && opening !== null && closing !== null && ['', opening[2]].includes(closing[1])
  if (!isWhole) return [filled(row.cells, scope)]
  const limit: SectionLimit = { kind: opening[1] === '#' ? 'open' : 'inverted', name: opening[2] ?? '' }
  const items: readonly (SectionLimit | readonly Runs[])[] = [
    limit,
    withoutLimits(row.cells, opening[0].length, closing[0].length),
    { kind: 'close', name: limit.name },
  ]
  return expandSections<SectionLimit | readonly Runs[] | TableRow>(items, scope, {
    limitOf: (item) => ('kind' in item ? item : null),
    fill: (item, inner) => (Array.isArray(item) ? [filled(item as readonly Runs[], inner)] : [item]),
  }).filter((item): item is TableRow => 'cells' in item)
}

const withoutLimits = (cells: readonly Runs[], headLength: number, tailLength: number): readonly Runs[] =>
  cells.map((runs, place) =>
    runs.map((run, index) => {
      const from = place === 0 && index === 0 ? headLength : 0
      const isTail = place === cells.length - 1 && index === runs.length - 1
      return { ...run, text: run.text.slice(from, isTail ? -tailLength : undefined) }
    }),
  )
