import type { Json } from '#shared/kernel/canonicalJson.ts'
import { count, countOrNull, oneOf, readFields, schemaRange, text, texts } from './controlFields.ts'
import type { RawFrame } from './rawFrame.ts'
import { byeReasons, type FeedItem, type WholeCommit, type WireContents, type WireType } from './wireFrame.ts'

/** How one type of frame stands in its envelope. `read` gives undefined for anything that `write` would not have written. */
export interface FrameShape<C> {
  /** On the wire, for ever. */
  readonly number: number
  write(contents: C): { readonly control: RawFrame['control']; readonly parts: readonly Uint8Array[] }
  read(control: RawFrame['control'], parts: readonly Uint8Array[]): C | undefined
}

export const frameShapes: { readonly [T in WireType]: FrameShape<WireContents[T]> } = {
  challenge: {
    number: 1,
    write: ({ nonce, ...control }) => ({ control, parts: [nonce] }),
    read: (control, [nonce, ...rest]) => {
      const fields = readFields(control, { log: text, restores: count })
      return fields && isLong(nonce, 32) && rest.length === 0 ? { ...fields, nonce } : undefined
    },
  },
  hello: {
    number: 2,
    write: ({ nonce, receipt, proof, schemas, ...control }) => ({
      control: { ...control, schemas: [...schemas] },
      parts: [nonce, receipt ?? nothing, proof],
    }),
    read: (control, [nonce, receipt, proof, ...rest]) => {
      const fields = readFields(control, { device: text, cursor: count, schemas: schemaRange, app: text })
      if (!fields || !isLong(nonce, 32) || !isLong(proof, 64) || rest.length > 0) return undefined
      if (!isLong(receipt, fields.cursor === 0 ? 0 : 32)) return undefined
      return { ...fields, nonce, receipt: fields.cursor === 0 ? null : receipt, proof }
    },
  },
  welcome: {
    number: 3,
    write: ({ proof, schemas, ...control }) => ({
      control: { ...control, schemas: [...schemas] },
      parts: [proof],
    }),
    read: (control, [proof, ...rest]) => {
      const fields = readFields(control, {
        authority: text,
        head: count,
        knownSeq: count,
        schemas: schemaRange,
      })
      return fields && isLong(proof, 64) && rest.length === 0 ? { ...fields, proof } : undefined
    },
  },
  push: {
    number: 4,
    write: ({ batch, commits }) => ({
      control: { batch },
      parts: commits.flatMap(({ header, body, signature }) => [header, body, signature]),
    }),
    read: (control, parts) => {
      const fields = readFields(control, { batch: count })
      const commits = inGroups(parts, 3, readCommit)
      return fields && commits && commits.length > 0 ? { ...fields, commits } : undefined
    },
  },
  verdicts: {
    number: 5,
    write: ({ entries, ...control }) => ({ control, parts: entries }),
    read: (control, parts) => {
      const fields = readFields(control, { log: text, batch: count })
      return fields && parts.length > 0 && parts.every(isSome) ? { ...fields, entries: parts } : undefined
    },
  },
  feed: {
    number: 6,
    write: ({ log, from, items }) => ({
      control: { log, from },
      parts: items.flatMap(({ entry, header, body, signature }) => [
        entry,
        header,
        body ?? nothing,
        signature,
      ]),
    }),
    read: (control, parts) => {
      const fields = readFields(control, { log: text, from: count })
      const items = inGroups(parts, 4, readItem)
      return fields && items && items.length > 0 ? { ...fields, items } : undefined
    },
  },
  receipts: {
    number: 7,
    write: ({ entries, ...control }) => ({ control, parts: entries }),
    read: (control, parts) => {
      const fields = readFields(control, { log: text, from: count })
      return fields && parts.length > 0 && parts.every(isSome) ? { ...fields, entries: parts } : undefined
    },
  },
  pull: {
    number: 8,
    write: withoutParts,
    read: (control, parts) =>
      parts.length === 0 ? readFields(control, { log: text, after: count, limitBytes: count }) : undefined,
  },
  poke: {
    number: 9,
    write: withoutParts,
    read: (control, parts) =>
      parts.length === 0 ? readFields(control, { log: text, head: count }) : undefined,
  },
  checkpoint: {
    number: 10,
    write: ({ log, statement, signature }) => ({ control: { log }, parts: [statement, signature] }),
    read: (control, [statement, signature, ...rest]) => {
      const fields = readFields(control, { log: text })
      return fields && isSome(statement) && isLong(signature, 64) && rest.length === 0
        ? { ...fields, statement, signature }
        : undefined
    },
  },
  'blob-have': {
    number: 11,
    write: ({ sizeBytes, sha256, chunks }) => ({ control: { sizeBytes }, parts: [sha256, chunks] }),
    read: (control, [sha256, chunks, ...rest]) => {
      const fields = readFields(control, { sizeBytes: count })
      return fields && isLong(sha256, 32) && chunks && isBitmap(chunks, fields.sizeBytes) && rest.length === 0
        ? { ...fields, sha256, chunks }
        : undefined
    },
  },
  presence: {
    number: 12,
    write: ({ devices }) => ({ control: { devices: [...devices] }, parts: [] }),
    read: (control, parts) => (parts.length === 0 ? readFields(control, { devices: texts }) : undefined),
  },
  bye: {
    number: 13,
    write: withoutParts,
    read: (control, parts) =>
      parts.length === 0
        ? readFields(control, { reason: oneOf(byeReasons), retryAfterMs: countOrNull })
        : undefined,
  },
}

/** Stands for a byte string that is kept back: none of ours is empty. */
const nothing = new Uint8Array(0)

function withoutParts(control: { readonly [name: string]: Json }) {
  return { control, parts: [] }
}

function readCommit([header, body, signature]: readonly Uint8Array[]): WholeCommit | undefined {
  return isSome(header) && isSome(body) && isLong(signature, 64) ? { header, body, signature } : undefined
}

function readItem([entry, header, body, signature]: readonly Uint8Array[]): FeedItem | undefined {
  if (!isSome(entry) || !isSome(header) || body === undefined || !isLong(signature, 64)) return undefined
  return { entry, header, body: body.length === 0 ? null : body, signature }
}

function inGroups<T>(
  parts: readonly Uint8Array[],
  size: number,
  read: (group: readonly Uint8Array[]) => T | undefined,
): readonly T[] | undefined {
  if (parts.length % size !== 0) return undefined
  const groups: T[] = []
  for (let i = 0; i < parts.length; i += size) {
    const group = read(parts.slice(i, i + size))
    if (group === undefined) return undefined
    groups.push(group)
  }
  return groups
}

function isBitmap(chunks: Uint8Array, sizeBytes: number): boolean {
  const chunkCount = Math.ceil(sizeBytes / blobChunkBytes)
  if (chunks.length !== Math.ceil(chunkCount / 8)) return false
  return chunkCount % 8 === 0 || (chunks[chunks.length - 1] ?? 0) >> (chunkCount % 8) === 0
}

const blobChunkBytes = 1024 * 1024

const isSome = (bytes: Uint8Array | undefined): bytes is Uint8Array => bytes !== undefined && bytes.length > 0
const isLong = (bytes: Uint8Array | undefined, length: number): bytes is Uint8Array =>
  bytes?.length === length
