import { expect, test } from 'vitest'
import type { BoardLine, DisclosureMask } from '#shared/domain/documents/documentBoard.ts'
import { actOf, actProblems, blankAct } from '../../../src-renderer/features/documents/act/actDraft.ts'
import { liftedAfter, maskGroups } from '../../../src-renderer/features/documents/disclosure/maskGroups.ts'
import { blankStep, nextStep } from '../../../src-renderer/features/documents/minutes/minutesStep.ts'
import { documentGroups } from '../../../src-renderer/features/documents/session/documentGroups.ts'
import { viewOf } from '../../../src-renderer/features/documents/useDocumentsAddress.ts'

test('[DS2] an act is recorded once its number, its date and its authority are there', () => {
  const keyed = { ...blankAct, number: ' 2026-112 ', date: '2026-06-15', authority: ' le conseil ' }
  expect(actOf(keyed)).toEqual({
    ...blankAct,
    number: '2026-112',
    date: '2026-06-15',
    authority: 'le conseil',
  })
  expect(
    [
      { ...keyed, date: null },
      { ...keyed, number: ' ' },
      { ...keyed, authority: '' },
    ].map(actOf),
  ).toEqual([null, null, null])
})

test('[DS2] dates of an act that contradict each other are told', () => {
  const act = { ...blankAct, date: '2026-06-15' }
  expect(actProblems(blankAct, '2026-05-21')).toEqual([])
  expect(actProblems(act, '2026-05-21')).toEqual([])
  expect(
    actProblems({ ...act, transmittedOn: '2026-06-15', publishedOn: '2026-06-16' }, '2026-06-15'),
  ).toEqual([])
  expect(
    actProblems({ ...act, transmittedOn: '2026-06-14', publishedOn: '2026-06-13' }, '2026-06-16'),
  ).toEqual(['before-session', 'transmitted-before', 'published-before'])
})

test('[DS5] a step of the minutes needs its date, signatories or place; nothing follows the publication', () => {
  const on = '2026-06-18'
  const whole = { on, signatories: ' Ada \n\n Blaise', where: ' le site ' }
  expect(
    (['draft', 'submitted', 'settled', 'signed', 'published'] as const).map((state) =>
      nextStep(state, whole),
    ),
  ).toEqual([
    { to: 'submitted', on },
    { to: 'settled', on },
    { to: 'signed', on, by: ['Ada', 'Blaise'] },
    { to: 'published', on, where: 'le site' },
    null,
  ])
  const blank = blankStep([])
  expect(nextStep('draft', blank)).toBeNull()
  expect(nextStep('settled', { ...blank, on })).toBeNull()
  expect(nextStep('signed', { ...blank, on })).toBeNull()
  expect(nextStep('settled', { ...blankStep(['Ada', 'Blaise']), on })).toEqual({
    ...{ to: 'signed', on },
    by: ['Ada', 'Blaise'],
  })
})

const mask = (id: string, text: string, place: string): DisclosureMask => ({
  ...{ id, text, place, context: text },
  kind: 'natural-person',
  reason: 'identité',
})

test('[DS9] one mention masked in many places is one line, in the order of the documents', () => {
  const masks = [mask('a', 'Ada', 'Point 1'), mask('b', 'Blaise', 'Point 1'), mask('c', 'Ada', 'Point 2')]
  expect(maskGroups(masks).map(({ text, masks: of }) => [text, of.map(({ id }) => id)])).toEqual([
    ['Ada', ['a', 'c']],
    ['Blaise', ['b']],
  ])
  expect(maskGroups([])).toEqual([])
})

test('[DS9] a mention is lifted whole or in one place, once', () => {
  expect(liftedAfter([], ['a', 'c'], false)).toEqual(['a', 'c'])
  expect(liftedAfter(['a'], ['a', 'c'], false)).toEqual(['a', 'c'])
  expect(liftedAfter(['a', 'b', 'c'], ['a', 'c'], true)).toEqual(['b'])
})

test('[DS5] documents are grouped by the moment one needs them', () => {
  const lines = (['convocation', 'minutes', 'expenses', 'resolution'] as const).map(
    (document): BoardLine => ({ document, missing: [], issues: [] }),
  )
  expect(
    documentGroups(lines).map((group) => [group.moment, group.lines.map(({ document }) => document)]),
  ).toEqual([
    ['before', ['convocation']],
    ['after', ['minutes', 'resolution']],
    ['members', ['expenses']],
  ])
  expect(documentGroups(lines.slice(0, 1))).toHaveLength(1)
})

test('[DS13] an address that is old or typed shows the documents of the session', () => {
  expect([viewOf({ view: 'lettres' }), viewOf({ view: 'autre' }), viewOf({})]).toEqual([
    'lettres',
    'seance',
    'seance',
  ])
})
