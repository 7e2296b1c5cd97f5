import { describe, expect, test } from 'vitest'
import type { HistoryLine } from '#shared/domain/history/historyLine.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { closingState } from '../../../src-renderer/features/sessions/closing/closingState.ts'
import { historyOfPoint } from '../../../src-renderer/features/sessions/history/historyOfPoint.ts'
import { hourLines } from '../../../src-renderer/features/sessions/history/hourLines.ts'
import { keyedHour } from '../../../src-renderer/features/sessions/history/keyedHour.ts'

describe('what is looked back at', () => {
  test('[UI26] an hour is corrected as precisely as it was noted', () => {
    expect(keyedHour('18h05', '18:00')).toBe('18:05')
    expect(keyedHour('18:05', '18:00:10')).toBe('18:05:00')
    expect(keyedHour('18:05:30', '18:00:10')).toBe('18:05:30')
    expect(keyedHour('18:05:30', '18:00')).toBeNull()
    expect(keyedHour('25:00', '18:00')).toBeNull()
  })

  test('[UI26] every hour noted is there, in their order, with what corrects it', () => {
    const view = {
      session: {
        openedAt: '18:00',
        attendance: { m: { movements: [{ kind: 'leaves', at: '18:20', itemId: 'i' }] } },
        agenda: [
          {
            id: 'i',
            title: 'Point',
            runs: [{ from: '18:10:00', to: '18:30:00' }],
            outcome: { decidedAt: '18:29' },
          },
        ],
        pauses: [{ from: '18:40:00', to: null }],
      },
      members: [{ id: 'm', firstName: 'Paul', lastName: 'Rivoal' }],
      items: [{ itemId: 'i', number: 3, applicant: 'Berric', title: 'Portail' }],
    } as unknown as Pick<SessionView, 'session' | 'members' | 'items'>
    expect(hourLines(view)).toEqual([
      { what: { kind: 'opening' }, at: '18:00', label: 'Ouverture', itemId: null },
      {
        what: { kind: 'run', itemId: 'i', index: 0, end: 'from' },
        at: '18:10:00',
        label: 'Appel : 3 · Berric',
        itemId: 'i',
      },
      {
        what: { kind: 'movement', memberId: 'm', index: 0 },
        at: '18:20',
        label: 'Paul Rivoal sort',
        itemId: 'i',
      },
      {
        what: { kind: 'decision', itemId: 'i' },
        at: '18:29',
        label: 'Décision : 3 · Berric',
        itemId: 'i',
      },
      {
        what: { kind: 'run', itemId: 'i', index: 0, end: 'to' },
        at: '18:30:00',
        label: 'Fin : 3 · Berric',
        itemId: 'i',
      },
      { what: { kind: 'pause', index: 0, end: 'from' }, at: '18:40:00', label: 'Suspension', itemId: null },
    ])
  })

  test('[UI27] the history of a point is what names it', () => {
    const line = (label: string, after = ''): HistoryLine => ({
      version: 1,
      at: '',
      who: '',
      onBehalfOf: null,
      label,
      changes: [{ field: 'x', before: '', after }],
    })
    const lines = [line('Décision sur « Portail »'), line('Ouverture'), line('Débat', 'Berric : avis')]
    expect(historyOfPoint(lines, ['Portail', 'Berric', '']).map(({ label }) => label)).toEqual([
      'Décision sur « Portail »',
      'Débat',
    ])
  })

  test('[UI25] the closing waits for what must be and for what must be explained', () => {
    const check = (level: 'must' | 'explain', state: 'green' | 'explained' | 'open') => ({
      code: `${level}/${state}`,
      level,
      state,
      sentence: '',
      explanation: '',
      itemIds: [],
    })
    expect(
      closingState([check('must', 'open'), check('explain', 'open'), check('explain', 'explained')], ['x']),
    ).toEqual({ must: 1, explain: 1, isReady: false })
    expect(closingState([check('must', 'green'), check('explain', 'explained')], [])).toEqual({
      must: 0,
      explain: 0,
      isReady: true,
    })
  })
})
