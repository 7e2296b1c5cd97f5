import type { PDFContext, PDFRef } from 'pdf-lib'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { textString } from './embedFont.ts'
import type { Bookmark } from './landmarks.ts'
import type { PageCanvas } from './pageCanvas.ts'

/** Bookmarks from the headings, and from the documents of a file of several, as deep as they are; null when there is none. */
export function writeOutline(
  context: PDFContext,
  bookmarks: readonly Bookmark[],
  pageRefs: readonly PDFRef[],
  pages: readonly PageCanvas[],
): PDFRef | null {
  const forest = nest(bookmarks)
  if (forest.length === 0) return null
  const rootRef = context.nextRef()

  const write = (nodes: readonly Node[], parent: PDFRef): { first: PDFRef; last: PDFRef } => {
    const refs = nodes.map(() => context.nextRef())
    nodes.forEach(({ mark, children }, index) => {
      const own = refs[index] ?? rootRef
      const inside = children.length > 0 ? write(children, own) : null
      const heightPt = pages[mark.pageIndex]?.geometry.heightPt ?? 0
      const top = Math.min(heightPt, heightPt - mark.topPt + 8)
      context.assign(
        own,
        context.obj({
          Title: textString(printableText(mark.text)),
          Parent: parent,
          ...(index > 0 ? { Prev: refs[index - 1] } : {}),
          ...(index < nodes.length - 1 ? { Next: refs[index + 1] } : {}),
          ...(inside === null ? {} : { First: inside.first, Last: inside.last, Count: -children.length }),
          Dest: [pageRefs[mark.pageIndex], 'XYZ', null, Math.round(top), null],
        }),
      )
    })
    return { first: refs[0] ?? rootRef, last: refs.at(-1) ?? rootRef }
  }

  const { first, last } = write(forest, rootRef)
  context.assign(rootRef, context.obj({ Type: 'Outlines', First: first, Last: last, Count: forest.length }))
  return rootRef
}

interface Node {
  readonly mark: Bookmark
  readonly children: Node[]
}

function nest(bookmarks: readonly Bookmark[]): readonly Node[] {
  const roots: Node[] = []
  const path: Node[] = []
  for (const mark of bookmarks) {
    const node = { mark, children: [] }
    while ((path.at(-1)?.mark.level ?? -1) >= mark.level) path.pop()
    const siblings = path.at(-1)?.children ?? roots
    siblings.push(node)
    path.push(node)
  }
  return roots
}
