import { expect, test } from 'vitest'
import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { ScaleKind } from '#shared/domain/grid/grid.ts'
import { parseMark } from '#shared/domain/grid/parseMark.ts'
import { scaleLevels } from '#shared/domain/grid/scaleLevels.ts'
import { scaleMaximum } from '#shared/domain/grid/scaleMaximum.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

const kinds: readonly ScaleKind[] = ['0-3', '0-5', '0-10', '0-20', 'A-D', 'yes-no']

test('[GR1] each scale has its levels in hundredths', () => {
  expect(kinds.map((kind) => [kind, scaleMaximum(kind), scaleLevels(kind).length])).toEqual([
    ['0-3', 300, 4],
    ['0-5', 500, 6],
    ['0-10', 1000, 11],
    ['0-20', 2000, 21],
    ['A-D', 300, 4],
    ['yes-no', 100, 2],
  ])
})

test.each([
  ['0-5', '4', 400],
  ['0-5', ' 0 ', 0],
  ['0-10', '7,5', 750],
  ['0-20', '12,5', 1250],
  ['0-20', '12.5', 1250],
  ['0-20', '20', 2000],
  ['0-20', '12,0', 1200],
  ['A-D', 'a', 300],
  ['A-D', 'D', 0],
  ['yes-no', 'Oui', 100],
  ['yes-no', 'o', 100],
  ['yes-no', 'yes', 100],
  ['yes-no', 'NON', 0],
  ['yes-no', 'n', 0],
  ['yes-no', 'N', 0],
  ['0-5', 'N', 'not-applicable'],
  ['0-20', 'so', 'not-applicable'],
  ['A-D', 'Sans objet', 'not-applicable'],
  ['yes-no', 'NC', 'not-applicable'],
] as const)('[GR2] on %s « %s » is %s', (kind, text, read) => {
  expect(parseMark({ kind }, text)).toEqual(ok(read))
})

test.each([
  ['0-5', '6'],
  ['0-5', '4,5'],
  ['0-5', '-1'],
  ['0-5', ''],
  ['0-5', '4 '.repeat(2)],
  ['0-20', '12,3'],
  ['0-20', '20,5'],
  ['0-20', '1e1'],
  ['0-20', '٣'],
  ['A-D', 'E'],
  ['A-D', 'AB'],
  ['yes-no', '1'],
] as const)('[GR2] on %s « %s » is refused', (kind, text) => {
  expect(parseMark({ kind }, text)).toMatchObject({ ok: false, refusal: { code: 'mark.not-on-scale' } })
})

test('[GR2] a refusal says what may be keyed', () => {
  expect(parseMark({ kind: 'A-D' }, 'E')).toEqual(
    refuse('mark.not-on-scale', { text: 'E', allowed: ['D', 'C', 'B', 'A', 'sans objet'] }),
  )
  expect(parseMark({ kind: '0-20' }, '21')).toEqual(
    refuse('mark.not-on-scale', { text: '21', allowed: ['0 à 20, demi-points admis', 'sans objet'] }),
  )
})

test('[GR2] what is displayed is read back', () => {
  for (const kind of kinds) {
    for (const hundredths of scaleLevels(kind)) {
      expect(parseMark({ kind }, displayMark({ kind }, { kind: 'value', hundredths }))).toEqual(
        ok(hundredths),
      )
    }
    expect(parseMark({ kind }, displayMark({ kind }, { kind: 'not-applicable' }))).toEqual(
      ok('not-applicable'),
    )
  }
  expect(displayMark({ kind: '0-20' }, { kind: 'value', hundredths: 1250 })).toBe('12,5')
})
