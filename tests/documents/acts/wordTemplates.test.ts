import { describe, expect, it } from 'vitest'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { actFieldCatalogues } from '#shared/domain/documents/follow-up/actFieldCatalogues.ts'
import { actTemplates } from '#shared/domain/documents/follow-up/actTemplates.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { acts, draftOf } from './actDocuments.ts'

const engine = templateEngine()

describe.each(Object.entries(acts))('%s', (_, make) => {
  const { model, fields } = draftOf(make())
  const kind = model.kind as keyof typeof actTemplates

  it('[RE1] its template, opened in Word and brought back as it is, is accepted and says the same', async () => {
    const word = await engine.asWord(actTemplates[kind])
    const check = engine.check(word, actFieldCatalogues[kind])
    expect(check.ok && check.value.problems).toEqual([])
    const merged = await engine.merge(word, fields, model)
    if (!merged.ok) throw new Error(JSON.stringify(merged.refusal))
    const said = withoutSpaces((await readDocument(merged.value))?.text ?? '')
    const lines = plainText(model).split('\n').map(withoutSpaces)
    expect(lines.filter((line) => !said.includes(line))).toEqual([])
  })
})
