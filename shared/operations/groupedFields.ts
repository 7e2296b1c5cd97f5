import { blankAwardTerms, blankInstruction } from '#shared/domain/instruction/instruction.ts'
import { blankIssuer } from '#shared/domain/issuer/issuer.ts'
import type { AggregateKind } from './operation.ts'

/**
 * [UC27] Fields that are groups, of which a change may name some members only: two people who each fill one leave each other's
 * as it is. Each with what a group that is not there begins with. A change that names every member, as earlier programs wrote
 * it, means what it meant.
 */
const groupedFields: { readonly [K in AggregateKind]?: Readonly<Record<string, object>> } = {
  call: { awardTerms: blankAwardTerms },
  dossier: { applicant: {} },
  issuer: { agent: blankIssuer.agent, signatory: blankIssuer.signatory, court: blankIssuer.court },
  instruction: {
    correspondent: blankInstruction('').correspondent,
    award: blankAwardTerms,
    agreement: blankInstruction('').agreement,
    inadmissibility: { legal: '', factual: '' },
  },
}

/** A state with what a change names of it, groups member by member. Null takes a whole group away. */
export function withChanges<T extends object>(kind: AggregateKind, current: T, set: object): T {
  const groups = groupedFields[kind] ?? {}
  const known = current as Readonly<Record<string, object | null | undefined>>
  const named = Object.entries(set).map(([field, value]) => {
    const blank = groups[field]
    return [field, blank === undefined || value === null ? value : { ...(known[field] ?? blank), ...value }]
  })
  return { ...current, ...Object.fromEntries(named) }
}

/** What a change names: fields, and of a group its members, as `group.member`. */
export function fieldsNamed(kind: AggregateKind, set: object): readonly string[] {
  const groups = groupedFields[kind] ?? {}
  return Object.entries(set).flatMap(([field, value]) =>
    Object.hasOwn(groups, field) && value !== null
      ? Object.keys(value).map((member) => `${field}.${member}`)
      : field,
  )
}

/** The field that a name of {@link fieldsNamed} is of. */
export const groupOf = (named: string): string => named.split('.')[0] ?? named
