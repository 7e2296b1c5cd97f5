import type { JSONContent } from '@tiptap/react'
import type {
  Inline,
  Inlines,
  RichBlock,
  RichItem,
  RichList,
  RichText,
} from '#shared/domain/documents/markup/richText.ts'

/** The document of the editor that shows a rich text. */
export const toEditor = (rich: RichText): JSONContent => ({
  type: 'doc',
  content: rich.length === 0 ? [{ type: 'paragraph' }] : rich.map(blockNode),
})

/** The rich text of what the editor holds. Lists deeper than the markup knows come up to its last level. */
export const fromEditor = (document: JSONContent): RichText => (document.content ?? []).flatMap(blockOf)

function blockNode(block: RichBlock): JSONContent {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: block.content.map(inlineNode) }
    case 'paragraph':
      return { type: 'paragraph', content: block.content.map(inlineNode) }
    case 'list':
      return {
        type: block.ordered ? 'orderedList' : 'bulletList',
        content: block.items.map(({ content, lists }) => ({
          type: 'listItem',
          content: [{ type: 'paragraph', content: content.map(inlineNode) }, ...lists.map(blockNode)],
        })),
      }
  }
}

function inlineNode(inline: Inline): JSONContent {
  const marks = [...(inline.bold ? [{ type: 'bold' }] : []), ...(inline.italic ? [{ type: 'italic' }] : [])]
  return {
    ...(inline.type === 'text'
      ? { type: 'text', text: inline.text }
      : { type: 'dossier', attrs: { number: inline.number } }),
    ...(marks.length === 0 ? {} : { marks }),
  }
}

function blockOf(node: JSONContent): readonly RichBlock[] {
  switch (node.type) {
    case 'heading': {
      const { level } = node.attrs ?? {}
      return [{ type: 'heading', level: level === 1 ? 1 : 2, content: inlinesOf(node) }]
    }
    case 'paragraph':
      return [{ type: 'paragraph', content: inlinesOf(node) }]
    case 'bulletList':
    case 'orderedList':
      return [listOf(node)]
    default:
      return []
  }
}

const listOf = (node: JSONContent): RichList => ({
  type: 'list',
  ordered: node.type === 'orderedList',
  items: (node.content ?? []).map((item): RichItem => {
    const [paragraph, ...lists] = item.content ?? []
    return {
      content: paragraph === undefined ? [] : inlinesOf(paragraph),
      lists: lists.map((list) => ({ ...listOf(list), items: listOf(list).items.flatMap(levelled) })),
    }
  }),
})

const levelled = (item: RichItem): readonly RichItem[] => [
  { content: item.content, lists: [] },
  ...item.lists.flatMap(({ items }) => items.flatMap(levelled)),
]

const inlinesOf = ({ content = [] }: JSONContent): Inlines =>
  content.flatMap((node): readonly Inline[] => {
    const emphasis = {
      bold: node.marks?.some(({ type }) => type === 'bold') ?? false,
      italic: node.marks?.some(({ type }) => type === 'italic') ?? false,
    }
    if (node.type === 'text') return [{ type: 'text', text: node.text ?? '', ...emphasis }]
    const { number } = (node.attrs ?? {}) as { readonly number?: unknown }
    return node.type === 'dossier' && typeof number === 'number'
      ? [{ type: 'dossier', number, ...emphasis }]
      : []
  })
