import { parseMarkup } from '#shared/domain/documents/markup/parseMarkup.ts'
import type { Inline, RichBlock, RichList } from '#shared/domain/documents/markup/richText.ts'
import type { CitedDossier } from './citedDossier.ts'
import { dossierLabel } from './words.ts'

/** Light markup to read. */
export function RichTextView({ markup, dossiers }: { markup: string; dossiers: readonly CitedDossier[] }) {
  return parseMarkup(markup).map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text.
    <Block key={index} block={block} dossiers={dossiers} />
  ))
}

function Block({ block, dossiers }: { block: RichBlock; dossiers: readonly CitedDossier[] }) {
  if (block.type === 'list') return <List list={block} dossiers={dossiers} />
  const Element = block.type === 'paragraph' ? 'p' : block.level === 1 ? 'h4' : 'h5'
  return <Element>{wordsOf(block.content, dossiers)}</Element>
}

function List({ list, dossiers }: { list: RichList; dossiers: readonly CitedDossier[] }) {
  const Element = list.ordered ? 'ol' : 'ul'
  return (
    <Element>
      {list.items.map(({ content, lists }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list.
        <li key={index}>
          <p>{wordsOf(content, dossiers)}</p>
          {lists.map((inner, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list is its place under its item.
            <List key={place} list={inner} dossiers={dossiers} />
          ))}
        </li>
      ))}
    </Element>
  )
}

const wordsOf = (content: readonly Inline[], dossiers: readonly CitedDossier[]) =>
  content.map((inline, index) => {
    const text =
      inline.type === 'text' ? (
        inline.text
      ) : (
        <span data-dossier={inline.number}>
          {dossierLabel(inline.number, dossiers.find(({ number }) => number === inline.number)?.name)}
        </span>
      )
    const leaning = inline.italic ? <em>{text}</em> : text
    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of text is its place in the line.
    return <span key={index}>{inline.bold ? <strong>{leaning}</strong> : leaning}</span>
  })
