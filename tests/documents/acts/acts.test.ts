import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import type { DocumentDraft } from '#shared/domain/documents/draft.ts'
import { actTemplates } from '#shared/domain/documents/follow-up/actTemplates.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import type { Result } from '#shared/kernel/result.ts'
import { making } from '../fixtures/acts.ts'
import { readFonts } from '../fixtures/fonts.ts'
import { acts, draftOf } from './actDocuments.ts'

const textOf = (made: Result<DocumentDraft>): string => plainText(draftOf(made).model)

/** No-break spaces shown as « ~ » and « ^ », so that a golden file can be read. */
const visible = (text: string): string => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '^')

describe.each(Object.entries(acts))('%s', (name, make) => {
  it('[RE2] [CL1] [OR1] [AO2] [AG1] says, word for word', () => {
    const golden = readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8').trimEnd()
    expect(visible(textOf(make()))).toBe(golden)
  })

  it('[DC1] same facts, same document', () => {
    expect(draftOf(make())).toEqual(draftOf(make()))
  })

  it('[RE1] leaves no field unfilled', () => {
    expect(textOf(make())).not.toMatch(/[{}]| {2}|undefined|null/u)
  })

  it('[DC4] bears number, digest, date and template', () => {
    const { kind, number, factsDigest, frozenAt, template } = draftOf(make()).model
    expect([factsDigest, frozenAt]).toEqual([making.digest, making.madeAt])
    expect(template).toBe(actTemplates[kind as keyof typeof actTemplates].id)
    expect(number.trim()).not.toBe('')
  })

  it('[DC2] PDF and Word carry its text', async () => {
    const { model } = draftOf(make())
    const expected = withoutSpaces(plainText(model))
    const pdf = await readDocument(await renderPdf(model, readFonts()))
    const word = await readDocument(await renderDocx(model))
    expect([withoutSpaces(pdf?.text ?? ''), withoutSpaces(word?.text ?? '')]).toEqual([expected, expected])
  })
})
