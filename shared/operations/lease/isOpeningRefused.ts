import type { RowStore } from '../authority/memoryRows.ts'
import { isFinal } from '../authority/verdict.ts'

/**
 * [SY22] Whether the centre answered that this device may not order the room that it opened without it: there is no such lease
 * then, and what came to the room is offered as if it had come straight.
 */
export function isOpeningRefused(copy: Pick<RowStore, 'scan'>, lease: string): boolean {
  for (const [, { entities, ruling }] of copy.scan('own'))
    if (entities.includes(`lease/${lease}`))
      return ruling !== null && isFinal(ruling.verdict) && ruling.verdict !== 'ok'
  return false
}
