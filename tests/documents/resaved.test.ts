import { describe, expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { compareResaved } from '#shared/domain/documents/compareResaved.ts'
import { identityOf } from '#shared/domain/documents/documentIdentity.ts'
import { footer } from '#shared/domain/documents/footer.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { readFooter } from '#shared/domain/documents/readFooter.ts'
import { readFonts } from './fixtures/fonts.ts'
import { hasTool, runOnFile } from './fixtures/outsideTool.ts'
import { papers } from './fixtures/papers.ts'
import { factsDigest, meetingFacts } from './fixtures/sessionFacts.ts'

const made = minutes(meetingFacts, factsDigest)
if (!made.ok) throw new Error(JSON.stringify(made.refusal))
const model = made.value

describe('the foot of a page', () => {
  it.each([
    ['minutes', model] as const,
    ...Object.entries(papers).flatMap(([name, paper]) => (paper.ok ? [[name, paper.value] as const] : [])),
  ])('[VF3] %s: says what the document is', (_, drawn: DocumentModel) => {
    const { act, digest } = footer(drawn)
    expect(readFooter(`du texte\n${act} Page 3 / 8\n${digest}\ndu texte`)).toEqual(identityOf(drawn))
  })

  it.each(['', 'Empreinte SHA-256 des faits : 12', 'PV 1 · établi le 1er mai 2026 · modèle pv-2'])(
    '[VF3] says nothing in « %s »',
    (text) => expect(readFooter(text)).toBeNull(),
  )

  it('[VF3] the properties of a file of ours come first', async () => {
    const reading = await readDocument(await renderPdf(model, readFonts()))
    expect(reading).toMatchObject({ identity: identityOf(model), visibleIdentity: null })
  })
})

/** What an office suite makes of the Word file of a model. */
async function resaved(drawn: DocumentModel, tagged: boolean) {
  const options = `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`
  const { producedBytes } = runOnFile(await renderDocx(drawn), 'a.docx', 'soffice', [
    '-env:UserInstallation=file://FOLDER/profile',
    '--headless',
    '--convert-to',
    options,
    '--outdir',
    'FOLDER',
    'FILE',
  ])
  return readDocument(producedBytes('a.pdf'))
}

describe.runIf(hasTool('soffice'))('a PDF that an office suite makes of our Word file', () => {
  it.each([true, false])(
    '[VF3] is known by its foot and has the same text (tagged: %s)',
    { timeout: 120_000 },
    async (tagged) => {
      const reading = await resaved(model, tagged)
      expect(reading).toMatchObject({ identity: null, visibleIdentity: identityOf(model) })
      expect(compareResaved(model, reading?.text ?? '')).toEqual([])
    },
  )

  it('[VF3] and what was changed in it is told', { timeout: 120_000 }, async () => {
    const changed: DocumentModel = {
      ...model,
      blocks: model.blocks.map((block) =>
        block.type === 'paragraph' && block.runs.some(({ text }) => text.includes('30\u202F000,00'))
          ? { ...block, runs: [{ text: 'Avis favorable. Montant proposé : 90 000,00 €.' }] }
          : block,
      ),
    }
    const reading = await resaved(changed, false)
    const differences = compareResaved(model, reading?.text ?? '')
    expect(differences.map(({ found }) => found).join(' ')).toContain('90')
  })
})
