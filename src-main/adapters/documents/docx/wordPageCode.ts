import {
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx'
import { encode } from 'uqr'
import { identityOf } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { pageCodeText } from '#shared/domain/documents/pageCode.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { encodePng } from './encodePng.ts'

/**
 * The code of the document at the foot of the pages [PC1]. It floats beside the lines, which it does not push: in the
 * right margin when `rightMarginTwips` has the room, else at the end of the line. Its page is not known here.
 */
export function wordPageCode(model: DocumentModel, rightMarginTwips: number): ImageRun {
  const { data, size } = encode(pageCodeText(identityOf(model), null), { ecc: 'M', border: quietModules })
  const picture = encodePng(size * pixelsAModule, size * pixelsAModule, (x, y) =>
    data[Math.floor(y / pixelsAModule)]?.[Math.floor(x / pixelsAModule)] === true ? 0x000000 : 0xffffff,
  )
  const description = `Code du document ${printableText(model.number)}, à lire par un scanneur`
  return new ImageRun({
    type: 'png',
    data: picture,
    transformation: { width: sidePx, height: sidePx },
    altText: { name: 'Code du document', description, id: '1' },
    floating: {
      horizontalPosition:
        rightMarginTwips >= roomTwips
          ? { relative: HorizontalPositionRelativeFrom.RIGHT_MARGIN, offset: gapEmu }
          : { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.RIGHT },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: -riseEmu },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: true,
    },
  })
}

/** Blank modules that a reader needs around the code. */
const quietModules = 4
const pixelsAModule = 4
/** 14 mm: a module of 0.42 mm, more than three dots of a scan at 200 dpi. */
const sidePx = (14 / 25.4) * 96
const emuAPoint = 12_700
const gapEmu = 5 * emuAPoint
/** The foot of the code is that of the two lines beside it. */
const riseEmu = 17 * emuAPoint
const roomTwips = 1000
