import type { Run, Runs } from '../model.ts'
import { textOfRuns } from '../plainText.ts'
import { typographic } from '../typography.ts'
import { expandSections, type SectionLimit } from './expandSections.ts'
import { type FieldScope, valueOf } from './fieldScope.ts'
import { readTags, type TemplatePart } from './readTags.ts'

/** A piece of text in the style of the run it stood in. */
interface Piece {
  readonly part: TemplatePart
  readonly style: Omit<Run, 'text'>
}

/** The runs with their fields printed; a section may begin in a run and end in another. May be empty. */
export function fillRuns(runs: Runs, scope: FieldScope): Runs {
  const pieces: readonly Piece[] = runs.flatMap(({ text, ...style }) =>
    readTags(text).map((part) => ({ part, style })),
  )
  const filled = expandSections<Piece>(pieces, scope, {
    limitOf: ({ part }) => limitOf(part),
    fill: ({ part, style }, inner) => [
      part.kind === 'field'
        ? { part: { kind: 'text', text: printed(part.name, inner) }, style }
        : { part, style },
    ],
  })
  return joined(filled)
}

export const fillText = (text: string, scope: FieldScope): string => textOfRuns(fillRuns([{ text }], scope))

/** Not null when these runs hold the limit of a section and nothing else. */
export function soleLimit(runs: Runs): SectionLimit | null {
  const text = textOfRuns(runs)
  if (!text.includes('{')) return null
  const parts = readTags(text).filter((part) => part.kind !== 'text' || part.text.trim() !== '')
  const [part] = parts
  return parts.length === 1 && part !== undefined ? limitOf(part) : null
}

/** A value of several lines gives several; the last one may be empty only when all are. */
export function linesOf(runs: Runs): readonly Runs[] {
  const lines: Run[][] = [[]]
  for (const { text, ...style } of runs) {
    text.split(/\r?\n/u).forEach((line, index) => {
      if (index > 0) lines.push([])
      if (line !== '') lines.at(-1)?.push({ text: line, ...style })
    })
  }
  return lines.filter((line) => textOfRuns(line).trim() !== '')
}

const limitOf = (part: TemplatePart): SectionLimit | null =>
  part.kind === 'text' || part.kind === 'field' ? null : { kind: part.kind, name: part.name }

function printed(name: string, scope: FieldScope): string {
  const value = valueOf(name, scope)
  if (typeof value === 'string' && value.trim() !== '') return value
  scope.report.missing(name)
  return ''
}

function joined(pieces: readonly Piece[]): Runs {
  const runs: Run[] = []
  for (const { part, style } of pieces) {
    const last = runs.at(-1)
    if (last !== undefined && last.bold === style.bold && last.italic === style.italic)
      runs[runs.length - 1] = { ...last, text: last.text + part.text }
    else runs.push({ text: part.text, ...style })
  }
  return runs.filter(({ text }) => text !== '').map((run) => ({ ...run, text: typographic(run.text) }))
}
