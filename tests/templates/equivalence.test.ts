import { describe, expect, it } from 'vitest'
import { readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { dossierFieldCatalogue } from '#shared/domain/documents/dossier/dossierFieldCatalogue.ts'
import { letterTemplates } from '#shared/domain/documents/dossier/letterTemplates.ts'
import { actFieldCatalogues } from '#shared/domain/documents/follow-up/actFieldCatalogues.ts'
import { actTemplates } from '#shared/domain/documents/follow-up/actTemplates.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import type { FieldDefinition, FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'
import { fillTemplate } from '#shared/domain/documents/templates/fillTemplate.ts'
import type { TemplateDocument } from '#shared/domain/documents/templates/templateDocument.ts'
import { everyBlock } from '../documents/fixtures/everyBlock.ts'
import { sampleFields } from './fixtures/sampleFields.ts'
import { smallCatalogue, smallTemplate } from './fixtures/smallTemplates.ts'

const engine = templateEngine()

const catalogueOf = (template: TemplateDocument): readonly FieldDefinition[] =>
  Object.entries(actFieldCatalogues).find(([kind]) => kind === template.document)?.[1] ??
  dossierFieldCatalogue

const templates: readonly (readonly [TemplateDocument, readonly FieldDefinition[]])[] = [
  [smallTemplate, smallCatalogue],
  ...[...Object.values(letterTemplates), ...Object.values(actTemplates)].map(
    (template) => [template, catalogueOf(template)] as const,
  ),
]

const samples = [
  { holds: true, entries: 2 },
  { holds: true, entries: 1 },
  { holds: false, entries: 0 },
] as const

/** The text, or what is missing, in alphabetical order. */
function filledBlocks(template: TemplateDocument, fields: FieldRecord): string {
  const filled = fillTemplate(template.blocks, fields)
  if (!filled.ok) return namesOf(filled.refusal)
  const model: DocumentModel = { ...everyBlock, blocks: filled.value }
  return withoutSpaces(plainText(model))
}

async function filledWord(template: TemplateDocument, fields: FieldRecord): Promise<string> {
  const merged = await engine.merge(await engine.asWord(template), fields, everyBlock)
  return merged.ok ? withoutSpaces(readDocxText(merged.value) ?? 'illisible') : namesOf(merged.refusal)
}

const namesOf = ({ code, details }: { code: string; details?: unknown }): string => {
  const { items = [] } = (details ?? {}) as { items?: readonly string[] }
  return `${code} ${items.toSorted().join(', ')}`
}

describe('a template of the program, as blocks and as a Word file', () => {
  for (const [template, catalogue] of templates) {
    it(`[WT4] ${template.id} has no problem, and uses known fields only`, async () => {
      const checked = engine.check(await engine.asWord(template), catalogue)
      expect(checked.ok && { problems: checked.value.problems, warnings: checked.value.warnings }).toEqual({
        problems: [],
        warnings: [],
      })
    })

    for (const sample of samples)
      it(`[WT4] ${template.id} says the same, conditions ${sample.holds}, lists of ${sample.entries}`, async () => {
        const fields = sampleFields(catalogue, sample)
        expect(await filledWord(template, fields)).toBe(filledBlocks(template, fields))
      })

    it(`[WT3] ${template.id}, filled in Word, is read with the same text`, async () => {
      const fields = sampleFields(catalogue, samples[0])
      const merged = await engine.merge(await engine.asWord(template), fields, everyBlock)
      const model = merged.ok ? engine.readModel(merged.value, everyBlock) : merged
      expect(model.ok && withoutSpaces(plainText(model.value))).toBe(filledBlocks(template, fields))
    })

    it(`[WT4] ${template.id} misses the same values`, async () => {
      expect(await filledWord(template, {})).toBe(filledBlocks(template, {}))
    })
  }
})
