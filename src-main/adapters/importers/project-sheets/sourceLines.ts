import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'

/** One line of the export that is not blank. */
export interface SourceLine {
  /** From 1, in the file. */
  readonly number: number
  readonly text: string
  /** Folded, punctuation as spaces: what labels and titles are recognised by. */
  readonly key: string
  /** False for « Objectifs : », which is a label only where no « Objectifs » is. */
  readonly isBare: boolean
}

/** Non-blank lines, whatever the line endings, invisible characters and accent composition ([DO64]). */
export function sourceLines(text: string): SourceLine[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/).flatMap((rawLine, index) =>
    splitTabbedLabel(rawLine)
      .map(tidyLine)
      .filter((line) => line !== '')
      .map((line) => sourceLine(line, index + 1)),
  )
}

export const sourceLine = (text: string, number: number): SourceLine => ({
  number,
  text,
  key: labelKey(text),
  isBare: !/:\s*$/.test(text),
})

/** A table export puts label and value on one line with a tab between. */
const splitTabbedLabel = (line: string): string[] => {
  const match = /^\s*([^\t]{3,60})\t+\s*(\S.*)$/.exec(line)
  return match && isTableLabel(labelKey(match[1] ?? '')) ? [match[1] ?? '', match[2] ?? ''] : [line]
}

const isTableLabel = (key: string): boolean =>
  /^(?:nom de la collectivite|departement|referent du projet|description synthetique|objectifs|montant d)/.test(
    key,
  )

const tidyLine = (line: string): string =>
  line
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\u2011/g, '-')
    .replace(/\t/g, ' ')
    .trim()

const labelKey = (text: string): string =>
  foldForSearch(text)
    .replace(/[.,:;*#()/|°•·]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
