import type { Orientation } from '#shared/domain/documents/model.ts'
import { createPageCanvas, type PageCanvas } from './pageCanvas.ts'
import { pageGeometry } from './pageStyle.ts'
import type { Slice } from './slice.ts'

/**
 * Lays slices on pages. Slices that must stay together form a group; a group that does not fit goes to the next
 * page; one that is higher than a page is laid slice by slice. `before`: pages of the file that other documents took.
 */
export function paginate(slices: readonly Slice[], first: Orientation, before = 0): readonly PageCanvas[] {
  const pages: PageCanvas[] = []
  let orientation = first
  let page = createPageCanvas(pageGeometry(orientation), before)
  let usedPt = 0

  const beginPage = (): void => {
    pages.push(page)
    page = createPageCanvas(pageGeometry(orientation), before + pages.length)
    usedPt = 0
  }

  const place = (each: Slice): void => {
    if (usedPt === 0 && each.repeatedHead !== null) {
      each.repeatedHead.paint(page, page.geometry.topPt)
      usedPt = each.repeatedHead.heightPt
    } else if (usedPt > 0) {
      usedPt += each.spaceBeforePt
    }
    if (pages.length === 0) usedPt = Math.max(usedPt, each.notAbovePt - page.geometry.topPt)
    each.paint(page, page.geometry.topPt + usedPt)
    usedPt += each.heightPt
  }

  let index = 0
  while (index < slices.length) {
    const end = endOfGroup(slices, index)
    const group = slices.slice(index, end)
    const head = group[0]
    if (head?.newPage != null && (usedPt > 0 || head.newPage !== orientation)) {
      const empty = usedPt === 0
      orientation = head.newPage
      // A document that begins with a section has no blank first page.
      if (empty) page = createPageCanvas(pageGeometry(orientation), before + pages.length)
      else beginPage()
    }
    const capacityPt = page.geometry.contentHeightPt + roundingPt
    const fits = usedPt + heightOf(group, usedPt === 0) <= capacityPt
    if (!fits && usedPt > 0 && heightOf(group, true) <= capacityPt) beginPage()
    for (const each of group) {
      if (usedPt > 0 && usedPt + each.spaceBeforePt + each.heightPt > capacityPt) beginPage()
      place(each)
    }
    index = end
  }
  pages.push(page)
  return pages
}

const roundingPt = 0.01

function endOfGroup(slices: readonly Slice[], start: number): number {
  let end = start
  while (slices[end]?.breakAfter === false && slices[end + 1]?.newPage === null) end++
  return end + 1
}

function heightOf(group: readonly Slice[], atTop: boolean): number {
  const total = group.reduce((sum, each) => sum + each.spaceBeforePt + each.heightPt, 0)
  if (!atTop) return total
  return total - (group[0]?.spaceBeforePt ?? 0) + (group[0]?.repeatedHead?.heightPt ?? 0)
}
