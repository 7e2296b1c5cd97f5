import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import { dashedList, numberedList } from './wordBlocks.ts'
import { headingNumbers } from './wordStyles.ts'

/** The lists of a document, and the one that numbers its headings. */
export const wordNumbering = (numberedHeadings: boolean): INumberingOptions => ({
  config: [
    oneLevel(numberedList, LevelFormat.DECIMAL, '%1.'),
    oneLevel(dashedList, LevelFormat.BULLET, '–'),
    ...(numberedHeadings ? [headings] : []),
  ],
})

const oneLevel = (
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 480, hanging: 400 } } },
    },
  ],
})

const headings = {
  reference: headingNumbers,
  levels: ['%1.', '%1.%2.', '%1.%2.%3.'].map((text, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.SPACE,
    style: { style: `Heading${level + 1}`, paragraph: { indent: { left: 0, hanging: 0 } } },
  })),
}
