import type { Block } from '#shared/domain/documents/model.ts'
import { textOfRuns } from '#shared/domain/documents/plainText.ts'
import { readPart, relationshipsOf } from '../xml/wordPackage.ts'
import { childrenOf, isOn, type XmlElement } from '../xml/xmlTree.ts'
import type { ReadingContext } from './readingContext.ts'

/** Head of the first page, the logo first: the PDF has a head of its own on the next ones. */
export function readHead(section: XmlElement | undefined, context: ReadingContext): readonly Block[] {
  const type = isOn(section, 'w:titlePg') === true ? 'first' : 'default'
  const blocks = readReference(section, 'w:headerReference', type, context)
  return [
    ...blocks.filter((block) => block.type === 'image'),
    ...blocks.filter((block) => block.type !== 'image'),
  ]
}

/** What the foot says besides number, digest and pages, said once, at the end. */
export function readFoot(section: XmlElement | undefined, context: ReadingContext): readonly Block[] {
  const types = isOn(section, 'w:titlePg') === true ? ['first', 'default'] : ['default']
  const said = new Set<string>()
  return types
    .flatMap((type) => readReference(section, 'w:footerReference', type, context))
    .flatMap((block): readonly Block[] => {
      if (block.type !== 'paragraph') return [block]
      const text = textOfRuns(block.runs)
      if (said.has(text)) return []
      said.add(text)
      return [{ ...block, tone: 'note' }]
    })
}

function readReference(
  section: XmlElement | undefined,
  reference: string,
  type: string,
  context: ReadingContext,
): readonly Block[] {
  const references = section === undefined ? [] : childrenOf(section, reference)
  const id = references.find(({ attributes }) => (attributes['w:type'] ?? 'default') === type)?.attributes[
    'r:id'
  ]
  const path = relationshipsOf(context.word, context.word.main).find((each) => each.id === id)?.target
  const root = path === undefined ? null : readPart(context.word, path)
  return path === undefined || root === null ? [] : context.readBlocks(root, path)
}
