import type { Incident } from '#shared/operations/authority/outputs.ts'
import type { Verdict } from '#shared/operations/authority/verdict.ts'

/** What is counted of synchronisation (SV16): kinds and durations, nobody, no scope. */
export interface SyncWatch {
  /** One more channel is open in this process, or one less: 1 or -1. */
  channels(change: number): void
  turnedAway(code: string): void
  entry(verdict: Verdict): void
  wrote(seconds: number): void
  incident(of: Incident['of']): void
  otherHistory(): void
  restored(epoch: number): void
  misbehaved(what: string): void
  returned(voided: boolean): void
  firstCopy(chunks: number, sizeBytes: number, seconds: number): void
}
