import type { Runs } from '#shared/domain/documents/model.ts'

/** Lines of one paragraph where the model has room for one only. */
export const joinedLines = (lines: readonly Runs[]): Runs =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: ' ' }, ...line]))
