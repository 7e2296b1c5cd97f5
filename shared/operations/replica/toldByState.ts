import type { Draft } from '../authority/draft.ts'
import type { Entry } from '../authority/entry.ts'
import { isHubLog } from '../lease/lease.ts'

/**
 * Whether a state that was given whole tells this entry already: at its place, or where the room ordered it. `unsure` [SY67]: it
 * is a state of a room whose log was not heard here up to its place, so that nobody here knows what else is in it.
 */
export function toldByState(
  rows: Pick<Draft, 'row'>,
  entity: string,
  { log, g, cid }: Pick<Entry, 'log' | 'g' | 'cid'>,
): 'yes' | 'no' | 'unsure' {
  const places = Object.entries(rows.row('asOf', entity)?.places ?? {})
  const isTold = places.some(([of, upTo]) => {
    const place = of === log ? g : rows.row('heardAt', `${of}/${cid}`)?.g
    return place !== undefined && place <= upTo
  })
  if (isTold) return 'yes'
  const isUnheard = places.some(([of, upTo]) => isHubLog(of) && upTo > (rows.row('cursor', of)?.g ?? 0))
  return isUnheard && !isHubLog(log) ? 'unsure' : 'no'
}
