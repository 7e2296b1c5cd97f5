import { fieldsNamed, groupOf } from '../groupedFields.ts'
import type { AggregateKind } from '../operation.ts'

/** [SY11] Fields that are not given to the last who writes: amounts, beneficiary, call, status, duplicates, rules of money, published grids. */
export const guardedFields: Readonly<Record<AggregateKind, readonly string[]>> = {
  committee: ['instanceType', 'recusalCounting', 'proxiesPerHolder'],
  member: ['role', 'voice', 'inOffice', 'substituteOf'],
  grid: ['sections'],
  call: ['gridId', 'rules', 'awardTerms'],
  dossier: ['applicant'],
  candidature: [
    'requestedCents',
    'eligibleBaseCents',
    'taxBasis',
    'minimumViableCents',
    'maximumUsefulCents',
    'status',
    'mergedInto',
  ],
  sheet: [],
  recusal: [],
  session: [],
  scenario: [],
  import: [],
  document: [],
  issuer: [],
  instruction: ['proposal', 'award', 'agreement'],
  template: [],
}

/** The guarded fields that an operation sets, of a group its members (`award.payment`); every one of them for a revert. */
export function guardedFieldsSet(kind: string, aggregate: AggregateKind, data: unknown): readonly string[] {
  const guarded = guardedFields[aggregate]
  if (kind === 'aggregate.revert@1') return guarded
  const set = (data as { readonly set?: object } | null)?.set
  return set === undefined
    ? []
    : fieldsNamed(aggregate, set).filter((name) => guarded.includes(groupOf(name)))
}
