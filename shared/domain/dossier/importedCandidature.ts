import type { AmountReading } from './amountReading.ts'
import type { Department } from './readDepartment.ts'

/** What one sheet or one line of a spreadsheet says. Nothing is stored yet ([DO50]). */
export interface ImportedCandidature {
  /** Lines of the source, from 1, both included. */
  readonly lines: { readonly first: number; readonly last: number }
  /** The number that the source gives, as written; null when it has none. */
  readonly number: string | null
  /** Title of the project, without the applicant's name. */
  readonly title: string
  /** Title as the source writes it (contacts masked). */
  readonly rawTitle: string
  readonly applicantName: string
  readonly department: Department | null
  readonly siret: string | null
  readonly description: readonly string[]
  readonly objectives: readonly string[]
  readonly amount: AmountReading
  readonly totalCost: AmountReading | null
  readonly eligibleBase: AmountReading | null
  /** ISO date. */
  readonly depositedOn: string | null
  /** Only from a spreadsheet whose mapping asks for it. */
  readonly contactEmail: string | null
  readonly annexes: readonly string[]
  readonly findings: readonly ImportFinding[]
}

export interface ImportFinding {
  readonly severity: 'error' | 'to-check' | 'note'
  readonly field: ImportField
  readonly problem: ImportProblem
}

export type ImportField =
  | 'title'
  | 'applicant'
  | 'department'
  | 'siret'
  | 'description'
  | 'objectives'
  | 'amount'
  | 'total-cost'
  | 'eligible-base'
  | 'deposited-on'
  | 'contact-email'
  | 'referent'
  | 'follow-up'
  | 'annexes'
  | 'number'
  | 'line'

export type ImportProblem =
  | 'missing'
  | 'unreadable'
  | 'zero'
  /** The value was deduced from the title. */
  | 'from-title'
  /** E-mail addresses or telephone numbers were masked. */
  | 'contact-removed'
  /** Something was there and was left out on purpose. */
  | 'not-kept'
  /** A block is longer than one paragraph and shows no repetition: shown so that it can be reread. */
  | 'repetition-not-found'
  /** The line has more cells than there are columns. */
  | 'too-many-cells'
  /** An earlier line of the source has the same. */
  | 'repeated'
  /** A quotation mark is never closed. */
  | 'broken-quotes'

/** A line with an error is not imported; everything else is ([DO51]). */
export const isImportable = (imported: ImportedCandidature): boolean =>
  imported.findings.every((finding) => finding.severity !== 'error')
