export interface Neighbour {
  readonly id: string
  /** Its place in the list, from 0. */
  readonly place: number
}

/**
 * Who stands before and after a candidature, in the few rows read around its place. Once a question is settled it may have
 * left the list: then the row now at its place is the next one.
 * @param offset place of the first of `rows`
 */
export function neighboursIn(
  rows: readonly { readonly id: string }[],
  candidatureId: string,
  offset: number,
  place: number,
): { readonly previous: Neighbour | null; readonly next: Neighbour | null } {
  const found = rows.findIndex(({ id }) => id === candidatureId)
  const at = (index: number): Neighbour | null => {
    const row = rows[index]
    return row === undefined ? null : { id: row.id, place: offset + index }
  }
  return found >= 0
    ? { previous: at(found - 1), next: at(found + 1) }
    : { previous: at(place - 1 - offset), next: at(place - offset) }
}
