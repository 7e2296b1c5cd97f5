import { expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocxText } from '#main/adapters/documents/reading/readDocx.ts'
import { readPdfText } from '#main/adapters/documents/reading/readPdf.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { readFonts } from './fixtures/fonts.ts'
import { factsDigest, meetingFacts } from './fixtures/sessionFacts.ts'

const said = `### Échanges
La présidente rappelle que le calendrier est **serré** ; plusieurs membres jugent *prématurée* la mise en service.
#### Sur le financement
- le plan de financement est **complet** :
  1. part de la commune : 20 %
  2. part du département, comme pour le [[4]] : 30 %
- les autres pièces manquent :
  - le devis de l’hébergeur
  - l’accord du syndicat
1. Le rapporteur complétera le dossier.
2. Le comité y reviendra.
Rien d’autre n’est demandé.`

const [first, ...others] = meetingFacts.items
if (first === undefined) throw new Error('no point')
const facts: SessionFacts = {
  ...meetingFacts,
  markup: 1,
  discussion: said,
  items: [{ ...first, debate: said }, ...others],
}

const model = ((): DocumentModel => {
  const made = minutes(facts, factsDigest)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
})()

it('[MK5] the PDF and the Word file carry every word of what was said, lists within lists too', async () => {
  const pdf = await renderPdf(model, readFonts())
  const docx = await renderDocx(model)
  const expected = withoutSpaces(plainText(model))
  expect(withoutSpaces((await readPdfText(pdf)) ?? '')).toBe(expected)
  expect(withoutSpaces(readDocxText(docx) ?? '')).toBe(expected)
  expect(plainText(model)).toContain('part du département, comme pour le dossier n°\u00A04 (')
})
