import type { BatchKind, BatchReport } from '#shared/domain/documents/documentBoard.ts'
import { counted, frenchDate, frenchHour } from '#shared/domain/documents/typography.ts'
import { batchWords } from './batchWords.ts'

export interface BatchHead {
  readonly what: BatchKind
  /** Number of the minutes; null before the closing. */
  readonly sessionNumber: string | null
  /** ISO date. */
  readonly sessionDate: string
  /** Local date and hour. */
  readonly madeAt: string
}

/**
 * [BA2] What stands in the folder for whoever opens it a month later: what was made, what is missing and why. Plain text
 * that the notepad of any system reads: UTF-8 with its mark, CRLF.
 */
export function batchReportText(
  { what, sessionNumber, sessionDate, madeAt }: BatchHead,
  { written, merged, mailMerge, left }: BatchReport,
): string {
  const { singular, plural } = batchWords[what]
  const session = `séance du ${frenchDate(sessionDate)}${sessionNumber === null ? '' : `, ${sessionNumber}`}`
  const lines = [
    `${counted(written, singular, plural)} de la ${session}`,
    `Produits le ${frenchDate(madeAt.slice(0, 10))} à ${frenchHour(madeAt.slice(11))}.`,
    '',
    ...(merged === null ? [] : [`Pour imprimer d’un coup : « ${merged} ».`]),
    `Pour un publipostage : « ${mailMerge} ».`,
    '',
    left.length === 0
      ? 'Aucune candidature n’est restée de côté.'
      : `${counted(left.length, 'candidature est restée', 'candidatures sont restées')} de côté :`,
    ...left.map(({ number, applicant, reason }) => `  n° ${number}, ${applicant} : ${reason}.`),
  ]
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`
}
