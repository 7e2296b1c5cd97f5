import { type ReactNode, useMemo } from 'react'
import { StandingsContext } from './standingsShown.ts'
import { useStandings } from './useStandings.ts'

/** Asks once how the rows of a list stand; each says it by `RowStanding`. */
export function StandingsOf({ entities, children }: { entities: readonly string[]; children: ReactNode }) {
  const standings = useStandings(entities)
  const byEntity = useMemo(
    () => new Map(standings.map((standing) => [standing.entity, standing])),
    [standings],
  )
  return <StandingsContext value={byEntity}>{children}</StandingsContext>
}
