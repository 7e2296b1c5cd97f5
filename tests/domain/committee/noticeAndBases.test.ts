import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkNotice } from '#shared/domain/committee/checkNotice.ts'
import { clearDaysBetween, latestSending } from '#shared/domain/committee/clearDays.ts'
import type { NoticeRuleId } from '#shared/domain/committee/committee.ts'
import { noticeRuleOn, noticeRules } from '#shared/domain/committee/noticeRules.ts'
import { recusalBases, recusalBasesOn } from '#shared/domain/committee/recusalBases.ts'

test.each([
  ['2026-03-06', '2026-03-12', 5],
  ['2026-03-07', '2026-03-12', 4],
  ['2026-03-11', '2026-03-12', 0],
  ['2026-03-12', '2026-03-12', 0],
  // Over a leap day, a change of hour, a new year.
  ['2028-02-25', '2028-03-02', 5],
  ['2026-03-26', '2026-04-01', 5],
  ['2025-12-29', '2026-01-04', 5],
])('[CO12] from %s to %s: %i clear days', (sentOn, heldOn, days) => {
  expect(clearDaysBetween(sentOn, heldOn)).toBe(days)
})

test('[CO12] the latest sending leaves exactly the days asked, one day later does not', () => {
  const day = fc.date({ min: new Date('1997-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), (held, days) => {
      const heldOn = held.toISOString().slice(0, 10)
      const latest = latestSending(heldOn, days)
      const next = new Date(Date.parse(latest) + 86_400_000).toISOString().slice(0, 10)
      expect(clearDaysBetween(latest, heldOn)).toBe(days)
      if (days > 0) expect(clearDaysBetween(next, heldOn)).toBe(days - 1)
    }),
  )
})

test.each([
  ['council-under-3500', 3, '2026-03-08'],
  ['council-3500-and-more', 5, '2026-03-06'],
  ['department-region', 12, '2026-02-27'],
  ['state-committee', 5, '2026-03-06'],
] as const)('[CO12] %s asks %i clear days: %s at the latest for 12 March', (rule, days, latest) => {
  const verdict = checkNotice(rule, latest, '2026-03-12')
  expect(verdict).toMatchObject({
    rule,
    requiredDays: days,
    givenDays: days,
    respected: true,
    latestSending: latest,
  })
  const late = checkNotice(rule, '2026-03-10', '2026-03-12')
  expect(late).toMatchObject({ givenDays: 1, respected: false, latestSending: latest })
})

test('[CO12] the verdict says what is asked, what was given and what to do', () => {
  const plain = (rule: NoticeRuleId, sent: string | null, held = '2026-03-12') =>
    checkNotice(rule, sent, held).sentence.replaceAll('\u00A0', ' ')
  expect(plain('council-3500-and-more', '2026-03-02')).toBe(
    'Convocation envoyée le 2 mars 2026 : 9 jours francs avant la séance, pour 5 jours francs (CGCT, article L2121-12).',
  )
  expect(plain('council-3500-and-more', '2026-03-10')).toBe(
    'Convocation envoyée le 10 mars 2026 : 1 jour franc avant la séance, il en fallait 5 jours francs (CGCT, article L2121-12), soit un envoi le 6 mars 2026 au plus tard. L’urgence s’explique avant la clôture.',
  )
  expect(plain('state-committee', null)).toBe(
    'La convocation n’est pas datée. Il faut 5 jours francs (CRPA, article R133-8) : à envoyer le 6 mars 2026 au plus tard.',
  )
  expect(plain('none', '2026-03-10')).toBe('Aucun texte ne fixe ici de délai de convocation.')
  expect(plain('state-committee', null, '')).toBe(
    'La date de la séance n’est pas fixée : le délai de convocation ne peut pas être vérifié.',
  )
})

test('[CO12] no text, no delay to respect; before a text is in force, neither', () => {
  expect(checkNotice('none', '2026-03-11', '2026-03-12')).toMatchObject({
    requiredDays: null,
    givenDays: 0,
    respected: true,
    latestSending: null,
  })
  expect(noticeRuleOn('state-committee', '2015-12-31')).toBeNull()
  expect(noticeRuleOn('state-committee', '2016-01-01')?.text).toBe('CRPA, article R133-8')
  expect(noticeRuleOn('none', '2026-01-01')).toBeNull()
})

test('[CO12] [CO13] dated texts: one wording at a time, ids for ever', () => {
  for (const { id, validFrom, validTo } of noticeRules) {
    const others = noticeRules.filter((rule) => rule.id === id && rule.validFrom !== validFrom)
    expect(
      others.every((rule) => (validTo ?? '9999') < rule.validFrom || (rule.validTo ?? '9999') < validFrom),
    ).toBe(true)
  }
  expect(new Set(recusalBases.map(({ id }) => id)).size).toBe(recusalBases.length)
  const kept = ['cgct-l2131-11', 'cgct-l1111-6', 'crpa-r133-12', 'cgfp-l121-4', 'reglement']
  expect(kept.filter((id) => recusalBases.some((basis) => basis.id === id))).toEqual(kept)
})

test('[CO13] the texts offered are those of the date of the session', () => {
  const on = (date: string) => recusalBasesOn(date).map(({ id }) => id)
  expect(on('2025-12-23')).toContain('cp-432-12')
  expect(on('2025-12-23')).not.toContain('cp-432-12-2025')
  expect(on('2025-12-24')).toContain('cp-432-12-2025')
  expect(on('2025-12-24')).not.toContain('cp-432-12')
  expect(on('2022-02-28')).toContain('loi-83-634-25-bis')
  expect(on('2022-03-01')).toEqual(expect.arrayContaining(['cgfp-l121-4', 'reglement']))
})
