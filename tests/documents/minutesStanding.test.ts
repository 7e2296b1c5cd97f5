import { expect, it } from 'vitest'
import { minutes } from '#shared/domain/documents/minutes.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import { draftMinutes, type MinutesState } from '#shared/domain/session/session.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { completeFacts, councilFacts } from './fixtures/sessionFacts.ts'

const digest = '0'.repeat(64)
const textOf = (facts: SessionFacts, standing?: MinutesState): string => {
  const made = minutes(facts, digest, standing)
  if (!made.ok) throw new Error(made.refusal.code)
  return plainText(made.value).replaceAll(/[\u00A0\u202F]/gu, ' ')
}
const project = 'Projet de procès-verbal, qui n’a pas encore été arrêté.'

it('[VF5] a draft says that it is a project, and is settled by nobody yet; earlier ones keep their words', () => {
  for (const [facts, before, now] of [
    [
      councilFacts,
      'est arrêté au commencement de la séance suivante',
      'sera arrêté au commencement d’une séance suivante',
    ],
    [completeFacts, 'est arrêté le 1er décembre 2026', 'reste à arrêter'],
  ] as const) {
    const text = textOf({ ...facts, markup: 1 })
    expect(text).toContain(project)
    expect(text.replace(`${project}\n`, '').replace(now, before)).toBe(textOf(facts))
    expect(textOf(facts)).not.toContain('Projet de procès-verbal')
  }
})

it('[VF5] once settled the closing sentence gives the date, for a council as for a committee', () => {
  const settled = { ...draftMinutes, submittedOn: '2026-12-01', settledOn: '2026-12-15' }
  for (const facts of [councilFacts, completeFacts]) {
    const text = textOf(facts, settled)
    expect(text).toContain('Procès-verbal arrêté le 15 décembre 2026.')
    expect(text).toContain('a été arrêté le 15 décembre 2026.')
    expect(text).not.toMatch(/est arrêté|[Pp]rojet de procès-verbal/u)
  }
})
