import type { InstanceType } from './committee.ts'

/** How an instance counts itself. Vectors and sources: SPEC [CO1], [CO2]; french-rules §1.2. */
export interface QuorumRule {
  /** `more-than-half`: n > base / 2. `at-least-half`: n ≥ base / 2. */
  readonly threshold: 'more-than-half' | 'at-least-half'
  /** Whether a member who gave a usable proxy counts as present. */
  readonly proxiesCount: boolean
  /**
   * `expressed`: more votes for than against, abstentions outside.
   * `present-or-represented`: more than half of those who are there, abstentions weigh (CRPA R133-11).
   */
  readonly majority: 'expressed' | 'present-or-represented'
  /** False where no text asks for a quorum and the threshold is our default, printed as such. */
  readonly legal: boolean
}

/** [CO1] The rule of each kind of instance (CGCT L2121-17, CRPA R133-10; ours for the last two). */
export function quorumRule(type: InstanceType): QuorumRule {
  switch (type) {
    case 'organe_deliberant':
      return { threshold: 'more-than-half', proxiesCount: false, majority: 'expressed', legal: true }
    case 'commission_consultative_etat':
    case 'commission_detr':
      return {
        threshold: 'at-least-half',
        proxiesCount: true,
        majority: 'present-or-represented',
        legal: true,
      }
    case 'commission_interne':
    case 'jury_ad_hoc':
      return { threshold: 'at-least-half', proxiesCount: false, majority: 'expressed', legal: false }
  }
}
