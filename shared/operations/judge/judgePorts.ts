import type { Draft } from '../authority/draft.ts'
import type { OperationData } from '../operation.ts'

/** What a closing says of itself, and its facts with it. */
export type ClosingAct = Pick<OperationData['session.close@1'], 'at' | 'number'>

/** What the judge asks of the rules of the work. */
export interface JudgePorts {
  /**
   * [SY13] SHA-256, hex, of the facts that closing this session by this act freezes, built from these rows alone, whoever
   * holds them; null when they cannot be built or the session cannot be closed. A port that finds a row missing answers
   * what it likes: the judge asks for the row and then asks again.
   */
  factsDigest(rows: Pick<Draft, 'row'>, sessionId: string, closing: ClosingAct): string | null
}
