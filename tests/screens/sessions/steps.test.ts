import { describe, expect, test } from 'vitest'
import { nextAction } from '../../../src-renderer/features/sessions/steps/nextAction.ts'
import { stepsOf } from '../../../src-renderer/features/sessions/steps/step.ts'

describe('the order of speech', () => {
  test('[UI19] a free point has no recusal, only a candidature is marked', () => {
    expect(stepsOf({ kind: 'free', candidatureId: null })).toEqual(['report', 'debate', 'proposal', 'vote'])
    expect(stepsOf({ kind: 'hearing', candidatureId: 'c' })).toEqual([
      'report',
      'recusals',
      'debate',
      'proposal',
      'vote',
    ])
    expect(stepsOf({ kind: 'candidature', candidatureId: 'c' })).toHaveLength(6)
  })

  test('[UI20] Enter does the next thing: resume, call, bring back, send out, mark, reveal, decide', () => {
    const session = {
      status: 'open' as const,
      pauses: [] as { from: string; to: string | null }[],
      currentItemId: 'i' as string | null,
      attendance: { m: { status: 'present' as const, inRoom: true, movements: [] } },
    }
    const item = {
      itemId: 'i',
      recusedIds: [] as string[],
      isSealed: false,
      sheetsFiled: 0,
      sheetsExpected: 2,
    }
    const open = { outcome: null }
    const paused = { ...session, pauses: [{ from: '18:00:00', to: null }] }
    expect(nextAction(paused, item, open, 0)).toBe('resume')
    expect(nextAction({ ...session, currentItemId: null }, item, open, 0)).toBe('call')
    expect(nextAction(session, { ...item, recusedIds: ['m'] }, open, 1)).toBe('return')
    expect(nextAction(session, { ...item, recusedIds: ['m'] }, open, 0)).toBe('leave')
    expect(nextAction(session, { ...item, isSealed: true }, open, 0)).toBe('marks')
    expect(nextAction(session, { ...item, isSealed: true, sheetsFiled: 2 }, open, 0)).toBe('reveal')
    expect(nextAction(session, item, open, 0)).toBe('decide')
    expect(nextAction({ ...session, status: 'closed' }, item, open, 0)).toBeNull()
  })
})
