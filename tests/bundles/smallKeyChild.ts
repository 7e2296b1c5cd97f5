/** Exports 3 MiB to the folder it is given, then says what was answered and what lies there. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { exportBundle } from '#main/adapters/bundles/exportBundle.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import { codeOf } from '../sqlite/committeeOnDisk.ts'
import { control, exporter, exportOf } from './bundleWorld.ts'

const [folder = ''] = process.argv.slice(2)
const records = [1, 2, 3].map(
  (g): BundleRecord => ({
    kind: 'entry',
    entry: new Uint8Array(1_048_000).fill(g),
    receipt: new Uint8Array(32),
  }),
)
const written = await exportBundle(join(folder, 'envoi.delibere-cle'), exportOf(records), exporter, control)
console.log(codeOf(written), JSON.stringify(readdirSync(folder)))
