import type { Cents } from '#shared/kernel/cents.ts'
import type { InstanceType } from '../../committee/committee.ts'
import type { ApplicantKind } from '../../dossier/dossier.ts'
import type { Instruction } from '../../instruction/instruction.ts'
import type { Issuer } from '../../issuer/issuer.ts'
import type { DecisionAct, Opinion } from '../../session/session.ts'

/**
 * All that a document of one candidature says (letters, report, order, agreement), plain JSON, names already resolved:
 * frozen when the document leaves, so that it can be made again from this value alone. Money in cents.
 */
export interface DossierFacts {
  readonly format: 1
  /** ISO date of the making, printed on the letter. */
  readonly madeOn: string
  readonly issuer: Omit<Issuer, 'id'>
  readonly committee: {
    readonly name: string
    readonly type: InstanceType
    /** Empty when the committee itself decides. */
    readonly decidingAuthority: string
  }
  readonly call: {
    readonly name: string
    readonly scheme: string
    readonly fiscalYear: number
    readonly closesOn: string | null
  }
  readonly candidature: {
    readonly number: number
    readonly applicant: string
    readonly applicantKind: ApplicantKind
    /** SIRET, else SIREN, else empty. */
    readonly identifier: string
    readonly population: number | null
    readonly department: { readonly code: string; readonly name: string } | null
    readonly project: string
    readonly description: string
    readonly objectives: string
    readonly annexes: readonly string[]
    readonly eligibleBaseCents: Cents | null
    readonly taxBasis: 'HT' | 'TTC' | null
    readonly requestedCents: Cents | null
    /** ISO date. */
    readonly completeOn: string | null
  }
  readonly instruction: Omit<Instruction, 'candidatureId'>
  /** For the report; null when the candidature is not marked yet, or its marks are still hidden. Never a name. */
  readonly marks: {
    /** Of 100, two decimals and a dot. */
    readonly total: string | null
    readonly rank: number | null
    readonly sheets: number
    readonly criteria: readonly {
      readonly label: string
      readonly weight: number
      /** Mean of the sheets, of 100, two decimals and a dot; null when nobody marked it. */
      readonly mean: string | null
      readonly comments: readonly string[]
    }[]
  } | null
  /** What a closed session held of it; null before. */
  readonly decision: {
    readonly sessionDate: string
    readonly minutesNumber: string
    /** SHA-256 hex of the frozen facts of the session. */
    readonly sessionDigest: string
    readonly opinion: Opinion
    readonly amountCents: Cents | null
    readonly rateBasisPoints: number | null
    readonly conditions: string
    readonly rationale: { readonly legal: string; readonly factual: string }
    readonly waitingList: boolean
    readonly waitingRank: number | null
    readonly score: string | null
    readonly rank: number | null
    /** Score of the last candidature that was served; null when none was. */
    readonly cutScore: string | null
    readonly vote: {
      readonly for: number
      readonly against: number
      readonly abstention: number
    } | null
    /** Names of the members who stayed out. */
    readonly recused: readonly string[]
  } | null
  readonly act: DecisionAct | null
}
