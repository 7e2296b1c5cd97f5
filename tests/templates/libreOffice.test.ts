import { describe, expect, it } from 'vitest'
import { readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { dossierFieldCatalogue } from '#shared/domain/documents/dossier/dossierFieldCatalogue.ts'
import { letterTemplates } from '#shared/domain/documents/dossier/letterTemplates.ts'
import { actFieldCatalogues } from '#shared/domain/documents/follow-up/actFieldCatalogues.ts'
import { actTemplates } from '#shared/domain/documents/follow-up/actTemplates.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import type { FieldDefinition, FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'
import { fillTemplate } from '#shared/domain/documents/templates/fillTemplate.ts'
import type { TemplateDocument } from '#shared/domain/documents/templates/templateDocument.ts'
import { everyBlock } from '../documents/fixtures/everyBlock.ts'
import { hasTool } from '../documents/fixtures/outsideTool.ts'
import { letterhead, letterValues } from './fixtures/letterhead.ts'
import { openInLibreOffice, savedByLibreOffice } from './fixtures/openInLibreOffice.ts'
import { sampleFields } from './fixtures/sampleFields.ts'
import { smallCatalogue, smallTemplate } from './fixtures/smallTemplates.ts'

const engine = templateEngine()

async function merged(word: Uint8Array, fields: FieldRecord): Promise<Uint8Array> {
  const result = await engine.merge(word, fields, { ...everyBlock, numberedHeadings: true })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const templates = [smallTemplate, ...Object.values(actTemplates), ...Object.values(letterTemplates)]

function catalogueOf(template: TemplateDocument): readonly FieldDefinition[] {
  if (template === smallTemplate) return smallCatalogue
  return (
    Object.entries(actFieldCatalogues).find(([kind]) => kind === template.document)?.[1] ??
    dossierFieldCatalogue
  )
}

describe.runIf(hasTool('soffice'))('what LibreOffice makes of templates', () => {
  it('[WT2] opens every filled one with every word of it', { timeout: 240_000 }, async () => {
    const files = new Map([['letterhead', await merged(await letterhead(), letterValues)]])
    for (const template of templates) {
      const fields = sampleFields(catalogueOf(template), { holds: true, entries: 2 })
      files.set(template.id, await merged(await engine.asWord(template), fields))
    }
    const shown = openInLibreOffice([...files.values()]).map(withoutSpaces)
    const lost = [...files].map(([name, word], index) => {
      const lines = (readDocxText(word) ?? '').split('\n')
      const missing = lines.filter((line) => shown[index]?.includes(withoutSpaces(line)) !== true)
      return { name, isFilled: lines.length > 5, missing }
    })
    expect(lost).toEqual([...files.keys()].map((name) => ({ name, isFilled: true, missing: [] })))
    expect(shown[0]).toContain('2.Annexeenpaysage')
  })

  it('[WT4] a template that it wrote again says the same, and is read the same', {
    timeout: 240_000,
  }, async () => {
    const saved = savedByLibreOffice(await Promise.all(templates.map(engine.asWord)))
    for (const [index, template] of templates.entries()) {
      const word = saved[index] ?? new Uint8Array()
      const checked = engine.check(word, catalogueOf(template))
      expect(checked.ok && checked.value.problems).toEqual([])
      for (const sample of [
        { holds: true, entries: 2 },
        { holds: false, entries: 0 },
      ]) {
        const fields = sampleFields(catalogueOf(template), sample)
        const filled = fillTemplate(template.blocks, fields)
        const expected = filled.ok ? plainText({ ...everyBlock, blocks: filled.value }) : filled.refusal.code
        const file = await merged(word, fields)
        expect(withoutSpaces(readDocxText(file) ?? '')).toBe(withoutSpaces(expected))
        const model = engine.readModel(file, everyBlock)
        expect(model.ok && withoutSpaces(plainText(model.value))).toBe(withoutSpaces(expected))
      }
    }
  })
})
