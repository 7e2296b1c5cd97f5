import { createContext, useContext } from 'react'
import type { SyncStanding } from '#shared/contract/syncAnswers.ts'

/** Standings of the rows in sight, by entity: one question for a whole list. */
export const StandingsContext = createContext<ReadonlyMap<string, SyncStanding>>(new Map())

export const useRowStanding = (entity: string): SyncStanding | undefined =>
  useContext(StandingsContext).get(entity)
