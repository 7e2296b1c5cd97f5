import type { BundleExport, BundleExporter } from '#main/adapters/bundles/exportBundle.ts'
import type { BundleReader } from '#main/adapters/bundles/openBundle.ts'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { BundleRecord } from '#shared/operations/bundle/bundleRecord.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { encodeCommit } from '#shared/operations/commitEncode.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import { valueOf } from '../sqlite/committeeOnDisk.ts'

export const org = 'committee-1'
export const secretary = { device: 'device-secretary', ...generateDeviceKeys() }
export const member = { device: 'device-member', ...generateDeviceKeys() }
export const stranger = { device: 'device-stranger', ...generateDeviceKeys() }
export const passphrase = 'la salle du conseil de mardi'

export const exporter: BundleExporter = {
  device: secretary.device,
  publicKey: secretary.publicKey,
  ports: { ...nodeCrypto, ...nodeSigner(secretary.privateKey), nowMs: () => 1_780_000_000_000 },
}

export const control = { onProgress: () => {}, signal: { aborted: false } }

export const readerFor = (
  opener: BundleReader['opener'],
  changes: Partial<BundleReader> = {},
): BundleReader => ({
  org,
  opener,
  knows: (device, key) =>
    device === secretary.device && Buffer.from(key).equals(Buffer.from(secretary.publicKey)),
  ports: nodeCrypto,
  ...changes,
})

export const asMember = { kind: 'device', device: member.device, privateKey: member.privateKey } as const
export const toMember = { kind: 'device', device: member.device, publicKey: member.publicKey } as const

/** A real signed commit of the secretary's device. */
export function commitOf(seq: number, scope: string, text: string, committee = org) {
  return valueOf(
    encodeCommit(
      {
        org: committee,
        dev: secretary.device,
        seq,
        prev: seq === 1 ? null : base64UrlEncode(new Uint8Array(32).fill(seq)),
        hlc: [1_780_000_000_000 + seq, 0],
        usr: 'secretary',
        scope,
        sv: 1,
        app: 'test',
      } as Parameters<typeof encodeCommit>[0],
      [{ id: `operation-${seq}`, k: 'dossier.change@1', e: `dossier/d${seq}`, d: { set: { title: text } } }],
      exporter.ports,
    ),
  )
}

export function commitRecord(
  seq: number,
  scope: string,
  text: string,
): Extract<BundleRecord, { kind: 'commit' }> {
  const { header, body, signature } = commitOf(seq, scope, text)
  return { kind: 'commit', header, body, signature }
}

/** Something of every kind that a log holds. */
export const logRecords: readonly BundleRecord[] = [
  commitRecord(1, 'shared', 'Réfection du préau'),
  commitRecord(2, 'dossier/d2', 'Aire de covoiturage'),
  { ...commitRecord(3, 'recusal/m7', 'secret'), body: null },
  { kind: 'entry', entry: utf8Encode('{"g":1}'), receipt: new Uint8Array(32).fill(1) },
  { kind: 'entry', entry: utf8Encode('{"g":2}'), receipt: new Uint8Array(32).fill(2) },
  {
    kind: 'checkpoint',
    checkpoint: utf8Encode('{"g":2,"log":"centre"}'),
    signature: new Uint8Array(64).fill(3),
  },
]

export const exportOf = (
  records: readonly BundleRecord[] | AsyncIterable<Result<BundleRecord>>,
  changes: Partial<BundleExport> = {},
): BundleExport => ({
  org,
  scopes: ['shared', 'dossier/d2'],
  recipients: [toMember],
  records: Array.isArray(records) ? records.map(ok) : (records as AsyncIterable<Result<BundleRecord>>),
  expectedBytes: 1000,
  ...changes,
})
