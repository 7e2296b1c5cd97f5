import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { type DocumentedSession, documentedSession } from '../documents/documentedSession.ts'

const textOf = async (path: string): Promise<string> =>
  ((await readDocument(new Uint8Array(readFileSync(path))))?.text ?? '').replaceAll(
    /[\s\u00A0\u202F]+/gu,
    ' ',
  )

/** Somebody's telephone number was told in the debate. */
const withSecrets = (): Promise<DocumentedSession> =>
  documentedSession('Le porteur se joint au 06 01 02 03 04. Le comité a entendu le rapporteur.')

it('[DX7] the pack holds each act whole and communicable, and the list of the masks', async () => {
  const session = await withSecrets()
  const { get, sessionId, folder } = session
  const { number } = await get('document.board', { sessionId })
  const pack = await get('disclosure.export', { sessionId, shown: [], folder: join(folder, 'Communication') })
  expect(pack.files).toEqual([
    `Procès-verbal ${number}.pdf`,
    `Procès-verbal ${number} (communicable).pdf`,
    `Relevé de décisions ${number}.pdf`,
    `Relevé de décisions ${number} (communicable).pdf`,
    `Classement ${number}.pdf`,
    `Classement ${number} (communicable).pdf`,
    `Liste des occultations ${number}.pdf`,
  ])
  expect(readdirSync(pack.folder)).toEqual(pack.files.toSorted())
  for (const name of pack.files)
    expect(await get('document.verify', { path: join(pack.folder, name) })).toMatchObject({
      verdict: 'conforme',
    })
})

it('[DX4] [DX7] what is masked is not in the communicable reading, what is lifted is, the whole one says all', async () => {
  const session = await withSecrets()
  const { get, sessionId, folder } = session
  const { masks } = await get('disclosure.preview', { sessionId })
  const phone = masks.find(({ kind }) => kind === 'phone')
  expect(phone?.text.replaceAll(/\s/gu, '')).toBe('0601020304')
  const minutesOf = async (shown: readonly string[], name: string) => {
    const { files, folder: into } = await get('disclosure.export', {
      sessionId,
      shown: [...shown],
      folder: join(folder, name),
    })
    return Promise.all(files.slice(0, 2).map((file) => textOf(join(into, file))))
  }
  const secret = '06 01 02 03 04'
  const [whole, communicable] = await minutesOf([], 'a')
  expect([whole?.includes(secret), communicable?.includes(secret)]).toEqual([true, false])
  const [, lifted] = await minutesOf([phone?.id ?? ''], 'b')
  expect(lifted).toContain(secret)
})

it('[DX7] a mask that is not proposed, a session that is not closed: refused, nothing written', async () => {
  const session = await withSecrets()
  const { sessionId, folder } = session
  const refusal = await session.refusalOf('disclosure.export', {
    sessionId,
    shown: ['items.9.debate:0-3'],
    folder: join(folder, 'Communication'),
  })
  expect(refusal).toBe('input.invalid')
  expect(await session.refusalOf('disclosure.preview', { sessionId: 'absente' })).toBe('entity.missing')
  expect(readdirSync(folder)).not.toContain('Communication')
})
