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
    `Intégral – Procès-verbal ${number}.pdf`,
    `Communicable – Procès-verbal ${number}.pdf`,
    `Intégral – Relevé de décisions ${number}.pdf`,
    `Communicable – Relevé de décisions ${number}.pdf`,
    `Intégral – Classement ${number}.pdf`,
    `Communicable – Classement ${number}.pdf`,
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

it('[DX1] [DX7] a rectifying act is masked as the rest, and leaves whole and communicable', async () => {
  const session = await withSecrets()
  const { get, sessionId, folder } = session
  await get('session.rectify', {
    sessionId,
    date: '2026-04-10',
    rectification: {
      itemId: null,
      reason: 'erreur signalée par claire@example.fr',
      text: 'Mme Kermarrec a menti. Lire « 8 000 € ».',
      corrected: null,
    },
  })
  const { masks } = await get('disclosure.preview', { sessionId })
  expect(
    masks.filter(({ id }) => id.startsWith('rectifications.')).map(({ place, text }) => [place, text]),
  ).toEqual([
    ['Acte rectificatif n° 1, motif', 'claire@example.fr'],
    ['Acte rectificatif n° 1, texte à lire', 'Mme Kermarrec a menti.'],
  ])
  const { files, folder: into } = await get('disclosure.export', {
    sessionId,
    shown: [],
    folder: join(folder, 'Communication'),
  })
  const acts = files.filter((name) => name.includes('ectifi'))
  expect(acts.map((name) => name.split(' – ')[0])).toEqual(['Intégral', 'Communicable'])
  const texts = await Promise.all(acts.map((name) => textOf(join(into, name))))
  const secrets = ['claire@example.fr', 'Kermarrec']
  expect(texts.map((text) => secrets.map((secret) => text.includes(secret)))).toEqual([
    [true, true],
    [false, false],
  ])
  expect(texts[1]).toContain('2 mentions occultées')
  for (const name of files)
    expect(await get('document.verify', { path: join(into, name) })).toMatchObject({ verdict: 'conforme' })
})
