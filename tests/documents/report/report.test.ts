import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DossierFacts } from '#shared/domain/documents/dossier/dossierFacts.ts'
import { report } from '#shared/domain/documents/dossier/report.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import { cents } from '#shared/kernel/cents.ts'
import { factsFor, making } from '../letters/letterFacts.ts'

const base = factsFor('letter-award')
const facts: DossierFacts = {
  ...base,
  instruction: {
    ...base.instruction,
    strengths: 'Douze bourgs sans guichet sont desservis.',
    weaknesses: 'Le véhicule n’est pas encore commandé.',
    analysis:
      'Le besoin est établi par une **enquête** :\n- trois cents réponses ;\n- deux réunions publiques.',
    proposal: { opinion: 'reserved', amountCents: cents(28_000_00) },
  },
  marks: {
    total: '61.00',
    rank: 4,
    sheets: 3,
    criteria: [
      { label: 'Besoin des usagers', weight: 60, mean: '75.00', comments: ['enquête convaincante', ' '] },
      { label: 'Budget', weight: 40, mean: '40.00', comments: [] },
      { label: 'Partenariats', weight: 0, mean: null, comments: [] },
    ],
  },
}

const made = (of: DossierFacts) => {
  const done = report(of, making)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value.model
}
const visible = (text: string): string => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '^')

test('[RP1] the report says, word for word', () => {
  const golden = readFileSync(new URL('report.txt', import.meta.url), 'utf8').trimEnd()
  expect(visible(plainText(made(facts)))).toBe(golden)
})

test('[RP1] before the session nothing is said of a decision, and before the marks nothing of them', () => {
  const text = plainText(made({ ...facts, decision: null, marks: null }))
  expect(text).not.toContain('Séance du')
  expect(text).not.toContain('Notation')
})

test('[RP2] bars and table bear the same figures, and no evaluator is named', () => {
  const chart = made(facts).blocks.find(({ type }) => type === 'chart')
  expect(chart).toEqual({
    type: 'chart',
    caption: 'Notes par critère, sur 100',
    maximum: 100,
    bars: [
      { label: 'Besoin des usagers', value: 75, text: '75,00' },
      { label: 'Budget', value: 40, text: '40,00' },
      { label: 'Partenariats', value: 0, text: 'non noté' },
    ],
    alternative:
      'Barres\u00A0: Besoin des usagers, 75,00\u202F; Budget, 40,00\u202F; Partenariats, non noté.',
  })
})

const without: readonly (readonly [string, (of: DossierFacts) => DossierFacts])[] = [
  ['le nom du demandeur', (of) => ({ ...of, candidature: { ...of.candidature, applicant: ' ' } })],
  ['l’intitulé du projet', (of) => ({ ...of, candidature: { ...of.candidature, project: '' } })],
  ['le montant demandé', (of) => ({ ...of, candidature: { ...of.candidature, requestedCents: null } })],
  [
    'l’analyse du service',
    (of) => ({ ...of, instruction: { ...of.instruction, strengths: '', weaknesses: ' ', analysis: '' } }),
  ],
  ['la proposition du service', (of) => ({ ...of, instruction: { ...of.instruction, proposal: null } })],
  [
    'le nom de l’agent chargé du dossier',
    (of) => ({ ...of, issuer: { ...of.issuer, agent: { ...of.issuer.agent, name: '' } } }),
  ],
]

test.each(without)('[RP1] without %s it is refused, and says so', (item, change) => {
  expect(report(change(facts), making)).toEqual({
    ok: false,
    refusal: { code: 'document.missing-items', details: { items: [item] } },
  })
})

test('[RP1] an advisory instance never decides in it', () => {
  expect(plainText(made(facts))).not.toMatch(/décid|attribu[ée]/iu)
})
