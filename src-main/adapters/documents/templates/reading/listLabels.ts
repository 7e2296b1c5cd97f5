import { numberingOf } from '../grafting/bringNumbering.ts'
import type { WordPackage } from '../xml/wordPackage.ts'
import { childOf, childrenOf, valueOfChild, type XmlElement } from '../xml/xmlTree.ts'
import type { ParagraphLook } from './styleSheet.ts'

/** What Word prints before a paragraph of a list. */
export interface ListLabel {
  readonly kind: 'bullet' | 'number'
  /** From 0. */
  readonly level: number
  readonly number: number
  /** « 1. », « Article 2 », « a) »; empty for a bullet. */
  readonly text: string
  /** A list as ours: « 1. », « 2) ». */
  readonly isPlain: boolean
}

/** Counts as Word does; asked once for each paragraph, in order. null for a paragraph of no list. */
export function createListLabels(word: WordPackage): (look: ParagraphLook) => ListLabel | null {
  const root = numberingOf(word)
  const uses = new Map(
    root === null ? [] : childrenOf(root, 'w:num').map((use) => [use.attributes['w:numId'], use]),
  )
  const lists = new Map(
    root === null
      ? []
      : childrenOf(root, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'], list]),
  )
  const counters = new Map<string, number[]>()
  const restarted = new Set<string>()
  return (look) => {
    const numbers = look.property('w:numPr')
    const id = valueOfChild(numbers, 'w:numId')
    const use = uses.get(id)
    const listId = valueOfChild(use, 'w:abstractNumId')
    const list = lists.get(listId)
    if (numbers === undefined || id === undefined || id === '0' || use === undefined || list === undefined)
      return null
    const levels = childrenOf(list, 'w:lvl')
    const bound = levels.find((each) => valueOfChild(each, 'w:pStyle') === look.styleId)
    const level = Math.min(
      8,
      Number(valueOfChild(numbers, 'w:ilvl') ?? bound?.attributes['w:ilvl'] ?? 0) || 0,
    )
    const counts = counters.get(listId ?? '') ?? []
    counters.set(listId ?? '', counts)
    for (const override of restarted.has(id) ? [] : childrenOf(use, 'w:lvlOverride')) {
      const start = Number(valueOfChild(override, 'w:startOverride'))
      if (Number.isFinite(start)) counts[Number(override.attributes['w:ilvl'])] = start - 1
    }
    restarted.add(id)
    const startOf = (at: number): number =>
      Number(valueOfChild(levelAt(use, levels, at), 'w:start') ?? 1) || 0
    const number = (counts[level] ?? startOf(level) - 1) + 1
    counts[level] = number
    counts.length = level + 1
    for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at)
    const own = levelAt(use, levels, level)
    if (own === undefined || valueOfChild(own, 'w:numFmt') === 'bullet')
      return { kind: 'bullet', level, number, text: '', isPlain: true }
    const pattern = valueOfChild(own, 'w:lvlText') ?? ''
    const text = pattern.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1
      const format =
        childOf(own, 'w:isLgl') === undefined ? valueOfChild(levelAt(use, levels, at), 'w:numFmt') : 'decimal'
      return formatted(counts[at] ?? startOf(at), format ?? 'decimal')
    })
    const isPlain = level === 0 && /^%1[.)]?$/u.test(pattern) && valueOfChild(own, 'w:numFmt') === 'decimal'
    return { kind: 'number', level, number, text: text.trim(), isPlain }
  }
}

const levelAt = (use: XmlElement, levels: readonly XmlElement[], at: number): XmlElement | undefined => {
  const isIt = ({ attributes }: XmlElement): boolean => attributes['w:ilvl'] === String(at)
  return childOf(childrenOf(use, 'w:lvlOverride').find(isIt), 'w:lvl') ?? levels.find(isIt)
}

function formatted(number: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'lowerLetter':
      return letters(number)
    case 'upperLetter':
      return letters(number).toUpperCase()
    case 'lowerRoman':
      return roman(number).toLowerCase()
    case 'upperRoman':
      return roman(number)
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'ordinal':
      return number === 1 ? '1er' : `${number}e`
    default:
      return String(number)
  }
}

/** a … z, aa … zz, as Word repeats them. */
function letters(number: number): string {
  if (number < 1) return ''
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  return letter.repeat(Math.min(4, Math.ceil(number / 26)))
}

function roman(number: number): string {
  let rest = Math.min(Math.max(0, number), 3999)
  let text = ''
  for (const [value, sign] of romanSigns) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
