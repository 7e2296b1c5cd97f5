import type { InstanceType } from '#shared/domain/committee/committee.ts'
import { quorumRule } from '#shared/domain/committee/quorumRule.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import type { QuorumCount } from '#shared/domain/session/session.ts'

/**
 * [UI9] The quorum as an addition: « 4 présents − 1 déporté + 1 représenté = 4 sur 5 en exercice ; il en faut 3. » Proxies that
 * the rule leaves out are said to be so.
 */
export function quorumArithmetic(quorum: QuorumCount, type: InstanceType): string {
  const { present, represented, base, inOffice, required } = quorum
  const proxiesCount = quorumRule(type).proxiesCount
  const recused = present + (proxiesCount ? represented : 0) - quorum.counted
  const terms = [
    counted(present, 'présent', 'présents'),
    ...(recused > 0 ? [`− ${counted(recused, 'déporté', 'déportés')}`] : []),
    ...(proxiesCount && represented > 0 ? [`+ ${counted(represented, 'représenté', 'représentés')}`] : []),
  ]
  const sum = terms.length > 1 ? ` = ${quorum.counted}` : ''
  const among =
    base === inOffice ? `${base} en exercice` : `${base} (${inOffice} en exercice moins les déportés)`
  const outside =
    !proxiesCount && represented > 0 ? ` ${counted(represented, 'pouvoir', 'pouvoirs')}, hors du compte.` : ''
  return `${terms.join(' ')}${sum} sur ${among} ; il en faut ${required}.${outside}`
}
