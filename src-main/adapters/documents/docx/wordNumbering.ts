import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import type { Block } from '#shared/domain/documents/model.ts'
import { dashedList, nestedDashedList, nestedNumberedList, numberedList } from './wordList.ts'
import { headingNumbers } from './wordStyles.ts'

/** The lists of a document, those within a list if there is any, and the one that numbers its headings. */
export const wordNumbering = (blocks: readonly Block[], numberedHeadings: boolean): INumberingOptions => ({
  config: [
    oneLevel(numberedList, LevelFormat.DECIMAL, '%1.', 480),
    oneLevel(dashedList, LevelFormat.BULLET, '–', 480),
    ...(blocks.some((block) => block.type === 'list' && block.nested !== undefined)
      ? [
          oneLevel(nestedNumberedList, LevelFormat.DECIMAL, '%1.', 960),
          oneLevel(nestedDashedList, LevelFormat.BULLET, '–', 960),
        ]
      : []),
    ...(numberedHeadings ? [headings] : []),
  ],
})

const oneLevel = (
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  leftTwips: number,
) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: leftTwips, hanging: 400 } } },
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
