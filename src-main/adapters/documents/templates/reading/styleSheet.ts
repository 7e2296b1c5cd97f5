import type { Align } from '#shared/domain/documents/model.ts'
import { paragraphStyleIds, paragraphStyleNames } from '../../docx/wordStyles.ts'
import { stylesOf } from '../grafting/bringStyles.ts'
import type { WordPackage } from '../xml/wordPackage.ts'
import { childOf, childrenOf, isOn, valueOfChild, type XmlElement } from '../xml/xmlTree.ts'

/** What the styles of a file say of a paragraph or of words, each property from the nearest style that says it. */
export interface StyleSheet {
  /** The style and those it is based on, nearest first; the default one for no id. */
  chain(id: string | undefined, kind?: 'paragraph' | 'character' | 'table'): readonly XmlElement[]
  /** The id of our style that has this id or its name; any other id as it is. */
  ownId(id: string | undefined): string
}

export function readStyleSheet(word: WordPackage): StyleSheet {
  const styles = childrenOf(stylesOf(word), 'w:style')
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const byDefault = (kind: string): XmlElement | undefined =>
    styles.find(({ attributes }) => attributes['w:type'] === kind && attributes['w:default'] === '1')
  const chains = new Map<string, readonly XmlElement[]>()
  return {
    chain: (id, kind = 'paragraph') => {
      const known = chains.get(`${kind} ${id}`)
      if (known !== undefined) return known
      const found: XmlElement[] = []
      chains.set(`${kind} ${id}`, found)
      let style = id === undefined ? byDefault(kind) : byId.get(id)
      // A style based on itself is a fault of the file.
      while (style !== undefined && found.length < longestChain && !found.includes(style)) {
        found.push(style)
        style = byId.get(valueOfChild(style, 'w:basedOn') ?? '')
      }
      return found
    },
    ownId: (id) => {
      const name = valueOfChild(byId.get(id ?? ''), 'w:name')
      const own = Object.entries(paragraphStyleNames).find(([, each]) => each === name)?.[0]
      return own === undefined ? (id ?? '') : paragraphStyleIds[own as keyof typeof paragraphStyleIds]
    },
  }
}

/** Word itself follows fewer. */
const longestChain = 30

/** The paragraph as its own properties and its styles say. */
export interface ParagraphLook {
  readonly styleId: string
  /** The same in our files, whatever another program called it. */
  readonly ownStyle: string
  /** Names of the style and of those it is based on, small letters, in English whatever the language of Word. */
  readonly styleNames: readonly string[]
  /** The property itself, else that of the nearest style. */
  property(name: string): XmlElement | undefined
  readonly bold: boolean
  readonly italic: boolean
  /** Half-points; null when nothing says it. */
  readonly size: number | null
}

export function lookOf(paragraph: XmlElement, sheet: StyleSheet): ParagraphLook {
  const own = childOf(paragraph, 'w:pPr')
  const styleId = valueOfChild(own, 'w:pStyle')
  const chain = sheet.chain(styleId)
  const runs = chain.map((style) => childOf(style, 'w:rPr'))
  const size = Number(runs.map((run) => valueOfChild(run, 'w:sz')).find((value) => value !== undefined))
  return {
    styleId: styleId ?? '',
    ownStyle: sheet.ownId(styleId),
    styleNames: chain.map((style) => (valueOfChild(style, 'w:name') ?? '').toLowerCase()),
    property: (name) =>
      [own, ...chain.map((style) => childOf(style, 'w:pPr'))]
        .map((properties) => childOf(properties, name))
        .find((found) => found !== undefined),
    bold: firstSaid(runs, 'w:b'),
    italic: firstSaid(runs, 'w:i'),
    size: Number.isFinite(size) && size > 0 ? size : null,
  }
}

/** Level of the heading, 1 to 3; null for what is none. */
export function headingLevel(look: ParagraphLook): 1 | 2 | 3 | null {
  const named = look.styleNames.map((name) => /^(?:heading|titre) ([1-9])$/u.exec(name)?.[1])
  const outline = look.property('w:outlineLvl')?.attributes['w:val']
  const level = Number(
    named.find((found) => found !== undefined) ?? (outline === undefined ? 0 : Number(outline) + 1),
  )
  if (!(level >= 1 && level <= 9)) return null
  return level === 1 ? 1 : level === 2 ? 2 : 3
}

export const firstSaid = (properties: readonly (XmlElement | undefined)[], name: string): boolean =>
  properties.map((each) => isOn(each, name)).find((value) => value !== undefined) ?? false

export function alignOf(look: ParagraphLook): Align | undefined {
  const said = look.property('w:jc')?.attributes['w:val']
  if (said === 'center') return 'center'
  return said === 'right' || said === 'end' ? 'end' : undefined
}
