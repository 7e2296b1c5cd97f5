import type { AgendaItem } from '#shared/domain/session/session.ts'
import { spentSeconds } from '#shared/domain/session/timeSpent.ts'

export interface PointPace {
  readonly spentSeconds: number
  /** null when no time was planned. */
  readonly plannedSeconds: number | null
  /** `late`: the planned time is over; `soon`: a fifth of it or less is left. */
  readonly pace: 'fine' | 'soon' | 'late'
}

/** [UI13] How a point stands against its planned minutes at `now`, "HH:MM:SS". */
export function paceOf(item: Pick<AgendaItem, 'runs' | 'plannedMinutes'>, now: string): PointPace {
  const spent = spentSeconds(item, now)
  const planned = item.plannedMinutes === null ? null : item.plannedMinutes * 60
  const pace = planned === null || spent < 0.8 * planned ? 'fine' : spent < planned ? 'soon' : 'late'
  return { spentSeconds: spent, plannedSeconds: planned, pace }
}

/** [UI13] « 4:05 », « 1:02:10 ». */
export function shownDuration(seconds: number): string {
  const two = (figure: number) => String(figure).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`
}
