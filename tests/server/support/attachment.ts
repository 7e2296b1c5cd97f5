import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { describeBlob, encodeBlobManifest, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import { valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import type { Laptop } from './laptop.ts'

/** A small attachment, and what laptops ask of it on their channel. */
export function attachment(text: string) {
  const content = new TextEncoder().encode(text)
  const manifest = valueOf(describeBlob(content, nodeCrypto))
  const { sha256 } = manifest
  const asked = async (one: Laptop, method: string, path: string, body: Uint8Array = new Uint8Array()) => {
    const answered = await one.exchange.ask('blob', { method, path: `/blobs/${sha256}${path}`, body })
    if (!answered.ok) throw new Error(answered.why)
    return answered.value
  }
  return {
    sha256,
    /** Statuses of its two requests. */
    send: async (one: Laptop) => {
      const begun = await asked(one, 'PUT', '', encodeBlobManifest(manifest))
      const sent = await asked(one, 'PUT', `/${transferOf(manifest, nodeCrypto)}/0`, content)
      return [begun.status, sent.status]
    },
    /** The whole answer to who asks for its first chunk. */
    fetch: (one: Laptop) => asked(one, 'GET', '/0'),
    /** An operation that cites it, read by the secretariat and the chair alone. */
    template: (id: string) => ({
      k: 'template.add@1',
      e: `template/${id}`,
      d: {
        ...{ document: 'minutes', name: id },
        version: { version: 1, sha256, fileName: 'a.docx', addedOn: '2026-01-01' },
      },
    }),
  }
}
