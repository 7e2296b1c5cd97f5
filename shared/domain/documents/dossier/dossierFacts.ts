import type { Cents } from '#shared/kernel/cents.ts'
import type { Call } from '../../call/call.ts'
import type { Candidature } from '../../candidature/candidature.ts'
import type { Committee, InstanceType } from '../../committee/committee.ts'
import type { ApplicantKind, Dossier } from '../../dossier/dossier.ts'
import { awardTermsOf } from '../../instruction/awardTermsOf.ts'
import { blankInstruction, type Instruction } from '../../instruction/instruction.ts'
import { blankIssuer, type Issuer } from '../../issuer/issuer.ts'
import type { RectificationFacts } from '../../session/rectificationFacts.ts'
import type { DecisionAct, Opinion } from '../../session/session.ts'
import type { SessionFacts } from '../../session/sessionFacts.ts'
import { courtOf } from './courtOf.ts'
import { decisionFacts } from './decisionFacts.ts'

export interface DossierFactsInput {
  readonly issuer: Issuer | null
  readonly committee: Committee | null
  readonly call: Call
  readonly candidature: Candidature
  readonly dossier: Dossier
  readonly instruction: Instruction | null
  /** The closed session that examined it, as it was frozen; null before. */
  readonly session: {
    readonly facts: SessionFacts
    readonly digest: string
    readonly rectifications: readonly Pick<RectificationFacts, 'item' | 'after'>[]
  } | null
  readonly act: DecisionAct | null
  readonly marks: DossierFacts['marks']
  /** ISO date. */
  readonly madeOn: string
}

/**
 * [LE1] The facts of a document of one candidature. Money and decision are those that were frozen, with what rectifies
 * them; names and addresses are those known today, since it is today that one writes. The court is the one of the
 * issuer, else the one of its département.
 */
export function dossierFacts(input: DossierFactsInput): DossierFacts {
  const { committee, call, candidature, dossier, act, marks, madeOn } = input
  const { id: _issuer, ...issuer } = input.issuer ?? { id: '', ...blankIssuer }
  const { candidatureId: _candidature, ...instruction } =
    input.instruction ?? blankInstruction(candidature.id)
  const item =
    input.session?.facts.items.findLast(
      (one) => one.kind === 'candidature' && one.candidature?.number === candidature.number,
    ) ?? null
  const frozen = item?.candidature ?? candidature
  const { applicant } = dossier
  const award = awardTermsOf(call, instruction.award)
  const eligibleBaseCents = frozen.eligibleBaseCents ?? award.eligibleBaseCents
  return {
    format: 1,
    madeOn,
    issuer: { ...issuer, court: courtOf(issuer, madeOn) },
    committee: {
      name: committee?.name ?? '',
      type: committee?.instanceType ?? 'commission_interne',
      decidingAuthority: committee?.decidingAuthority ?? '',
    },
    call: {
      name: call.name,
      scheme: call.scheme,
      fiscalYear: call.fiscalYear,
      closesOn: call.closesOn,
    },
    candidature: {
      number: candidature.number,
      applicant: applicant.name,
      applicantKind: applicant.kind,
      identifier: applicant.siret ?? applicant.siren ?? '',
      population: applicant.population,
      department: applicant.department,
      project: dossier.title,
      description: dossier.description,
      objectives: dossier.objectives,
      annexes: dossier.annexes,
      // What the session did not know may be completed afterwards; what it knew stays.
      eligibleBaseCents,
      taxBasis: frozen.taxBasis ?? award.taxBasis,
      requestedCents: frozen.requestedCents,
      completeOn: candidature.completeOn,
    },
    instruction: { ...instruction, award },
    marks,
    decision:
      input.session === null || item === null
        ? null
        : decisionFacts({ ...input.session, item, eligibleBaseCents }),
    act,
  }
}

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
