import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Clock, Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  type BundleClosing,
  type BundleCounts,
  encodeBundleClosing,
  frameContentBytes,
  maxFrames,
} from '#shared/operations/bundle/bundleClosing.ts'
import { type BundleHeader, encodeBundleHeader, maxSlots } from '#shared/operations/bundle/bundleHeader.ts'
import { encodeEnd, encodeStart, signedBundleBytes } from '#shared/operations/bundle/bundleLayout.ts'
import {
  type BundleRecord,
  encodeBundleRecord,
  maxRecordBytes,
} from '#shared/operations/bundle/bundleRecord.ts'
import { contentsCheck } from '#shared/operations/bundle/contentsCheck.ts'
import type { CommitDigest, CommitSigner } from '#shared/operations/commitPorts.ts'
import type { Progress } from '#shared/usecases/ports.ts'
import { flushFolder } from '../documents/writing/flushFolder.ts'
import { type BundleRecipient, contentKeyCheck, wrapForRecipients } from './bundleSlots.ts'
import { frameCipher } from './frameCipher.ts'
import { keyRefusal } from './keyRefusal.ts'

export interface BundleExport {
  readonly org: string
  /** Scopes that every recipient reads: a commit with a body of another one stops the export [BN6]. */
  readonly scopes: readonly string[]
  readonly recipients: readonly BundleRecipient[]
  /** In the order in which they must be taken; the contents record is written after them. A refusal stops the export. */
  readonly records: Iterable<Result<BundleRecord>> | AsyncIterable<Result<BundleRecord>>
  /** About what the records weigh, for the progress. */
  readonly expectedBytes: number
}

export interface BundleExporter {
  readonly device: string
  /** Raw Ed25519 key. */
  readonly publicKey: Uint8Array
  readonly ports: CommitDigest & CommitSigner & Randomness & Clock
}

export interface BundleControl {
  /** In bytes. */
  onProgress(progress: Progress): void
  readonly signal: { readonly aborted: boolean }
}

/**
 * Writes a bundle whole or not at all: a hidden neighbour is filled, flushed, then takes the name [BN5]. Refuses
 * `bundle.no-recipient`, `file.weak-passphrase`, `bundle.scope-not-declared`, `bundle.too-large`, `file.cancelled`,
 * `file.exists`, `file.missing`, `file.disk-full`, `file.read-only`, and what `records` refuses.
 */
export async function exportBundle(
  path: string,
  content: BundleExport,
  exporter: BundleExporter,
  control: BundleControl,
): Promise<Result<{ readonly sizeBytes: number; readonly counts: BundleCounts }>> {
  if (content.recipients.length > maxSlots) return refuse('bundle.no-recipient')
  const temporary = join(dirname(path), `${leftoverStart(path)}${randomBytes(6).toString('hex')}.en-cours`)
  try {
    if (existsSync(path)) return refuse('file.exists', { path })
    await removeLeftovers(path)
    const file = await open(temporary, 'wx', 0o600)
    let written: Awaited<ReturnType<typeof writeBundle>>
    try {
      written = await writeBundle(file, content, exporter, control)
      if (written.ok) await file.sync()
    } finally {
      await file.close()
    }
    if (written.ok && existsSync(path)) written = refuse('file.exists', { path })
    if (!written.ok) {
      await rm(temporary, { force: true })
      return written
    }
    await rename(temporary, path)
    await flushFolder(dirname(path))
    return written
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    return keyRefusal(error, path, 'writing')
  }
}

async function writeBundle(
  file: FileHandle,
  content: BundleExport,
  { device, publicKey, ports }: BundleExporter,
  control: BundleControl,
): Promise<Result<{ readonly sizeBytes: number; readonly counts: BundleCounts }>> {
  const contentKey = ports.bytes(32)
  const id = Buffer.from(ports.bytes(16)).toString('base64url')
  const slots = await wrapForRecipients(contentKey, id, content.recipients, ports)
  if (!slots.ok) return slots
  const header: BundleHeader = {
    id,
    org: content.org,
    exporter: { device, key: Buffer.from(publicKey).toString('base64url') },
    at: ports.nowMs(),
    check: contentKeyCheck(contentKey, id),
    slots: slots.value,
  }
  const headerBytes = encodeBundleHeader(header)
  const startAndHeader = Buffer.concat([encodeStart(headerBytes.length), headerBytes])
  await writeAll(file, startAndHeader)
  const frames = await writeFrames(file, frameCipher(contentKey, id), content, control, ports)
  if (!frames.ok) return frames
  const closing = encodeBundleClosing(frames.value)
  const signature = ports.sign(signedBundleBytes(startAndHeader, closing, ports))
  await writeAll(file, Buffer.concat([closing, signature, encodeEnd(closing.length)]))
  return ok({ sizeBytes: (await file.stat()).size, counts: frames.value.counts })
}

/** Fills frames with records, holding one of each; the check that a reader will make is made here first. */
async function writeFrames(
  file: FileHandle,
  cipher: ReturnType<typeof frameCipher>,
  { org, scopes, records, expectedBytes }: BundleExport,
  { onProgress, signal }: BundleControl,
  ports: CommitDigest,
): Promise<Result<BundleClosing>> {
  const readable = new Set(scopes)
  const check = contentsCheck(org, (scope) => readable.has(scope), ports)
  const frames: string[] = []
  let contentBytes = 0
  const frame = Buffer.alloc(frameContentBytes)
  let filled = 0
  const flush = async () => {
    const sealed = cipher.seal(frames.length, frame.subarray(0, filled))
    frames.push(createHash('sha256').update(sealed[0]).update(sealed[1]).digest('base64url'))
    contentBytes += filled
    filled = 0
    for (const part of sealed) await writeAll(file, part)
    onProgress({ done: Math.min(contentBytes, expectedBytes), total: expectedBytes })
  }
  const add = async (record: BundleRecord): Promise<Result<null>> => {
    const checked = check.take(record)
    if (!checked.ok) return checked
    const bytes = encodeBundleRecord(record)
    if (bytes.length > maxRecordBytes) return tooLarge()
    for (let at = 0; at < bytes.length; ) {
      if (frames.length === maxFrames) return tooLarge()
      const part = bytes.subarray(at, at + frameContentBytes - filled)
      frame.set(part, filled)
      filled += part.length
      at += part.length
      if (filled === frameContentBytes) await flush()
    }
    return ok(null)
  }
  for await (const record of content(records)) {
    if (signal.aborted) return refuse('file.cancelled')
    const added = record.ok ? await add(record.value) : record
    if (!added.ok) return added
  }
  const closed = await add({ kind: 'contents', contents: check.contents() })
  if (!closed.ok) return closed
  if (filled > 0) await flush()
  return ok({ counts: check.counts(), contentBytes, frames })
}

/** Either kind, as one. */
async function* content(
  records: BundleExport['records'],
): AsyncGenerator<Result<BundleRecord>, void, undefined> {
  yield* records
}

const tooLarge = () => refuse('bundle.too-large', { largest: (maxFrames * frameContentBytes) / 2 ** 20 })

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await file.write(bytes, done, bytes.length - done)).bytesWritten
}

/** What an export that was killed left of this very name; the unfinished file of another export is not ours to remove. */
async function removeLeftovers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path)))
    if (name.startsWith(leftoverStart(path)) && name.endsWith('.en-cours'))
      await rm(join(dirname(path), name), { force: true })
}

const leftoverStart = (path: string) => `.${basename(path)}.`
