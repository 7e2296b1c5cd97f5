import { expect, test } from 'vitest'
import { letterTemplates } from '#shared/domain/documents/dossier/letterTemplates.ts'
import { actTemplates } from '#shared/domain/documents/follow-up/actTemplates.ts'
import { readFooter } from '#shared/domain/documents/readFooter.ts'

test('[VF3] the foot of every template tells what the document is', () => {
  const digest = 'a'.repeat(64)
  const templates = [...Object.values(letterTemplates), ...Object.values(actTemplates)]
  const read = templates.map(({ id }) =>
    readFooter(
      `Lettre 2026-0012 · établi le 18 décembre 2026 · modèle ${id}\nEmpreinte SHA-256 des faits : ${digest}`,
    ),
  )
  expect(read.map((identity) => identity?.kind)).toEqual(templates.map(({ document }) => document))
})
