import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'

/** For each field, the names its column may have, the most telling first. Keys as given by `headerKey`. */
export type ColumnNames<Field extends string> = Readonly<Record<Field, readonly RegExp[]>>

/** Each column and the field it feeds; null: ignored. In the order of the columns. */
export type ColumnMapping<Field extends string> = readonly {
  readonly header: string
  readonly field: Field | null
}[]

/** Gives each field at most one column, the most telling names served first ([DO71]). */
export function guessColumns<Field extends string>(
  headers: readonly string[],
  names: ColumnNames<Field>,
): ColumnMapping<Field> {
  const fields = Object.keys(names) as Field[]
  const offers = headers.flatMap((header, column) =>
    fields.flatMap((field) => {
      const rank = names[field].findIndex((name) => name.test(headerKey(header)))
      return rank === -1 ? [] : [{ field, column, rank }]
    }),
  )
  const chosen = new Map<number, Field>()
  const served = new Set<Field>()
  for (const { field, column } of offers.sort((a, b) => a.rank - b.rank || a.column - b.column)) {
    if (served.has(field) || chosen.has(column)) continue
    chosen.set(column, field)
    served.add(field)
  }
  return headers.map((header, column) => ({ header, field: chosen.get(column) ?? null }))
}

/** A mapping given by the caller, by header, whatever case and accents; headers it does not name are ignored. */
export function givenColumns<Field extends string>(
  headers: readonly string[],
  names: ColumnNames<Field>,
  given: Readonly<Record<string, string | null>>,
): ColumnMapping<Field> {
  const byKey = new Map(Object.entries(given).map(([header, field]) => [foldForSearch(header), field]))
  return headers.map((header) => {
    const field = byKey.get(foldForSearch(header)) ?? null
    return { header, field: field !== null && field in names ? (field as Field) : null }
  })
}

export const isKnownHeader = <Field extends string>(names: ColumnNames<Field>, header: string): boolean =>
  (Object.values(names) as readonly (readonly RegExp[])[]).flat().some((name) => name.test(headerKey(header)))

/** « Montant demandé (€ HT) » → « montant demande »: units and tax words are read apart. */
const headerKey = (header: string): string =>
  foldForSearch(header)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:ht|ttc|euros?|eur|hors taxes|toutes taxes comprises)\b/g, ' ')
    .replace(/\b(?:en|\d+)\s*$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
