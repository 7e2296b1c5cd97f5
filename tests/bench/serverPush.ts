import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authorityStore } from '#server/authority/authorityStore.ts'
import { nodeCrypto } from '#server/authority/nodeCrypto.ts'
import { verifyAhead } from '#server/authority/verifyAhead.ts'
import { logAppender } from '#server/store/logAppender.ts'
import { openStore, type StoreSettings } from '#server/store/openStore.ts'
import { openAuthorityRows } from '#server/store/rows/authorityRows.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { receiving } from '#shared/operations/authority/receiveCommit.ts'
import { base64UrlDecode } from '#shared/operations/commitBase64Url.ts'
import { signedBytes } from '#shared/operations/commitEncode.ts'
import { groupWriter } from '#shared/operations/exchange/groupWriter.ts'
import { factsDigest } from '#shared/usecases/sessions/factsDigest.ts'
import { dossierRegistered } from '#tests/operations/support/committee.ts'
import { testDevice } from '#tests/operations/support/device.ts'

// How many operations a second the central server orders, durably: signed, judged, receipted.
// node tests/bench/serverPush.ts [postgres address]   (a folder of its own for SQLite)

const [, , url] = process.argv
const folder = mkdtempSync(join(tmpdir(), 'delibere-push-'))
const settings: StoreSettings =
  url === undefined
    ? { kind: 'sqlite', path: join(folder, 'server.db'), key: null }
    : { kind: 'postgres', url, mostConnections: 8 }
const database = await openStore(settings, Date.now(), (error) => {
  throw error
})
const place = { organisation: `bench-${process.pid}`, log: 'centre' }
const devices = Array.from({ length: 30 }, (_, i) => testDevice(`d-${process.pid}-${i}`, `u-${i}`))
await database.transact(async (writer) => {
  await writer.run(
    'INSERT INTO organisations (organisation, name, made_at) VALUES (?, ?, ?)',
    place.organisation,
    'B',
    1,
  )
  const rows = openAuthorityRows(writer, place)
  rows.absorb(
    foundAuthority({
      log: place.log,
      users: devices.map(({ enrolled }) => ({ id: enrolled.user, name: '', email: '' })),
      devices: devices.map(({ enrolled }) => enrolled),
      mandates: devices.map(({ enrolled }) => ({
        id: `m-${enrolled.id}`,
        user: enrolled.user,
        role: 'secretariat',
        memberId: null,
        dossiers: [],
        ended: false,
      })),
      rows: [],
    }),
  )
  await rows.flush()
})
const verifier = verifyAhead()
const digest = {
  sha256Hex: (content: string | Uint8Array) =>
    Buffer.from(nodeCrypto.sha256(Buffer.from(content))).toString('hex'),
}
const core = { sha256: nodeCrypto.sha256, verify: verifier.verify, factsDigest: factsDigest(digest) }
const store = authorityStore(place, {
  database,
  appender: logAppender(database),
  authority: { sign: () => new Uint8Array(64) },
  clock: { nowMs: () => Date.now() },
})
// As the exchange does: what arrives while a group is written is the next group.
const groups = groupWriter(store, () => {})

await measure('1 operation a commit', 1, 100)
await measure('50 operations a commit', 50, 10)
await database.close()
rmSync(folder, { recursive: true, force: true })

/** Every device sends its chain, ten commits a push; the pushes of all are in flight at once. */
async function measure(name: string, operations: number, commitsEach: number): Promise<void> {
  const chains = devices.map((device) =>
    Array.from({ length: commitsEach }, (_, n) =>
      device.sign(
        `dossier/${device.enrolled.id}-${operations}-${n}`,
        Array.from({ length: operations }, (_, i) => {
          const e = `dossier/${device.enrolled.id}-${operations}-${n}`
          return i === 0
            ? { k: 'dossier.register@1', e, d: dossierRegistered(n).d }
            : { k: 'dossier.change@1', e, x: i, d: { set: { title: `Projet ${i}` } } }
        }),
      ),
    ),
  )
  const begun = performance.now()
  const processor = process.cpuUsage()
  const refused = await Promise.all(
    chains.map(async (chain, index) => {
      const key = base64UrlDecode(devices[index]?.enrolled.publicKey ?? '') ?? new Uint8Array()
      let count = 0
      for (let at = 0; at < chain.length; at += 10) {
        const push = chain.slice(at, at + 10)
        await Promise.all(
          push.map(({ header, signature }) => verifier.ahead(key, signedBytes(header), signature)),
        )
        const said = await groups.write(
          push.map((commit) => receiving(commit, { via: null, now: Date.now() }, core)),
        )
        count += said
          .flat()
          .filter((output) => output.kind !== 'entry' || output.entry.verdict !== 'ok').length
      }
      return count
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(processor)
  const done = devices.length * commitsEach * operations
  const not = refused.reduce((sum, one) => sum + one, 0)
  console.log(
    `${name}: ${Math.round(done / seconds)} operations/s (${done} in ${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor${not > 0 ? `, ${not} refused` : ''})`,
  )
}
