import type { Draft } from '../authority/draft.ts'

/** What the judge asks of the rules of the work. */
export interface JudgePorts {
  /**
   * [SY13] SHA-256, hex, of the facts that closing this session freezes, built from these rows alone; null when they cannot
   * be built. A port that finds a row missing answers null: the judge asks for the row and then asks again.
   */
  factsDigest(rows: Pick<Draft, 'row'>, sessionId: string): string | null
}
