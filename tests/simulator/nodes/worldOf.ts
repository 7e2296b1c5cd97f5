import type { BugName } from '../meeting/bugs.ts'
import type { Cast } from '../meeting/cast.ts'
import type { Cryptography } from './cryptography.ts'

/** What all machines of a world share. */
export interface WorldOf {
  readonly seed: string
  readonly cast: Cast
  readonly cryptography: Cryptography
  /** The bug that is planted; null: the right build. */
  readonly bug: BugName | null
  /** The machines of the exchange speak, who shut out a device that was taken out. */
  readonly wire: boolean
}

export const centreLog = 'centre'
/** How often a laptop asks, in milliseconds of virtual time. */
export const tickMs = 4000
