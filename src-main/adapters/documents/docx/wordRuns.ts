import { TextRun } from 'docx'
import type { Runs } from '#shared/domain/documents/model.ts'
import { printableText } from '#shared/domain/documents/printableText.ts'

export const wordRuns = (runs: Runs, forceBold = false): TextRun[] =>
  runs.map((run) => wordRun(run.text, { bold: forceBold || run.bold === true, italic: run.italic === true }))

export const wordRun = (text: string, how: { bold?: boolean; italic?: boolean } = {}): TextRun =>
  new TextRun({
    text: printableText(text),
    ...(how.bold === true ? { bold: true } : {}),
    ...(how.italic === true ? { italics: true } : {}),
  })
