import { isAnnexLine } from './isAnnexLine.ts'
import { sectionBounds } from './sectionBounds.ts'
import { labelOf, sectionOf } from './sheetLabels.ts'
import { isDoubledTitle, isForeignLabel, pageKind } from './skippedPages.ts'
import type { SourceLine } from './sourceLines.ts'

export interface FoundSheets {
  readonly sheets: readonly FoundSheet[]
  /** Stretches of lines between the sheets. */
  readonly others: readonly (readonly SourceLine[])[]
}

export interface FoundSheet {
  readonly titleLine: SourceLine | null
  /** From the first line after the titles to the end of the sheet. */
  readonly body: readonly SourceLine[]
  readonly firstLine: number
  readonly lastLine: number
}

/** Cuts the export into project sheets and what lies between them ([DO60]). */
export function findSheets(lines: readonly SourceLine[]): FoundSheets {
  const starts = findStarts(lines)
  const sheets: FoundSheet[] = []
  const others: SourceLine[][] = [lines.slice(0, starts[0]?.from ?? lines.length)]
  starts.forEach((start, index) => {
    const region = lines.slice(start.bodyFrom, starts[index + 1]?.from ?? lines.length)
    if (!isProjectSheet(region)) {
      others.push(lines.slice(start.from, start.bodyFrom + region.length))
      return
    }
    const body = region.slice(0, lengthOfSheet(region))
    const titleLine = start.titleIndex === null ? null : (lines[start.titleIndex] ?? null)
    const firstLine = lines[start.from]?.number ?? 1
    sheets.push({ titleLine, body, firstLine, lastLine: body.at(-1)?.number ?? firstLine })
    others.push(region.slice(body.length))
  })
  return { sheets, others: others.filter((stretch) => stretch.length > 0) }
}

interface SheetStart {
  readonly from: number
  readonly titleIndex: number | null
  readonly bodyFrom: number
}

function findStarts(lines: readonly SourceLine[]): SheetStart[] {
  const starts: SheetStart[] = []
  lines.forEach((line, index) => {
    const bodyFrom = starts.at(-1)?.bodyFrom ?? -1
    if (index <= bodyFrom) return
    const start = opensSheet(line) ? startAt(lines, index, bodyFrom) : null
    if (start !== null) starts.push(start)
  })
  return starts
}

const opensSheet = (line: SourceLine): boolean => {
  const section = sectionOf(line)
  const label = section === null ? labelOf(line) : null
  return (
    section === 'identification' ||
    section === 'description' ||
    label === 'applicant-heading' ||
    label === 'applicant'
  )
}

function startAt(lines: readonly SourceLine[], index: number, previousBodyFrom: number): SheetStart | null {
  // The wiki may put a date or an author between the titles and the first section: at most two lines.
  const isIdentification = sectionOf(lines[index] as SourceLine) === 'identification'
  for (let back = 2; back <= (isIdentification ? 4 : 2); back++) {
    const candidate = index - back
    if (candidate > previousBodyFrom && isTitlePair(lines, candidate)) {
      return { from: candidate, titleIndex: candidate, bodyFrom: index }
    }
  }
  if (!isIdentification || !isPastFreeText(lines.slice(Math.max(previousBodyFrom, 0), index))) return null
  const before = index - 1 > previousBodyFrom ? lines[index - 1] : undefined
  const isTitle =
    before !== undefined && sectionOf(before) === null && labelOf(before) === null && !isAnnexLine(before)
  return isTitle
    ? { from: index - 1, titleIndex: index - 1, bodyFrom: index }
    : { from: index, titleIndex: null, bodyFrom: index }
}

const isTitlePair = (lines: readonly SourceLine[], index: number): boolean => {
  const [line, next] = [lines[index], lines[index + 1]]
  if (!line || line.key === '' || line.key !== next?.key) return false
  return sectionOf(line) === null && labelOf(line) === null
}

/** A title written once opens a sheet only where no description can still be running. */
const isPastFreeText = (lines: readonly SourceLine[]): boolean => {
  const sections = lines.map(sectionOf)
  const description = sections.lastIndexOf('description')
  if (description === -1) return !lines.some((line) => labelOf(line) === 'description')
  return sections.slice(description).some((section) => section === 'annexes' || section === 'commitments')
}

const isProjectSheet = (region: readonly SourceLine[]): boolean =>
  region.some(
    (line) => sectionOf(line) === 'description' || ['description', 'amount'].includes(labelOf(line) ?? ''),
  )

/** How many lines of the region belong to the sheet; the rest are other pages. */
function lengthOfSheet(region: readonly SourceLine[]): number {
  const { closing, annexes } = sectionBounds(region)
  if (annexes !== -1) {
    const rest = region.slice(annexes + 1)
    const end = rest.findIndex((line, index) => !isAnnexLine(line) || startsOtherPage(rest, index))
    return end === -1 ? region.length : annexes + 1 + end
  }
  const end = region.findIndex(
    (_, index) => index > 0 && isForeignPage(region, index, index > closing && closing !== -1),
  )
  return end === -1 ? region.length : end
}

/** « Rapport » twice then its text is a page called « Rapport »; the last annex, repeated by the wiki, has no text. */
const startsOtherPage = (lines: readonly SourceLine[], index: number): boolean => {
  const following = lines[index + 2]
  if (!isDoubledTitle(lines, index) || following === undefined) return false
  return !isAnnexLine(following) && !isDoubledTitle(lines, index + 2)
}

function isForeignPage(region: readonly SourceLine[], index: number, afterFreeText: boolean): boolean {
  if (!isDoubledTitle(region, index)) return false
  const following = region.slice(index + 2, index + 8)
  return (
    following.some(isForeignLabel) || (afterFreeText && pageKind(region.slice(index, index + 8)) !== 'other')
  )
}
