import type { DecisionAct } from './session.ts'

/**
 * [SE56] Why this authority does not take an act of this nature, in French; null when nothing says so. An assembly deliberates,
 * who holds an office takes an arrêté (CGCT L2121-29 and L2122-29, and their like elsewhere); a decision may be of either.
 */
export function actMisfit({ nature, authority }: Pick<DecisionAct, 'nature' | 'authority'>): string | null {
  const noun = authority.trim().replace(/^(?:le |la |l['’])/iu, '')
  if (nature === 'deliberation' && holders.test(noun))
    return `une délibération est prise par une assemblée ; ${authority.trim()} prend un arrêté ou une décision`
  if (nature === 'arrete' && assemblies.test(noun))
    return `un arrêté est pris par un exécutif ; ${authority.trim()} prend une délibération`
  return null
}

const holders =
  /^(?:maire|présidente?|préf(?:et|ète)|direct(?:eur|rice)|ministre|rect(?:eur|rice))(?![\p{L}-])/iu
const assemblies = /^(?:conseil|comité|assemblée|commission|organe délibérant)(?![\p{L}-])/iu
