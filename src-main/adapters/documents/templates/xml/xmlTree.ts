import { SaxesParser } from 'saxes'

/** A part of a Word file as a tree that may be changed in place, then written again. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Record<string, string>
  children: XmlNode[]
}
export type XmlNode = XmlElement | string

/**
 * The tree of a part, or null: not well formed, with a document type (whose entities could grow without end), too deep
 * or too many pieces for a document that people wrote [VF1]. Never throws.
 */
export function parseXml(source: string): XmlElement | null {
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const path: XmlElement[] = [top]
  let refused = false
  let pieces = 0
  const parser = new SaxesParser()
  const refuse = (): void => {
    refused = true
    throw new Error('refused')
  }
  parser.on('doctype', refuse)
  parser.on('error', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    pieces += 1
    if (pieces > mostPieces || path.length > deepest) refuse()
    const element: XmlElement = {
      name,
      attributes: { ...attributes } as Record<string, string>,
      children: [],
    }
    path.at(-1)?.children.push(element)
    path.push(element)
  })
  parser.on('closetag', () => {
    path.pop()
  })
  const text = (content: string): void => {
    path.at(-1)?.children.push(content)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(source.replace(/^\uFEFF/u, '')).close()
  } catch {
    return null
  }
  return refused ? null : (top.children.find(isElement) ?? null)
}

const mostPieces = 1_000_000
const deepest = 200

export function writeXml(root: XmlElement): string {
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  writeNode(root, parts)
  return parts.join('')
}

function writeNode(node: XmlNode, parts: string[]): void {
  if (typeof node === 'string') {
    parts.push(escaped(node))
    return
  }
  parts.push('<', node.name)
  for (const [name, value] of Object.entries(node.attributes))
    parts.push(' ', name, '="', escaped(value).replace(/"/gu, '&quot;').replace(/\n/gu, '&#10;'), '"')
  if (node.children.length === 0) {
    parts.push('/>')
    return
  }
  parts.push('>')
  for (const child of node.children) writeNode(child, parts)
  parts.push('</', node.name, '>')
}

const escaped = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/\r/gu, '&#13;')

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

export const element = (
  name: string,
  attributes: Record<string, string> = {},
  children: XmlNode[] = [],
): XmlElement => ({ name, attributes, children })

export const elementsOf = ({ children }: XmlElement): XmlElement[] => children.filter(isElement)

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((child): child is XmlElement => isElement(child) && child.name === name)

export const childrenOf = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).filter((child) => child.name === name)

/** The child, made at its place (first or last) when there is none. */
export function ensureChild(parent: XmlElement, name: string, place: 'first' | 'last' = 'last'): XmlElement {
  const found = childOf(parent, name)
  if (found !== undefined) return found
  const made = element(name)
  if (place === 'first') parent.children.unshift(made)
  else parent.children.push(made)
  return made
}

/** Every element of this name inside, outermost first. */
export function descendantsOf(root: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const child of root.children) {
    if (!isElement(child)) continue
    if (child.name === name) found.push(child)
    descendantsOf(child, name, found)
  }
  return found
}

export const contains = (root: XmlElement, test: (element: XmlElement) => boolean): boolean =>
  elementsOf(root).some((child) => test(child) || contains(child, test))

/** `w:val` of a child: « <w:jc w:val="right"/> ». */
export const valueOfChild = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes['w:val']

/** Whether a property such as `w:b` stands; undefined when it is not said. */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(parent, name)
  if (found === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1')
}

export const copyOf = (node: XmlElement): XmlElement => ({
  name: node.name,
  attributes: { ...node.attributes },
  children: node.children.map((child) => (isElement(child) ? copyOf(child) : child)),
})
