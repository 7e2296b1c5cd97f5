import { describe, expect, it } from 'vitest'
import { readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { dossierFieldCatalogue } from '#shared/domain/documents/dossier/dossierFieldCatalogue.ts'
import { letterTemplates } from '#shared/domain/documents/dossier/letterTemplates.ts'
import { actFieldCatalogues } from '#shared/domain/documents/follow-up/actFieldCatalogues.ts'
import { actTemplates } from '#shared/domain/documents/follow-up/actTemplates.ts'
import { withoutSpaces } from '#shared/domain/documents/plainText.ts'
import type { FieldRecord } from '#shared/domain/documents/templates/fieldRecord.ts'
import { everyBlock } from '../documents/fixtures/everyBlock.ts'
import { hasTool } from '../documents/fixtures/outsideTool.ts'
import { letterhead, letterValues } from './fixtures/letterhead.ts'
import { openInLibreOffice } from './fixtures/openInLibreOffice.ts'
import { sampleFields } from './fixtures/sampleFields.ts'

const engine = templateEngine()

async function merged(word: Uint8Array, fields: FieldRecord): Promise<Uint8Array> {
  const result = await engine.merge(word, fields, { ...everyBlock, numberedHeadings: true })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe.runIf(hasTool('soffice'))('what LibreOffice makes of filled templates', () => {
  it('[WT2] opens every one with every word of it', { timeout: 240_000 }, async () => {
    const files = new Map([['letterhead', await merged(await letterhead(), letterValues)]])
    for (const template of [...Object.values(actTemplates), ...Object.values(letterTemplates)]) {
      const acts = Object.entries(actFieldCatalogues)
      const catalogue = acts.find(([kind]) => kind === template.document)?.[1] ?? dossierFieldCatalogue
      const fields = sampleFields(catalogue, { holds: true, entries: 2 })
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
})
