import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRead } from '../../bridge/useRead.ts'
import { type ListAddress, queryOfAddress } from '../../frame/listAddress.ts'
import { neighboursIn } from './neighboursIn.ts'

export interface Neighbours {
  /** Null at either end of the list, and when one did not come from a list. */
  readonly goToPrevious: (() => void) | null
  readonly goToNext: (() => void) | null
}

/** The candidatures before and after this one in the list one came from, whose words and order the address carries. */
export function useNeighbours(candidatureId: string): Neighbours {
  const navigate = useNavigate()
  const address = useSearch({ strict: false }) as ListAddress
  const place = Number(address.row ?? Number.NaN)
  const isFromList = Number.isInteger(place) && place >= 0
  const offset = isFromList ? Math.max(0, place - 1) : 0
  const page = useRead(
    'candidature.list',
    { ...queryOfAddress(address), offset, limit: 3 },
    { isEnabled: isFromList },
  )
  if (page.value === undefined) return { goToPrevious: null, goToNext: null }
  const { previous, next } = neighboursIn(page.value.rows, candidatureId, offset, place)
  const goTo = (target: { id: string; place: number } | null) =>
    target === null
      ? null
      : () =>
          void navigate({
            to: `/candidatures/${target.id}`,
            search: { ...address, row: String(target.place) } as Record<string, string>,
            replace: true,
          })
  return { goToPrevious: goTo(previous), goToNext: goTo(next) }
}
