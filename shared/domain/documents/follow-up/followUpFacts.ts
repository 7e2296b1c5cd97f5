import type { Issuer } from '../../issuer/issuer.ts'
import type { RectificationFacts } from '../../session/rectificationFacts.ts'
import type { DecisionAct } from '../../session/session.ts'
import type { SessionFacts } from '../../session/sessionFacts.ts'

/** What follows the closing of a session is made from: its frozen facts, who signs, and the act once it is known. */
export interface FollowUpFacts {
  readonly format: 1
  readonly issuer: Omit<Issuer, 'id'>
  readonly session: SessionFacts
  /** SHA-256 hex of the frozen facts. */
  readonly sessionDigest: string
  /** Its rectifying acts as they were frozen, oldest first. */
  readonly rectifications: readonly Pick<RectificationFacts, 'number' | 'date' | 'item' | 'after'>[]
  readonly act: DecisionAct | null
  /** By number of candidature, for the acts that name a budget line. */
  readonly budgetLines: Readonly<Record<string, string>>
}
