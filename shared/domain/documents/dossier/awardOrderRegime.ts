import { decides } from '../../committee/committee.ts'
import type { DossierFacts } from './dossierFacts.ts'

/**
 * Which rules an order of award obeys: the State's grants for investment (décret 2018-514), its endowments to rural
 * communes (CGCT R2334-19 s.), which that decree leaves aside (article 1), another grant of the State, or the rules of a
 * local authority alone.
 */
export type AwardOrderRegime = 'state-investment' | 'rural-equipment' | 'state-other' | 'local'

export function awardOrderRegime({ issuer, committee, call, instruction }: DossierFacts): AwardOrderRegime {
  if (issuer.kind !== 'prefecture') return 'local'
  const isEndowment =
    committee.type === 'commission_detr' || /\b(?:DETR|DSIL)\b/u.test(`${call.scheme} ${call.name}`)
  if (isEndowment) return 'rural-equipment'
  return instruction.award.nature === 'operating' ? 'state-other' : 'state-investment'
}

/**
 * [AO1] A préfet acts by order, and so does whoever took an act that is no resolution. Before the act is known, an
 * authority whose name is that of an assembly is expected to deliberate.
 */
export function actsByOrder({ issuer, committee, act }: DossierFacts): boolean {
  if (issuer.kind === 'prefecture') return true
  if (act !== null) return act.nature !== 'deliberation'
  return !decides(committee.type) && !assembly.test(committee.decidingAuthority.trim())
}

const assembly = /^(?:(?:le|la) |l['’])?(?:assemblée|bureau|comité|commission|conseil)(?!\p{L})/iu
