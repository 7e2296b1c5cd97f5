import type { Session } from './session.ts'

/**
 * [SE11] What still prevents the closing: `missing` among `place`, `chair`, `secretary`, `agenda`, `outcomes`; `items`
 * the titles of the points without outcome, in the order of the agenda. Both empty: it may close.
 */
export function missingForClosing(session: Session): {
  readonly missing: readonly string[]
  readonly items: readonly string[]
} {
  const items = session.agenda.filter((item) => item.outcome === null).map((item) => item.title)
  const missing = [
    ...(session.place.trim() === '' ? ['place'] : []),
    ...(session.chairId === null ? ['chair'] : []),
    ...(session.secretaryId === null ? ['secretary'] : []),
    ...(session.agenda.length === 0 ? ['agenda'] : []),
    ...(items.length > 0 ? ['outcomes'] : []),
  ]
  return { missing, items }
}
