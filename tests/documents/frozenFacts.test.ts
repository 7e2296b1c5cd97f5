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

// Digests of the files that these facts give in the layout whose pages bear a code. They change with a layout only, and that
// is said in the history of the project.
it.each([
  [
    'minutes',
    minutes,
    completeFacts,
    'a781d0be6958eb712ad6b54d87c171494f3e55ca6568ccfd0455ccdca4ef1bfb',
    '09d7b2ef62df8b49a455a743bc8c4d466f9aa3a8991cae28bec8a990bc224d5b',
  ],
  [
    'ranking',
    rankingTable,
    completeFacts,
    '0d48090a24b532e2cc4ac944a27bd44f0a545651cb5ab494362c20f35f446a3b',
    '7a1001b81087bdd75e95585742a5fbcb0396e6ea4f27d4d16d8f06ca6985ccfb',
  ],
  [
    'decision record',
    decisionRecord,
    completeFacts,
    '4b50df301113cb767046a45c90035f4aab2fb0b557e093db18c1080500c4d6c7',
    '3621cc64b3c8e506e0a5374d1468c49d8a7910ca429316639afcb29cc09e2e7e',
  ],
  [
    'minutes of a council',
    minutes,
    councilFacts,
    '82d98165634018e9969ef3ac2bd46b51cd7b644bc10f2a39808cde7f782dad15',
    'bc3dc53de262a060cc1b30f8a08872fbb8d1966523ccb3b4ed0a148bc7ab8935',
  ],
] as const)(
  '[SE50] %s of facts frozen in format 1: the bytes of this layout',
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
