import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import type { IssuedContent } from '#shared/operations/documentIssue.ts'
import { issuedContent, keepIssuedContent } from '#shared/usecases/documents/issuedContent.ts'
import type { Reader } from '#shared/usecases/ports.ts'

const logo = Buffer.from('an image of the town'.repeat(50)).toString('base64')

const letter = (number: string): DocumentModel => ({
  kind: 'letter-award',
  title: 'Lettre',
  language: 'fr-FR',
  number,
  factsDigest: 'a'.repeat(64),
  frozenAt: '2026-12-01T10:00',
  author: 'Commune',
  template: 'attribution-1',
  runningHead: '',
  orientation: 'portrait',
  blocks: [
    {
      type: 'image',
      format: 'png',
      base64: logo,
      widthPt: 100,
      heightPt: 50,
      align: 'start',
      alternative: 'Logo',
    },
    { type: 'paragraph', tone: 'body', runs: [{ text: number }] },
  ],
})

const content = (number: string): IssuedContent => ({
  format: 1,
  model: letter(number),
  merged: { fields: { 'demandeur.nom': 'Berric' }, body: letter(number) },
})

/** Blobs by their digest, as a file keeps them. */
function blobs() {
  const kept = new Map<string, Uint8Array>()
  const putBlob = (bytes: Uint8Array): string => {
    const digest = createHash('sha256').update(bytes).digest('hex')
    kept.set(digest, bytes)
    return digest
  }
  const reader = { blob: (digest: string) => kept.get(digest) ?? null } as unknown as Reader
  return { kept, putBlob, reader }
}

test('[DM3] the logo of many letters is kept once, and each letter reads back whole', () => {
  const { kept, putBlob, reader } = blobs()
  const cited = ['1', '2', '3'].map((number) => keepIssuedContent({ putBlob }, content(number)))
  const digests = cited.map(({ contentDigest }) => contentDigest ?? '')
  expect(kept.size).toBe(4)
  const [picture] = [...kept.keys()].filter((digest) => !digests.includes(digest))
  expect(cited.map(({ pictureDigests }) => pictureDigests)).toEqual([[picture], [picture], [picture]])
  expect(digests.map((contentDigest) => issuedContent(reader, { contentDigest }))).toEqual(
    ['1', '2', '3'].map((number) => ({ ok: true, value: content(number) })),
  )
  for (const digest of digests) expect(kept.get(digest)?.length).toBeLessThan(logo.length)
})

test('[DM3] a content that is not kept, or no longer reads, is refused', () => {
  const { putBlob, reader } = blobs()
  const codeOf = (contentDigest: string | null) => {
    const read = issuedContent(reader, { contentDigest })
    return read.ok ? 'ok' : read.refusal.code
  }
  expect([codeOf(null), codeOf('0'.repeat(64)), codeOf(putBlob(new Uint8Array([1, 2])))]).toEqual([
    'document.not-kept',
    'file.damaged',
    'file.damaged',
  ])
})
