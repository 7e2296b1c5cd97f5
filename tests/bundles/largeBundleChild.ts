/** Writes and reads back a bundle of 300 MB in the folder it is given, then says its size and the memory that it took more. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { exportBundle } from '#main/adapters/bundles/exportBundle.ts'
import { openBundle } from '#main/adapters/bundles/openBundle.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { type BlobManifest, blobChunkBytes } from '#shared/operations/blobs/blobManifest.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import { valueOf } from '../sqlite/committeeOnDisk.ts'
import { asMember, control, exporter, exportOf, readerFor } from './bundleWorld.ts'

const [folder = ''] = process.argv.slice(2)
const chunksPerBlob = 150
const chunk = (blob: number, index: number) => {
  const bytes = Buffer.alloc(blobChunkBytes, index)
  bytes[0] = blob
  return bytes
}
const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function manifestOf(blob: number): BlobManifest {
  const whole = createHash('sha256')
  const chunks = Array.from({ length: chunksPerBlob }, (_, index) => {
    const bytes = chunk(blob, index)
    whole.update(bytes)
    return hex(bytes)
  })
  return { sha256: whole.digest('hex'), sizeBytes: chunksPerBlob * blobChunkBytes, chunks }
}

async function* records(): AsyncGenerator<Result<BundleRecord>, void, undefined> {
  for (const blob of [1, 2]) {
    yield ok({ kind: 'blob', scope: 'shared', manifest: manifestOf(blob) })
    for (let index = 0; index < chunksPerBlob; index++) yield ok({ kind: 'chunk', bytes: chunk(blob, index) })
  }
}

/** Node itself, and the reading of TypeScript, take most of it. */
const peakAtFirst = process.resourceUsage().maxRSS
const path = join(folder, 'envoi.delibere-cle')
const { sizeBytes } = valueOf(await exportBundle(path, exportOf(records()), exporter, control))
const bundle = valueOf(await openBundle(path, readerFor(asMember), control))
let chunks = 0
for (const record of bundle.records()) if (valueOf(record).kind === 'chunk') chunks++
bundle.close()
console.log(
  JSON.stringify({ sizeBytes, chunks, peakBytes: (process.resourceUsage().maxRSS - peakAtFirst) * 1024 }),
)
