import {
  adoptPart,
  type FileState,
  isReunited,
  reuniteAdopted,
} from '#shared/operations/authority/adoptStates.ts'
import type { RowStore } from '#shared/operations/authority/memoryRows.ts'
import { lacks } from '#shared/operations/authority/rows.ts'

/**
 * [SY32] Begins a copy with the states of its own file, a part at a time: memory is that of a part. Inside the transaction of its
 * caller.
 * @param states in the order in which a log takes them in.
 */
export function adoptFile(copy: RowStore, states: Iterable<FileState>, dev: string): void {
  const write = (step: ReturnType<typeof adoptPart>): void => {
    if (lacks(step)) throw new Error('a copy in the file lacks no row')
    copy.apply(step.changes)
  }
  const duplicates: string[] = []
  let part: FileState[] = []
  for (const state of states) {
    part.push(state)
    if (isReunited(state)) duplicates.push(state.entity)
    if (part.length < statesPerPart) continue
    write(adoptPart(copy, part, dev))
    part = []
  }
  write(adoptPart(copy, part, dev))
  write(reuniteAdopted(copy, duplicates))
}

const statesPerPart = 1_000
