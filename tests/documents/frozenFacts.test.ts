import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { decisionRecord } from '#shared/domain/documents/decisionRecord.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import { rankingTable } from '#shared/domain/documents/rankingTable.ts'
import { readSessionFacts } from '#shared/domain/session/readSessionFacts.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { readFonts } from './fixtures/fonts.ts'
import {
  completeFacts,
  councilFacts,
  factsDigest,
  frozenInFormat1,
  meetingFacts,
} from './fixtures/sessionFacts.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

// Digests of the files that the first version made of these facts.
it.each([
  [
    'minutes',
    minutes,
    completeFacts,
    '4a46ebe38899b8b471971f679264c8eb1bab8abb8758b0ed23fc281dd2f69eef',
    '866aa80e23b907067b4800652c5f19a639e6ec0195a5eb3e68e8cf7237f4de98',
  ],
  [
    'ranking',
    rankingTable,
    completeFacts,
    'c205a5ff679b713a747a04027a35cd157c409931498f56b372187568d5da3ea0',
    'f621b05706c4f1ff6bf5cda02d2b627c9e8d0d38ae8320fa936ba42d435cb676',
  ],
  [
    'decision record',
    decisionRecord,
    completeFacts,
    'a8a8c54d094d518a5776f55f5e72bbf1efed58fb6ca2e78371538cfc2a1730bf',
    'e83fa1e9af8512b0827fba28e725ffab5024b0576c9128e239938f9ac5111e46',
  ],
  [
    'minutes of a council',
    minutes,
    councilFacts,
    'fad816f332c760199b4dec1d4341969cb134ae3110d3f85b8be4b4ca3e71eafa',
    '932f77e132c82d3353c426457f8f41be0423cd197de27343a8a8d34aa4ef9a34',
  ],
] as const)(
  '[SE50] %s of facts frozen in format 1: the bytes of their first day',
  async (_, make, facts, pdf, docx) => {
    const made = make(facts, factsDigest)
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    expect({
      pdf: sha256(await renderPdf(made.value, readFonts())),
      docx: sha256(await renderDocx(made.value)),
    }).toEqual({ pdf, docx })
  },
)

it('[SE50] reads back what it froze, and nothing that it does not know', () => {
  expect(readSessionFacts(canonicalJson(meetingFacts as unknown as Json))).toEqual(meetingFacts)
  expect(readSessionFacts(frozenInFormat1)).toMatchObject({ format: 1, pauses: [], openChecks: [] })
  for (const text of ['', '{', 'null', '12', '[]', '{"format":3}', '{"format":"1"}'])
    expect(readSessionFacts(text)).toBeNull()
})
