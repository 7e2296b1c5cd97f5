import type { TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import type { XmlElement } from '../xml/xmlTree.ts'
import { problemAt } from './excerpt.ts'
import { paragraphText } from './paragraphText.ts'
import { plainTag, type Tag, tagsOf } from './tagsOf.ts'
import type { PlacedParagraph } from './templatePlaces.ts'

/** A tag with its paragraph and the sections that are open around it, the innermost last. */
export interface PlacedTag {
  readonly tag: Tag
  readonly at: PlacedParagraph
  readonly within: readonly OpenSection[]
}

export interface OpenSection {
  readonly tag: Tag
  readonly at: PlacedParagraph
}

/** Braces and sections of one part of a template: what is wrong with them, and every tag in its sections. */
export function checkSections(paragraphs: readonly PlacedParagraph[]): {
  readonly tags: readonly PlacedTag[]
  readonly problems: readonly TemplateProblem[]
} {
  const tags: PlacedTag[] = []
  const problems: TemplateProblem[] = []
  let open: readonly OpenSection[] = []
  for (const at of paragraphs) {
    const reading = tagsOf(at.text)
    for (const { brace, start } of reading.strays)
      problems.push(
        problemAt(
          at,
          start,
          brace === '{'
            ? 'Une accolade « { » est ouverte sans être fermée dans ce paragraphe.'
            : 'Une accolade « } » ferme un champ qui n’est pas ouvert dans ce paragraphe.',
        ),
      )
    for (const tag of reading.tags) {
      const problem = (sentence: string): void => {
        problems.push(problemAt(at, tag.start, sentence))
      }
      tags.push({ tag, at, within: open })
      if (tag.kind === 'open' || tag.kind === 'inverted') {
        if (open.length < mostOpen) open = [...open, { tag, at }]
        else problem(`Plus de ${mostOpen} parties sont ouvertes les unes dans les autres.`)
      }
      if (tag.kind !== 'close') continue
      const last = open.at(-1)
      if (last === undefined) {
        problem(`La partie ${plainTag(tag)} se ferme sans avoir été ouverte.`)
        continue
      }
      const opening = plainTag(last.tag)
      if (tag.name === '' || tag.name === last.tag.name) {
        open = open.slice(0, -1)
        if (!closesWhereItOpens(last, { tag, at }))
          problem(
            `La partie ${opening} s’ouvre et se ferme à des endroits qui ne se répondent pas : les deux dans le même paragraphe, dans deux paragraphes qui se suivent ou dans le même tableau.`,
          )
      } else if (open.some((section) => section.tag.name === tag.name)) {
        problem(`La partie ${plainTag(tag)} se ferme alors que ${opening} est encore ouverte.`)
        const from = open.findLastIndex((section) => section.tag.name === tag.name)
        open = open.filter((_, index) => index !== from)
      } else problem(`La partie ${plainTag(tag)} se ferme sans avoir été ouverte.`)
    }
  }
  for (const { tag, at } of open)
    problems.push(problemAt(at, tag.start, `La partie ${plainTag(tag)} est ouverte et n’est jamais fermée.`))
  return { tags, problems }
}

const mostOpen = 50

/** What is between both limits must be whole: words of one paragraph, paragraphs of one place, rows of one table. */
function closesWhereItOpens(opening: OpenSection, closing: OpenSection): boolean {
  if (opening.at.paragraph === closing.at.paragraph) return around(opening) === around(closing)
  const [first, second] = [opening.at.ancestors, closing.at.ancestors]
  if (first.at(-1) === second.at(-1)) return true
  const common = first.findLastIndex((ancestor, index) => second[index] === ancestor)
  if (!['w:tr', 'w:tbl'].includes(first[common]?.name ?? '')) return false
  return [first, second].every(
    (path) => path.slice(common + 1).filter(({ name }) => name === 'w:tc').length === 1,
  )
}

/** What the run of the tag stands in; a link, say, cannot be cut in two. */
function around({ tag, at }: OpenSection): XmlElement | undefined {
  const { pieces } = paragraphText(at.paragraph)
  return pieces.findLast(({ start }) => start <= tag.start)?.around
}
