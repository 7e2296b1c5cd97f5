import { type Label, labelOf, sectionOf } from './sheetLabels.ts'
import { type SourceLine, sourceLine } from './sourceLines.ts'

export interface Identification {
  readonly applicant: string | null
  readonly department: string | null
  /** A contact stood there and was left out ([DO63]). */
  readonly hasReferent: boolean
}

/** Takes the two values that are needed; every other line of the section belongs to people and is dropped. */
export function readIdentification(lines: readonly SourceLine[]): Identification {
  const found: { applicant: string | null; department: string | null } = { applicant: null, department: null }
  let hasReferent = false
  let expected: Label | null = null
  for (const line of lines.flatMap(splitLabelledValue)) {
    const label = sectionOf(line) === null ? labelOf(line) : 'applicant-heading'
    if (label !== null) {
      expected = label
      continue
    }
    if (expected === 'applicant' || expected === 'department') found[expected] ??= line.text
    else if (expected === 'referent') hasReferent = true
    // One label, one value: what follows under it is not asked for. A contact may run over several lines.
    if (expected !== 'referent') expected = null
  }
  return { ...found, hasReferent }
}

/** « Département : 56 - Morbihan » becomes a label and its value. */
function splitLabelledValue(line: SourceLine): SourceLine[] {
  const match = /^([^:]{3,60}?)\s*:\s*(\S.*)$/.exec(line.text)
  const label = match ? sourceLine(match[1] ?? '', line.number) : null
  return label && labelOf(label) !== null ? [label, sourceLine(match?.[2] ?? '', line.number)] : [line]
}
