import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type {
  AuditedCheckpoint,
  AuditedCommit,
  AuditedEntry,
  AuditedPlace,
  AuditLine,
} from '#shared/operations/audit/auditLine.ts'
import { type Entry, entryBytes } from '#shared/operations/authority/entry.ts'
import type { CommitSigner } from '#shared/operations/commitPorts.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'

/** An export opened on the table of somebody who wants it to say something else. */
export const opened = (lines: readonly string[]): AuditLine[] =>
  lines.map((line) => JSON.parse(line) as AuditLine)

/**
 * Writes it again, with everything computed anew that asks for no private key: identifiers, places, receipts, what the
 * checkpoints name, the count. With `authority`, the forger is the authority itself and signs its log anew.
 */
export function closed(
  lines: readonly AuditLine[],
  authority: CommitSigner | null = null,
): readonly string[] {
  let g = 0
  let r: Uint8Array = new Uint8Array(32)
  const written = lines.map((line): AuditLine => {
    if (line.is === 'checkpoint' && line.run === undefined) return vouching(line, g, r, authority)
    if (line.is === 'end') return { ...line, entries: g }
    if (line.is !== 'entry') return line
    g += 1
    const cid = line.commit === null ? line.entry.cid : idOf(line.commit)
    const entry: AuditedEntry = { ...line.entry, g, cid }
    r = nodeCrypto.sha256(Buffer.concat([r, entryBytes(entry as Entry)]))
    return { ...line, entry }
  })
  return written.map((line) => JSON.stringify(line))
}

function vouching(
  line: AuditedCheckpoint,
  g: number,
  r: Uint8Array,
  authority: CommitSigner | null,
): AuditedCheckpoint {
  const { is, signature, ...checkpoint } = { ...line, g, r: Buffer.from(r).toString('base64url') }
  if (authority === null) return { is, ...checkpoint, signature }
  const text = utf8Encode(`delibere/checkpoint/1\0${canonicalJson(checkpoint as unknown as Json)}`)
  return { is, ...checkpoint, signature: Buffer.from(authority.sign(text)).toString('base64url') }
}

export const idOf = ({ header }: AuditedCommit): string =>
  Buffer.from(nodeCrypto.sha256(Buffer.from(header, 'base64url'))).toString('base64url')

export interface ReadPlace extends AuditedPlace {
  readonly header: Readonly<Record<string, unknown>>
  readonly ops: readonly {
    readonly k: string
    readonly e: string
    readonly d: Readonly<Record<string, unknown>>
  }[]
}

/** Index of the first entry that is so; a forger knows what he looks for. */
export function indexOf(lines: readonly AuditLine[], is: (place: ReadPlace) => boolean): number {
  const index = lines.findIndex((line) => line.is === 'entry' && is(readPlace(line)))
  if (index < 0) throw new Error('no such entry')
  return index
}

export function readPlace(line: AuditedPlace): ReadPlace {
  const json = (text: string | null | undefined) =>
    JSON.parse(Buffer.from(text ?? 'e30', 'base64url').toString()) as Record<string, unknown>
  const ops = (json(line.commit?.body).ops ?? []) as ReadPlace['ops']
  return { ...line, header: json(line.commit?.header), ops }
}

export const changed = <T extends AuditLine>(
  lines: readonly AuditLine[],
  index: number,
  change: (line: T) => AuditLine,
): AuditLine[] => lines.map((line, place) => (place === index ? change(line as T) : line))

/** The text of a header or a body with something else in it. */
export const rewritten = (text: string, from: string, to: string): string => {
  const plain = Buffer.from(text, 'base64url').toString()
  if (!plain.includes(from)) throw new Error(`${from} is not in it`)
  return Buffer.from(plain.replace(from, to)).toString('base64url')
}

export const hashOf = (text: string): string =>
  Buffer.from(nodeCrypto.sha256(Buffer.from(text, 'base64url'))).toString('base64url')
