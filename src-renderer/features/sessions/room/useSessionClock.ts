import { useMemo } from 'react'
import type { Session } from '#shared/domain/session/session.ts'
import { pausedSince } from '#shared/domain/session/timeSpent.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../../bridge/useAct.ts'
import { nowHere } from '../nowHere.ts'
import type { RoomHour } from './useRoomHour.ts'

export interface SessionClock {
  /** Takes up a point, which ends the one under way. */
  readonly callPoint: (itemId: string) => void
  readonly togglePause: () => void
  readonly isPaused: boolean
  readonly refusal: Refusal | null
}

/** The acts that the clock of the session counts from. They bear the hour keyed in the room when there is one. */
export function useSessionClock(session: Session, { hour, followsClock }: RoomHour): SessionClock {
  const { act: callPoint, refusal: notCalled } = useAct('session.point')
  const { act: pause, refusal: notPaused } = useAct('session.pause')
  const { act: resume, refusal: notResumed } = useAct('session.resume')
  const sessionId = session.id
  const isPaused = pausedSince(session) !== null
  const refusal = notCalled ?? notPaused ?? notResumed
  return useMemo(() => {
    const at = () => (followsClock ? nowHere().clock : `${hour}:00`)
    return {
      callPoint: (itemId) => void callPoint({ sessionId, itemId, at: at() }),
      togglePause: () => void (isPaused ? resume : pause)({ sessionId, at: at() }),
      isPaused,
      refusal,
    }
  }, [sessionId, hour, followsClock, isPaused, refusal, callPoint, pause, resume])
}
