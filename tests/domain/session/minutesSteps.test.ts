import { expect, test } from 'vitest'
import type { InstanceType } from '#shared/domain/committee/committee.ts'
import {
  type MinutesStep,
  minutesAfter,
  minutesRemarks,
  minutesStage,
  publicationDueOn,
} from '#shared/domain/session/minutesSteps.ts'
import { draftMinutes, type MinutesState } from '#shared/domain/session/session.ts'
import { must } from './sessionBuilders.ts'

const closing = { number: 'PV-2026-001', factsDigest: 'a'.repeat(64) }
const after = (minutes: MinutesState, step: MinutesStep, type: InstanceType = 'organe_deliberant') =>
  minutesAfter({ date: '2026-03-12', closing, minutes }, step, type)

const forward: readonly MinutesStep[] = [
  { to: 'submitted', on: '2026-03-20' },
  { to: 'settled', on: '2026-04-09' },
  { to: 'signed', on: '2026-04-09', by: ['Anne Le Goff', 'Bruno Maillard'] },
  { to: 'published', on: '2026-04-13', where: 'site de la commune' },
]
/** The draft, then what each step makes of it. */
const states: MinutesState[] = [draftMinutes]
for (const step of forward) states.push(must(after(states.at(-1) ?? draftMinutes, step)))

test('[SE53] the minutes go from draft to published, one step at a time', () => {
  expect(states.map(minutesStage)).toEqual(['draft', 'submitted', 'settled', 'signed', 'published'])
  expect(states.at(-1)).toEqual({
    submittedOn: '2026-03-20',
    settledOn: '2026-04-09',
    signedOn: '2026-04-09',
    signedBy: ['Anne Le Goff', 'Bruno Maillard'],
    publishedOn: '2026-04-13',
    publishedAt: 'site de la commune',
  })
})

test('[SE53] every other step is refused: only settled minutes are signed, only signed ones are published', () => {
  const refused = states.flatMap((state, place) =>
    forward.flatMap((step, index) => {
      if (index === place) return []
      const done = after(state, { ...step, on: '2026-12-31' } as MinutesStep)
      return [done.ok ? 'allowed' : done.refusal.code]
    }),
  )
  expect(refused).toEqual(Array(16).fill('minutes.step-order'))
})

test('[SE53] a step is never dated before the one it follows, and minutes are settled at a later session', () => {
  expect(after(draftMinutes, { to: 'submitted', on: '2026-03-11' })).toEqual({
    ok: false,
    refusal: {
      code: 'minutes.date-order',
      details: { reason: 'le 11\u00A0mars 2026 précède la séance du 12\u00A0mars 2026' },
    },
  })
  const sameDay = must(after(draftMinutes, { to: 'submitted', on: '2026-03-12' }))
  expect(after(sameDay, { to: 'settled', on: '2026-03-12' })).toMatchObject({
    refusal: { code: 'minutes.date-order' },
  })
  expect(after(sameDay, { to: 'settled', on: '2026-03-12' }, 'jury_ad_hoc')).toMatchObject({
    ok: true,
    value: { settledOn: '2026-03-12' },
  })
  expect(after(states[2] as MinutesState, { to: 'signed', on: '2026-04-08', by: ['Anne'] })).toMatchObject({
    refusal: { code: 'minutes.date-order' },
  })
  expect(
    after(states[3] as MinutesState, { to: 'published', on: '2026-04-08', where: 'site' }),
  ).toMatchObject({
    refusal: { code: 'minutes.date-order' },
  })
})

test('[SE53] a signature needs a name, a publication its place, any step a closed session', () => {
  expect(after(states[2] as MinutesState, { to: 'signed', on: '2026-04-09', by: ['  '] })).toMatchObject({
    refusal: { code: 'input.invalid' },
  })
  expect(after(states[3] as MinutesState, { to: 'published', on: '2026-04-13', where: ' ' })).toMatchObject({
    refusal: { code: 'input.invalid' },
  })
  expect(
    minutesAfter(
      { date: '2026-03-12', closing: null, minutes: draftMinutes },
      forward[0] as MinutesStep,
      'organe_deliberant',
    ),
  ).toEqual({ ok: false, refusal: { code: 'session.not-closed', details: {} } })
})

test('[SE53] steps are taken back one by one until publication, which stays', () => {
  expect(states.slice(1, 4).map((state) => must(after(state, { to: 'back' })))).toEqual(states.slice(0, 3))
  for (const stuck of [states[0], states[4]])
    expect(after(stuck as MinutesState, { to: 'back' })).toMatchObject({
      refusal: { code: 'minutes.step-order' },
    })
})

test('[SE54] publication is due seven days after the settling, across months and years', () => {
  const due = (settledOn: string | null) => publicationDueOn({ ...draftMinutes, settledOn })
  expect([due(null), due('2026-04-09'), due('2026-02-25'), due('2026-12-28'), due('2028-02-25')]).toEqual([
    null,
    '2026-04-16',
    '2026-03-04',
    '2027-01-04',
    '2028-03-03',
  ])
})

test('[SE55] minutes of a council that lack a signature or passed their week are remarked upon', () => {
  const chairAndKeeper = ['Anne Le Goff', 'Bruno Maillard']
  const [, , settled, signed, published] = states as [
    MinutesState,
    MinutesState,
    MinutesState,
    MinutesState,
    MinutesState,
  ]
  for (const state of [settled, signed]) {
    expect(minutesRemarks(state, chairAndKeeper, '2026-04-16')).toEqual([])
    expect(minutesRemarks(state, chairAndKeeper, '2026-04-17')).toEqual([
      expect.stringMatching(
        /^Le procès-verbal devait être publié au plus tard le 16.avril 2026, dans la semaine/u,
      ),
    ])
  }
  expect(minutesRemarks(published, chairAndKeeper, '2027-01-01')).toEqual([])
  expect(minutesRemarks({ ...published, publishedOn: '2026-04-17' }, chairAndKeeper, '2027-01-01')).toEqual([
    expect.stringContaining('a été publié après l’échéance'),
  ])
  const byAnother = { ...signed, signedBy: ['Anne LE GOFF, maire', 'Chloé Prat'] }
  expect(minutesRemarks(byAnother, chairAndKeeper, '2026-04-10')).toEqual([
    'Le procès-verbal n’est pas signé par Bruno Maillard (article L2121-15 du CGCT).',
  ])
})
