import { escapable } from './readInlines.ts'
import type { Inlines, RichList, RichText } from './richText.ts'

/**
 * [MK4] Light markup of a rich text, one line per block. What `parseMarkup` reads in it is the same text again. Empty
 * blocks and emphasis on spaces are left out.
 */
export function renderMarkup(rich: RichText): string {
  const lines: string[] = []
  let following = 1
  for (const block of rich) {
    if (block.type === 'list') {
      const items = listLines(block, '')
      lines.push(...items)
      if (items.length > 0) following = block.ordered ? items.filter(isNumbered).length + 1 : 1
      continue
    }
    const text = renderInlines(block.content)
    if (text === '') continue
    lines.push(
      block.type === 'heading' ? `${'#'.repeat(block.level + 2)} ${text}` : asParagraph(text, following),
    )
    following = 1
  }
  return lines.join('\n')
}

/** The words of a text that come out of `parseMarkup` as they are. */
export const escapeMarkup = (text: string): string =>
  renderInlines([{ type: 'text', text, bold: false, italic: false }])

function listLines({ ordered, items }: RichList, indent: string): readonly string[] {
  let number = 0
  return items.flatMap(({ content, lists }) => {
    const text = renderInlines(content)
    // Words under an item that has none go up one level rather than away.
    if (text === '') return lists.flatMap((list) => listLines(list, indent))
    number += 1
    return [
      `${indent}${ordered ? `${number}.` : '-'} ${text}`,
      ...lists.flatMap((list) => listLines(list, `${indent}  `)),
    ]
  })
}

const isNumbered = (line: string): boolean => /^\d/u.test(line)

/** `following`: the number that would be read as one more item of the list before. */
function asParagraph(text: string, following: number): string {
  if (/^(?:#{3,4}|-)\s/u.test(text)) return `\\${text}`
  const number = /^(\d{1,3})\.\s/u.exec(text)?.[1]
  if (number === undefined || (Number(number) !== 1 && Number(number) !== following)) return text
  return `${number}\\${text.slice(number.length)}`
}

interface Unit {
  readonly sign: string
  readonly isText: boolean
  bold: boolean
  italic: boolean
}

function renderInlines(inlines: Inlines): string {
  const units = trimmed(
    inlines.flatMap((inline): Unit[] => {
      const { bold, italic } = inline
      return inline.type === 'dossier'
        ? [{ sign: `[[${inline.number}]]`, isText: false, bold, italic }]
        : [...inline.text.replace(/\r?\n/gu, ' ')].map((sign) => ({ sign, isText: true, bold, italic }))
    }),
  )
  leaveSpacesPlain(units, 'bold')
  leaveSpacesPlain(units, 'italic')
  const end = { sign: '', isText: true, bold: false, italic: false }
  return units
    .map((unit, index) => {
      const before = units[index - 1] ?? end
      const after = units[index + 1] ?? end
      return `${switchOf(before, unit)}${escaped(unit, before, after)}${after === end ? switchOf(unit, end) : ''}`
    })
    .join('')
}

const isSpace = ({ sign }: Unit): boolean => sign.trim() === ''

function trimmed(units: readonly Unit[]): readonly Unit[] {
  const first = units.findIndex((unit) => !isSpace(unit))
  return first < 0 ? [] : units.slice(first, units.findLastIndex((unit) => !isSpace(unit)) + 1)
}

/** An emphasis begins and ends on a letter: its spaces at both ends are outside. */
function leaveSpacesPlain(units: readonly Unit[], emphasis: 'bold' | 'italic'): void {
  for (const order of [units, units.toReversed()]) {
    let isInside = false
    for (const unit of order) {
      if (isSpace(unit) && !isInside) unit[emphasis] = false
      isInside = unit[emphasis]
    }
  }
}

const switchOf = (from: Unit, to: Unit): string =>
  '*'.repeat((from.bold === to.bold ? 0 : 2) + (from.italic === to.italic ? 0 : 1))

function escaped(unit: Unit, before: Unit, after: Unit): string {
  const { sign, isText } = unit
  if (!isText) return sign
  const isSwitchedAfter = switchOf(unit, after) !== ''
  switch (sign) {
    case '*':
      return isSpace(before) && isSpace(after) && switchOf(before, unit) === '' && !isSwitchedAfter
        ? sign
        : `\\${sign}`
    case '[':
      return after.isText && after.sign === '[' ? `\\${sign}` : sign
    case '\\':
      return isSwitchedAfter || !after.isText || (after.sign !== '' && escapable.includes(after.sign))
        ? `\\${sign}`
        : sign
    default:
      return sign
  }
}
