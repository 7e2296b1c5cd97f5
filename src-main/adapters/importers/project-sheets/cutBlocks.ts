import { type Label, labelOf } from './sheetLabels.ts'
import type { SourceLine } from './sourceLines.ts'
import { undoRepetition } from './undoRepetition.ts'

export type BlockName = 'description' | 'objectives' | 'amount'

/** The lines under each label of the description section; null where the label is missing. */
export type Blocks = Readonly<Record<BlockName, readonly string[] | null>> & {
  readonly preface: readonly string[]
}

/**
 * Finds the true labels among the lines that look like them. A wrong choice breaks the wiki's repetition, so the cutting
 * that leaves most blocks well formed is the right one ([DO62]).
 */
export function cutBlocks(lines: readonly SourceLine[]): Blocks {
  const choices = combinations(blockNames.map((name) => positionsOf(lines, name)))
  let best = { score: Number.NEGATIVE_INFINITY, blocks: emptyBlocks }
  for (const positions of choices) {
    const blocks = blocksAt(lines, positions)
    const score = scoreOf(blocks, positions)
    if (score > best.score) best = { score, blocks }
  }
  return best.blocks
}

const blockNames: readonly BlockName[] = ['description', 'objectives', 'amount']
const emptyBlocks: Blocks = { description: null, objectives: null, amount: null, preface: [] }

/** More look-alikes than this in one sheet are content. */
const mostPositions = 6

/** « Objectifs : » counts only when no bare « Objectifs » is there. */
function positionsOf(lines: readonly SourceLine[], label: Label): number[] {
  const all = lines.flatMap((line, index) => (labelOf(line) === label ? [index] : []))
  const bare = all.filter((index) => lines[index]?.isBare)
  return (bare.length > 0 ? bare : all).slice(0, mostPositions)
}

function combinations(lists: readonly (readonly number[])[]): (number | null)[][] {
  return lists.reduce<(number | null)[][]>(
    (prefixes, list) =>
      prefixes.flatMap((prefix) =>
        list.length === 0 ? [[...prefix, null]] : list.map((item) => [...prefix, item]),
      ),
    [[]],
  )
}

function blocksAt(lines: readonly SourceLine[], positions: readonly (number | null)[]): Blocks {
  const marks = positions.filter((position) => position !== null).sort((a, b) => a - b)
  const textFrom = (from: number) => {
    const to = marks.find((mark) => mark >= from) ?? lines.length
    return lines.slice(from, to).map((line) => line.text)
  }
  const block = (position: number | null | undefined) =>
    position === null || position === undefined ? null : textFrom(position + 1)
  const [description, objectives, amount] = positions
  return {
    preface: textFrom(0),
    description: block(description),
    objectives: block(objectives),
    amount: block(amount),
  }
}

function scoreOf(blocks: Blocks, positions: readonly (number | null)[]): number {
  const wellFormed = blockNames.filter((name) => undoRepetition(blocks[name] ?? []) !== null).length
  const amount = blocks.amount ?? []
  const amountFits = amount.length <= 1 && amount.every((line) => /\d/.test(line) || line.length < 40)
  const known = positions.filter((position) => position !== null)
  const inOrder = known.every((position, index) => index === 0 || position > (known[index - 1] ?? -1))
  return wellFormed + (amountFits ? 1 : 0) + (inOrder ? 0.25 : 0) - (blocks.preface.length > 0 ? 0.5 : 0)
}
