import type { SectionLimit } from './expandSections.ts'
import type { FieldRecord, FieldValue } from './fieldRecord.ts'

/** Where names are looked up: the entry of the list one is in, then what is around it. */
export interface FieldScope {
  readonly records: readonly FieldRecord[]
  readonly report: TemplateReport
}

export interface TemplateReport {
  /** A field that is unknown, or has nothing to print. */
  missing(name: string): void
  /** A section without its other limit. */
  unbalanced(tag: string): void
}

export function valueOf(name: string, { records }: FieldScope): FieldValue | undefined {
  return records.find((record) => Object.hasOwn(record, name))?.[name]
}

/** The scopes in which the inside of a section is printed: none, the same, or one for each entry. */
export function scopesOf(limit: SectionLimit, scope: FieldScope): readonly FieldScope[] {
  const value = valueOf(limit.name, scope)
  if (value === undefined) scope.report.missing(limit.name)
  const holds =
    typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : value
  if (limit.kind === 'inverted') return holds === true ? [] : [scope]
  if (holds !== true) return []
  return Array.isArray(value)
    ? (value as readonly FieldRecord[]).map((entry) => ({ ...scope, records: [entry, ...scope.records] }))
    : [scope]
}
