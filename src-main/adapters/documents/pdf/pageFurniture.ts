import { footer } from '#shared/domain/documents/footer.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import type { PageCanvas } from './pageCanvas.ts'
import { hairline, type TextStyle, textStyles } from './pageStyle.ts'
import type { Line, TextMeasure } from './wrapRuns.ts'

/** Running head and foot of every page [DC4]; artifacts, so that a screen reader does not read them 150 times. */
export function paintFurniture(
  measure: TextMeasure,
  model: DocumentModel,
  pages: readonly PageCanvas[],
): void {
  const { act, digest } = footer(model)
  pages.forEach((page, index) => {
    const { leftPt, contentWidthPt, heightPt } = page.geometry
    const rightPt = leftPt + contentWidthPt
    const pageNumber = oneLine(
      measure,
      `Page\u00A0${index + 1}\u00A0/\u00A0${pages.length}`,
      textStyles.furniture,
    )
    if (index > 0) {
      const head = oneLine(measure, model.runningHead, textStyles.furniture, contentWidthPt)
      if (head !== undefined) page.line('header', head, textStyles.furniture, leftPt, headTopPt)
      page.rule(leftPt, rightPt, headTopPt + 13, 0.4, hairline)
    }
    const footTopPt = heightPt - footFromBottomPt
    page.rule(leftPt, rightPt, footTopPt, 0.4, hairline)
    const actLine = oneLine(measure, act, textStyles.furniture, contentWidthPt - 90)
    if (actLine !== undefined) page.line('footer', actLine, textStyles.furniture, leftPt, footTopPt + 5)
    if (pageNumber !== undefined) {
      page.line('footer', pageNumber, textStyles.furniture, rightPt - pageNumber.widthPt, footTopPt + 5)
    }
    const digestLine = oneLine(measure, digest, textStyles.digest, contentWidthPt)
    if (digestLine !== undefined) page.line('footer', digestLine, textStyles.digest, leftPt, footTopPt + 16)
  })
}

const headTopPt = 34
const footFromBottomPt = 56

/** The first line: furniture that is too long is shortened, the whole of it stands in the document. */
const oneLine = (
  measure: TextMeasure,
  text: string,
  style: TextStyle,
  widthPt = Number.POSITIVE_INFINITY,
): Line | undefined => measure.wrap([{ text }], style, widthPt)[0]
