import { describe, expect, test } from 'vitest'
import { paceOf, shownDuration } from '../../../src-renderer/features/sessions/room/paceOf.ts'

describe('the time of a point', () => {
  const taken = (plannedMinutes: number | null) => ({
    plannedMinutes,
    runs: [{ from: '18:00:00', to: null }],
  })

  test('[UI13] is fine, then soon over, then late against its planned minutes', () => {
    expect(paceOf(taken(10), '18:07:59')).toEqual({ spentSeconds: 479, plannedSeconds: 600, pace: 'fine' })
    expect(paceOf(taken(10), '18:08:00').pace).toBe('soon')
    expect(paceOf(taken(10), '18:10:00').pace).toBe('late')
    expect(paceOf(taken(null), '19:00:00')).toEqual({
      spentSeconds: 3_600,
      plannedSeconds: null,
      pace: 'fine',
    })
  })

  test('[UI13] is written as on a clock', () => {
    expect([0, 65, 3_730].map(shownDuration)).toEqual(['0:00', '1:05', '1:02:10'])
  })
})
