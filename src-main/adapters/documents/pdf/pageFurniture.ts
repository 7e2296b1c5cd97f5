import { identityOf } from '#shared/domain/documents/documentIdentity.ts'
import { footer } from '#shared/domain/documents/footer.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { pageCodeText } from '#shared/domain/documents/pageCode.ts'
import type { PageCanvas } from './pageCanvas.ts'
import { pageCodeBoxes, pageCodeQuietPt, pageCodeSidePt } from './pageCodeBoxes.ts'
import { black, hairline, type TextStyle, textStyles } from './pageStyle.ts'
import type { Line, TextMeasure } from './wrapRuns.ts'

/**
 * Running head, foot and code of every page of one document [DC4]; artifacts, so that a screen reader does not read them 150
 * times. The foot stops before the white that surrounds the code.
 */
export function paintFurniture(
  measure: TextMeasure,
  model: DocumentModel,
  pages: readonly PageCanvas[],
): void {
  const { act, digest } = footer(model)
  const identity = identityOf(model)
  pages.forEach((page, index) => {
    const { leftPt, contentWidthPt, heightPt } = page.geometry
    const rightPt = leftPt + contentWidthPt
    if (index > 0) {
      const head = oneLine(measure, model.runningHead, textStyles.furniture, contentWidthPt)
      if (head !== undefined) page.line('header', head, textStyles.furniture, leftPt, headTopPt)
      page.rule(leftPt, rightPt, headTopPt + 13, 0.4, hairline)
    }
    const footTopPt = heightPt - footFromBottomPt
    const footWidthPt = contentWidthPt - pageCodeSidePt - pageCodeQuietPt - 4
    page.rule(leftPt, leftPt + footWidthPt, footTopPt, 0.4, hairline)
    const pageNumber = oneLine(
      measure,
      `Page\u00A0${index + 1}\u00A0/\u00A0${pages.length}`,
      textStyles.furniture,
    )
    const numberWidthPt = pageNumber?.widthPt ?? 0
    const actLine = oneLine(measure, act, textStyles.furniture, footWidthPt - numberWidthPt - 12)
    if (actLine !== undefined) page.line('footer', actLine, textStyles.furniture, leftPt, footTopPt + 5)
    if (pageNumber !== undefined) {
      const numberLeftPt = leftPt + footWidthPt - numberWidthPt
      page.line('footer', pageNumber, textStyles.furniture, numberLeftPt, footTopPt + 5)
    }
    const digestLine = oneLine(measure, digest, textStyles.digest, footWidthPt)
    if (digestLine !== undefined) page.line('footer', digestLine, textStyles.digest, leftPt, footTopPt + 16)
    const code = pageCodeBoxes(
      pageCodeText(identity, index + 1),
      rightPt - pageCodeSidePt,
      heightPt - codeFromBottomPt,
    )
    page.fill(code, black, 'footer')
  })
}

const headTopPt = 34
const footFromBottomPt = 56
/** Its foot is 9 mm above the edge of the sheet, where every printer prints. */
const codeFromBottomPt = 62

/** The first line: furniture that is too long is shortened, the whole of it stands in the document. */
const oneLine = (
  measure: TextMeasure,
  text: string,
  style: TextStyle,
  widthPt: number = Number.POSITIVE_INFINITY,
): Line | undefined => measure.wrap([{ text }], style, widthPt)[0]
