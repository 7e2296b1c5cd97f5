import type { SourceLine } from './sourceLines.ts'

/** The numbered sections of a project sheet, in their usual order. */
export type Section = 'identification' | 'description' | 'follow-up' | 'commitments' | 'annexes'

export type Label =
  | 'applicant-heading'
  | 'applicant'
  | 'department'
  | 'referent'
  | 'description'
  | 'objectives'
  | 'amount'

/** `1.IDENTIFICATION`, `1. Identification`, `I - IDENTIFICATION`; without a number only in capitals. */
export function sectionOf(line: SourceLine): Section | null {
  const match = /^(?:(?:[1-5]|i{1,3}|iv|v) ?)?([a-z].*)$/.exec(line.key)
  const name = match?.[1]
  if (name === undefined || line.key.length > 110) return null
  const isNumbered = name !== line.key
  if (!isNumbered && line.text !== line.text.toUpperCase()) return null
  return sectionNames.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

const sectionNames: readonly (readonly [Section, RegExp])[] = [
  ['identification', /^identification(?: (?:du|de la|de l) \w+)?$/],
  ['description', /^description (?:du projet|de l action|du dossier)$/],
  ['follow-up', /^suivi (?:du projet|de l action|du dossier)$/],
  ['commitments', /^engagements? dans le cadre de la convention/],
  ['annexes', /^annexes?(?: (?:du|au) \w+)?$/],
]

export const labelOf = (line: SourceLine): Label | null =>
  labelNames.find(([, pattern]) => pattern.test(line.key))?.[0] ?? null

const labelNames: readonly (readonly [Label, RegExp])[] = [
  ['applicant-heading', /^la collectivite$/],
  ['applicant', /^nom de (?:la collectivite|l organisme|la structure)(?: porteuse| demandeuse)?$/],
  ['department', /^departement$/],
  ['referent', /^referente?s?(?: e)?(?: du projet)?$/],
  ['description', /^description synthetique(?: du projet| de l action)?$/],
  ['objectives', /^objectifs?(?: du projet| poursuivis)?$/],
  ['amount', /^montant (?:du financement|de la subvention|demande|sollicite|de l aide)(?: [a-z]+){0,4}$/],
]
