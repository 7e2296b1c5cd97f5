import type { Sizes } from './measure/contest.ts'

/** What the figures of `docs/performance.md` are about. */
export const fullSizes: Sizes = {
  candidatures: 100_000,
  wordsPerCandidature: 60,
  rankedCandidatures: 5_000,
  members: 20,
  criteria: 15,
  keystrokes: 24,
  marks: 200,
  fedOperations: 20_000,
  csvRows: 10_000,
  minutesItems: 300,
  sessionItems: 200,
  shortSessionItems: 10,
  rereadings: 20,
  heldItems: 300,
  fewHeldItems: 30,
  heldMembers: 10,
  syncOperations: 1_000,
  withOthers: true,
}

/** Only to see that every line runs and finds what is right. */
export const tinySizes: Sizes = {
  candidatures: 120,
  wordsPerCandidature: 20,
  rankedCandidatures: 12,
  members: 4,
  criteria: 3,
  keystrokes: 4,
  marks: 3,
  fedOperations: 300,
  csvRows: 25,
  minutesItems: 3,
  sessionItems: 8,
  shortSessionItems: 2,
  rereadings: 2,
  heldItems: 6,
  fewHeldItems: 3,
  heldMembers: 3,
  syncOperations: 50,
  withOthers: false,
}
