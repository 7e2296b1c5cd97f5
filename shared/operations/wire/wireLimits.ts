import { maxCommitBytes } from '../commit.ts'

/** Four of the largest commits; a frame is built and checked whole in memory. */
export const maxFrameBytes = 4 * maxCommitBytes + 4096
export const maxControlBytes = 64 * 1024
export const maxPartBytes = maxCommitBytes
export const maxParts = 16_384
/** Above this, what is waiting to leave for one reader, it is told to pull instead. */
export const slowReaderBytes = 1024 * 1024
/** Ids, logs, builds. */
export const maxTextLength = 200
/** So that the answers to one push fit a control. */
export const maxCommitsPerPush = 256
