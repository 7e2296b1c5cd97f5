import { type MissingPlace, placeOfMissing } from './placeOfMissing.ts'

export interface MissingGroup {
  readonly place: MissingPlace | null
  readonly items: readonly string[]
}

/** What is missing, once for each place where one goes to fill it, in the order the document named it. */
export function missingGroups(items: readonly string[]): readonly MissingGroup[] {
  const groups = Map.groupBy(items, (item) => JSON.stringify(placeOfMissing(item)))
  return [...groups].map(([place, of]) => ({ place: JSON.parse(place) as MissingPlace | null, items: of }))
}
