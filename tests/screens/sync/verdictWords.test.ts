import { describe, expect, test } from 'vitest'
import { verdictCodes, verdicts } from '#shared/operations/authority/verdict.ts'
import { placeOfEntity } from '../../../src-renderer/features/sync/regularise/placeOfEntity.ts'
import { whyRefused } from '../../../src-renderer/features/sync/regularise/verdictWords.ts'

const refusing = verdicts.filter((verdict) => verdict !== 'ok' && verdict !== 'deferred')

describe('why an authority refused', () => {
  test('[UI33] every code has words of its own rule, whatever the verdict beside it', () => {
    for (const code of verdictCodes.filter((each) => each !== '')) {
      const [first, ...others] = refusing.map((verdict) => whyRefused(verdict, code))
      for (const other of others) expect(other, code).toEqual(first)
    }
  })

  test('[UI33] a code of a later version is told by its verdict', () => {
    for (const verdict of refusing) {
      const { rule, why, remedy } = whyRefused(verdict, 'not-invented-yet')
      expect([rule, why, remedy].every((text) => text.length > 3)).toBe(true)
    }
    expect(whyRefused('late', 'not-invented-yet').rule).toBe('Séance close')
  })

  test('[UI33] it is said as the secretary would say it', () => {
    expect(whyRefused('late', 'session-closed').rule).toBe('La séance était close')
    for (const code of verdictCodes) {
      const { rule, why, remedy } = whyRefused('invalid', code)
      const text = `${rule} ${why} ${remedy}`
      expect(text, code).not.toMatch(/synchro|commit|erreur \d|[a-z]+-[a-z]+@/i)
      expect(why, code).toMatch(/\.$/)
      expect(remedy, code).toMatch(/\.$/)
    }
  })
})

test('[UI33] what was touched is one click away, where a screen shows it alone', () => {
  expect(
    [
      'candidature/c-1',
      'sheet/c-1/m-2',
      'session/s',
      'call/a',
      'grid/g',
      'member/m',
      'committee/x',
      'session/',
    ].map((entity) => placeOfEntity(entity)?.to ?? null),
  ).toEqual([
    '/candidatures/c-1',
    '/candidatures/c-1',
    '/seances/s',
    '/appels/a',
    '/grilles/g',
    null,
    null,
    null,
  ])
})
