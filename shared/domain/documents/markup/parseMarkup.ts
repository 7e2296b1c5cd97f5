import { mergedInlines } from './mergedInlines.ts'
import { readInlines } from './readInlines.ts'
import type { Inlines, RichBlock, RichText } from './richText.ts'

/**
 * [MK1] Reads light markup. Never refuses: what is no mark is text. One line is one block, blank lines separate nothing,
 * as in the plain text of before.
 */
export function parseMarkup(text: string): RichText {
  const blocks: Building[] = []
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() !== '') addLine(blocks, line)
  }
  return blocks as readonly RichBlock[]
}

type Building = Exclude<RichBlock, { readonly type: 'list' }> | BuildingList

interface BuildingList {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: { readonly content: Inlines; readonly lists: BuildingList[] }[]
}

function addLine(blocks: Building[], line: string): void {
  const item = readItem(line)
  const last = blocks.at(-1)
  const open = last?.type === 'list' ? last : undefined
  if (item !== null) {
    const parent = item.isIndented ? open?.items.at(-1) : undefined
    if (addItem(parent?.lists ?? blocks, item)) return
  }
  const trimmed = line.trim()
  const heading = /^(#{3,4})\s+(\S.*)$/su.exec(trimmed)
  blocks.push(
    heading === null
      ? { type: 'paragraph', content: readInlines(trimmed) }
      : {
          type: 'heading',
          level: heading[1]?.length === 3 ? 1 : 2,
          content: mergedInlines(
            readInlines(heading[2] ?? '').map((inline) => ({ ...inline, bold: false, italic: false })),
          ),
        },
  )
}

interface ItemLine {
  readonly isIndented: boolean
  /** Null: a dash. */
  readonly number: number | null
  readonly text: string
}

function readItem(line: string): ItemLine | null {
  const match = /^(\s*)(?:-|(\d{1,3})\.)\s+(\S.*)$/su.exec(line.trimEnd())
  if (match === null) return null
  const [, indent = '', number, text = ''] = match
  return {
    isIndented: indent.length > 1 || indent.includes('\t'),
    number: number === undefined ? null : Number(number),
    text,
  }
}

/** [MK3] False when the number does not follow: « 3. » alone is a text, for no list would print it as a three. */
function addItem(lists: (Building | BuildingList)[], { number, text }: ItemLine): boolean {
  const last = lists.at(-1)
  const open = last?.type === 'list' && last.ordered === (number !== null) ? last : undefined
  const item = { content: readInlines(text), lists: [] }
  if (open !== undefined && (number === null || number === open.items.length + 1)) {
    open.items.push(item)
    return true
  }
  if (number !== null && number !== 1) return false
  lists.push({ type: 'list', ordered: number !== null, items: [item] })
  return true
}
