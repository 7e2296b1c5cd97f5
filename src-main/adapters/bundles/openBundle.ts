import { setImmediate as nextTurn } from 'node:timers/promises'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { BundleClosing } from '#shared/operations/bundle/bundleClosing.ts'
import type { BundleContents } from '#shared/operations/bundle/bundleContents.ts'
import type { BundleHeader } from '#shared/operations/bundle/bundleHeader.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import { contentsCheck } from '#shared/operations/bundle/contentsCheck.ts'
import { recordStream } from '#shared/operations/bundle/recordStream.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '#shared/operations/commitPorts.ts'
import { type BundleFile, openBundleFile } from './bundleFile.ts'
import { type BundleOpener, unwrapContentKey } from './bundleSlots.ts'
import type { BundleControl } from './exportBundle.ts'
import { frameCipher } from './frameCipher.ts'

export interface BundleReader {
  /** Committee whose file is open here. */
  readonly org: string
  readonly opener: BundleOpener
  /** Whether a device of the committee has this key, and may still write. @param key raw Ed25519. */
  knows(device: string, key: Uint8Array): boolean
  readonly ports: CommitDigest & CommitVerifier
}

/** A bundle of which every byte was read, opened and checked. */
export interface OpenBundle {
  readonly header: BundleHeader
  readonly counts: BundleClosing['counts']
  readonly contents: BundleContents
  readonly sizeBytes: number
  /**
   * Every record but the contents, read once more in one go, for one transaction: each frame is again the one that was
   * signed. Should the key have been pulled out or changed since, the last item is a refusal, and the taker rolls back.
   */
  records(): Generator<Result<BundleRecord>, void, undefined>
  close(): void
}

/**
 * Opens a bundle after having read it all: what is cut, moved, joined or altered anywhere is refused whole, before
 * anything is taken [BN4]. Refuses what `openBundleFile` does, then `bundle.other-committee`,
 * `bundle.unknown-exporter`, `bundle.not-for-you`, `bundle.wrong-passphrase`, `bundle.altered`, `file.cancelled`.
 */
export async function openBundle(
  path: string,
  reader: BundleReader,
  control: BundleControl,
): Promise<Result<OpenBundle>> {
  const file = openBundleFile(path, reader.ports)
  if (!file.ok) return file
  const opened = await readAll(file.value, reader, control)
  if (!opened.ok) file.value.close()
  return opened
}

async function readAll(
  file: BundleFile,
  { org, opener, knows, ports }: BundleReader,
  { onProgress, signal }: BundleControl,
): Promise<Result<OpenBundle>> {
  const { header, closing, sizeBytes } = file
  if (header.org !== org) return refuse('bundle.other-committee')
  const { device, key } = header.exporter
  if (!knows(device, base64UrlDecode(key) ?? new Uint8Array()))
    return refuse('bundle.unknown-exporter', { device })
  const contentKey = await unwrapContentKey(header, opener)
  if (!contentKey.ok) return contentKey
  const cipher = frameCipher(contentKey.value, header.id)
  // The exporter may be trusted and mistaken all the same: what it says it carries is compared with what is there.
  const check = contentsCheck(org, () => true, ports)
  for (const [index, step] of frames(file, cipher)) {
    if (signal.aborted) return refuse('file.cancelled')
    if (!step.ok) return step
    for (const record of step.value) {
      const taken = check.take(record)
      if (!taken.ok) return taken
    }
    onProgress({ done: index + 1, total: closing.frames.length })
    await nextTurn()
  }
  const contents = check.end()
  if (!contents.ok) return contents
  if (JSON.stringify(check.counts()) !== JSON.stringify(inOrder(closing.counts)))
    return refuse('bundle.altered', { where: 'counts' })
  return ok({
    header,
    counts: closing.counts,
    contents: contents.value,
    sizeBytes,
    *records() {
      for (const [, step] of frames(file, cipher)) {
        if (!step.ok) {
          yield step
          return
        }
        for (const record of step.value) if (record.kind !== 'contents') yield ok(record)
      }
    },
    close: file.close,
  })
}

/** Frame after frame, the records that each one completes; the first refusal is the last step. */
function* frames(
  file: BundleFile,
  cipher: ReturnType<typeof frameCipher>,
): Generator<readonly [index: number, step: Result<readonly BundleRecord[]>], void, undefined> {
  const stream = recordStream()
  const { length } = file.closing.frames
  for (let index = 0; index < length; index++) {
    const sealed = file.frame(index)
    const content = sealed.ok ? cipher.unseal(index, sealed.value) : undefined
    const records = !sealed.ok ? sealed : content === undefined ? unsealable(index) : stream.take(content)
    yield [index, records]
    if (!records.ok) return
  }
  const end = stream.end()
  if (!end.ok) yield [length, end]
}

const unsealable = (index: number) => refuse('bundle.altered', { where: `frame ${index}` })

const inOrder = ({ commits, headers, entries, checkpoints, blobs }: BundleClosing['counts']) => ({
  commits,
  headers,
  entries,
  checkpoints,
  blobs,
})
