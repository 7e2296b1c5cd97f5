import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstSyncDraftPath, loadFirstSync } from '#main/adapters/bundles/firstSyncLoad.ts'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { openDatabase } from '#main/adapters/sqlite/file/openDatabase.ts'
import { canonicalJson } from '#shared/kernel/canonicalJson.ts'
import { utf8Decode } from '#shared/operations/commitUtf8.ts'
import {
  type FirstSyncManifest,
  maxRowsPerChunk,
  nextContentDigest,
  signFirstSync,
  verifyFirstSync,
} from '#shared/operations/first-sync/firstSyncManifest.ts'
import { checkWhole, nothingRead, readChunk } from '#shared/operations/first-sync/firstSyncReading.ts'
import { rowsPerChunk, sliceRows } from '#shared/operations/first-sync/sliceRows.ts'
import {
  codeOf,
  createdFile,
  openedFile,
  temporaryFolder,
  valueOf,
  withCandidature,
} from '../sqlite/committeeOnDisk.ts'
import { control } from './bundleWorld.ts'
import {
  authority,
  chunkFrom,
  cursorsOf,
  dataKey,
  loadOf,
  servedCopy,
  servedManifests,
  tables,
} from './firstSyncWorld.ts'

const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test('[FS1] a manifest under another key, or with one byte changed, is not even read', () => {
  using folder = temporaryFolder()
  const [signed] = servedCopy(folder.path, 5)
  if (signed === undefined) throw new Error('one manifest')
  const manifest = valueOf(verifyFirstSync(signed, authority.publicKey, nodeCrypto))
  expect([manifest.scope, manifest.g, manifest.rows, manifest.chunks.length]).toEqual([
    'dossier/a',
    40,
    10,
    1,
  ])
  expect(codeOf(verifyFirstSync(signed, generateDeviceKeys().publicKey, nodeCrypto))).toBe(
    'first-sync.bad-signature',
  )
  for (let place = 0; place < signed.manifest.length; place++) {
    const altered = signed.manifest.slice()
    altered[place] = (altered[place] ?? 0) ^ 1
    expect(codeOf(verifyFirstSync({ ...signed, manifest: altered }, authority.publicKey, nodeCrypto))).toBe(
      'first-sync.bad-signature',
    )
  }
})

test('[FS1] what the authority signed wrongly is malformed: counts that do not add up, chunks out of bounds', () => {
  using folder = temporaryFolder()
  servedCopy(folder.path, 5)
  const [good] = servedManifests(folder.path)
  if (good === undefined) throw new Error('one manifest')
  const signer = nodeSigner(authority.privateKey)
  const said = (changes: object) =>
    codeOf(
      verifyFirstSync(
        signFirstSync({ ...good, ...changes } as FirstSyncManifest, signer),
        authority.publicKey,
        nodeCrypto,
      ),
    )
  const [chunk] = good.chunks
  expect([
    said({}),
    said({ rows: 11 }),
    said({ chunks: [] }),
    said({ chunks: [{ ...chunk, rows: maxRowsPerChunk + 1 }], rows: maxRowsPerChunk + 1 }),
    said({ chunks: [{ ...chunk, bytes: 5 * 1024 * 1024 }] }),
    said({ chunks: [{ ...chunk, sha256: 'court' }] }),
    said({ more: 1 }),
    said({ g: -1 }),
    said({ scope: '' }),
  ]).toEqual(['ok', ...Array(8).fill('first-sync.malformed')])
})

const rows = fc.array(
  fc.record({ e: fc.string(), s: fc.oneof(fc.string({ maxLength: 40 }), fc.integer()) }),
  { maxLength: 30 },
)

test('[FS2] chunks hold every row, in order, within the bounds; read one after the other they lead to the digest', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 400 }), (few, times) => {
      const all = Array.from({ length: times }, () => few).flat()
      const slices = [...sliceRows(all)]
      const text = slices.map(({ content }) => utf8Decode(content)).join('')
      expect(text).toBe(all.map((row) => `${canonicalJson(row)}\n`).join(''))
      expect(slices.every(({ rows: count }) => count >= 1 && count <= rowsPerChunk)).toBe(true)
      const digest = slices.reduce(
        (chain, { content }) => nextContentDigest(chain, content, nodeCrypto),
        nothingRead.digest,
      )
      const manifest = {
        scope: 's',
        rows: all.length,
        digest: Buffer.from(digest).toString('base64url'),
        chunks: slices.map(({ rows: count }) => ({ sha256: '', bytes: 1, rows: count })),
      } as unknown as FirstSyncManifest
      let progress = nothingRead
      const read = slices.flatMap(({ content }) => {
        if (progress.chunks < slices.length)
          expect(codeOf(checkWhole(manifest, progress))).toBe('first-sync.incomplete')
        const step = valueOf(readChunk(manifest, progress, content, nodeCrypto))
        progress = step.progress
        return step.rows
      })
      expect(read).toEqual(all)
      expect(codeOf(checkWhole(manifest, progress))).toBe('ok')
      expect(codeOf(checkWhole({ ...manifest, digest: 'autre' }, progress))).toBe('first-sync.altered')
    }),
    { numRuns: 60 },
  )
})

test('[FS4] a first copy becomes a file that opens with the passphrase, holds every row and the cursor of each scope', async () => {
  using folder = temporaryFolder()
  servedCopy(folder.file('served'), 2500)
  const path = folder.file('comite.delibere')
  const progress: number[] = []
  const onProgress = ({ done }: { done: number }) => progress.push(done)
  valueOf(await loadFirstSync(path, await loadOf(folder.file('served')), { ...control, onProgress }))
  expect(progress).toEqual([0, 2000, 4000, 5000, 5020])
  expect(readdirSync(folder.path).sort()).toEqual(['comite.delibere', 'served'])
  const file = await openedFile(path)
  expect([file.counts().dossier, file.counts().candidature, file.lastCandidatureNumber('call-1')]).toEqual([
    2510, 2510, 2510,
  ])
  file.close()
  const database = openDatabase(path, dataKey, 'existing')
  const r = Buffer.alloc(32, 40).toString('base64url')
  expect(cursorsOf(database)).toEqual(
    ['dossier/a', 'dossier/b'].map((scope) => ({ key: `cursor ${scope}`, value: `40 ${r}` })),
  )
  expect(
    database.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'first_sync%'").pluck().get(),
  ).toBe(0)
  database.close()
})

test('[FS3] cut at each chunk in turn, it goes on at the next one: none is asked for twice', async () => {
  using folder = temporaryFolder()
  servedCopy(folder.file('served'), 4000)
  const path = folder.file('comite.delibere')
  const asked: string[] = []
  const given = chunkFrom(folder.file('served'))
  let left = 1
  const load = await loadOf(folder.file('served'), {
    fetchChunk: async (manifest, index) => {
      if (left-- === 0) throw new Error('cut')
      asked.push(`${manifest.scope} ${index}`)
      return given(manifest, index)
    },
  })
  const codes: string[] = []
  do {
    left = 1
    codes.push(codeOf(await loadFirstSync(path, load, control)))
  } while (codes.at(-1) === 'first-sync.incomplete' && codes.length < 20)
  expect(codes).toEqual([...Array(4).fill('first-sync.incomplete'), 'ok'])
  expect(asked).toEqual([0, 1, 2, 3].map((index) => `dossier/a ${index}`).concat('dossier/b 0'))
})

test('[FS3] another state of the committee starts anew; a draft that the disk spoiled too', async () => {
  using folder = temporaryFolder()
  const path = folder.file('comite.delibere')
  const cut = async (served: string) => {
    const given = chunkFrom(served)
    const fetchChunk: typeof given = async (manifest, index) =>
      index === 1 ? Promise.reject(new Error('cut')) : given(manifest, index)
    return codeOf(await loadFirstSync(path, await loadOf(served, { fetchChunk }), control))
  }
  servedCopy(folder.file('old'), 1500, 40)
  servedCopy(folder.file('new'), 1600, 41)
  expect(await cut(folder.file('old'))).toBe('first-sync.incomplete')
  expect(await cut(folder.file('new'))).toBe('first-sync.incomplete')
  const draft = readFileSync(firstSyncDraftPath(path))
  draft.fill(1, 4096 * 6)
  writeFileSync(firstSyncDraftPath(path), draft)
  let code = codeOf(await loadFirstSync(path, await loadOf(folder.file('new')), control))
  // Damage met in the middle throws the draft away; the next call begins again.
  if (code === 'file.damaged')
    code = codeOf(await loadFirstSync(path, await loadOf(folder.file('new')), control))
  expect(code).toBe('ok')
  const file = await openedFile(path)
  expect(file.counts().dossier).toBe(1610)
  file.close()
})

test('[FS3] an altered chunk, one of another scope, no gzip, a bomb, rows too few: refused, and the right one then taken', async () => {
  using folder = temporaryFolder()
  servedCopy(folder.file('served'), 1500)
  const path = folder.file('comite.delibere')
  const given = chunkFrom(folder.file('served'))
  const [a, b] = servedManifests(folder.file('served'))
  if (a === undefined || b === undefined) throw new Error('two manifests')
  const good = await given(a, 0)
  const flipped = good.slice()
  flipped[1000] = (flipped[1000] ?? 0) ^ 1
  for (const bytes of [flipped, good.subarray(1), await given(b, 0), new Uint8Array()]) {
    const load = await loadOf(folder.file('served'), { fetchChunk: async () => bytes })
    expect(codeOf(await loadFirstSync(path, load, control))).toBe('first-sync.altered')
  }
  // Signed, yet not what a chunk may be: what the digest lets through is checked again once opened.
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, '1\n'))
  for (const bytes of [bomb, Buffer.from('no gzip at all'), gzipSync('{"e":1}\n{"e":'), gzipSync('1\n')]) {
    const chunk = {
      sha256: createHash('sha256').update(bytes).digest('base64url'),
      bytes: bytes.length,
      rows: 2,
    }
    const manifests = [{ ...a, rows: 2, chunks: [chunk] }]
    const load = await loadOf(folder.file('served'), {
      manifests,
      fetchChunk: async () => new Uint8Array(bytes),
    })
    expect(codeOf(await loadFirstSync(path, load, control))).toBe('first-sync.altered')
  }
  expect(existsSync(path)).toBe(false)
  expect(codeOf(await loadFirstSync(path, await loadOf(folder.file('served')), control))).toBe('ok')
})

test('[FS4] rows that the file does not count, a digest that they do not lead to: the name is not taken, the draft is gone', async () => {
  using folder = temporaryFolder()
  servedCopy(folder.file('served'), 10)
  const path = folder.file('comite.delibere')
  const [a] = servedManifests(folder.file('served'))
  if (a === undefined) throw new Error('one manifest')
  const losing = { ...tables, countRows: () => 19 }
  const attempt = async (changes: Parameters<typeof loadOf>[1]) =>
    codeOf(await loadFirstSync(path, await loadOf(folder.file('served'), changes), control))
  expect([
    await attempt({ tables: losing }),
    await attempt({ manifests: [{ ...a, digest: a.r }] }),
    await attempt({
      tables: {
        ...tables,
        write: () => ({ ok: false, refusal: { code: 'first-sync.malformed', details: {} } }),
      },
    }),
  ]).toEqual(['first-sync.altered', 'first-sync.altered', 'first-sync.malformed'])
  expect(existsSync(path)).toBe(false)
  expect(await attempt({})).toBe('ok')
})

test('[FS5] an existing file is replaced only when asked, and never while it is open or its journal is there', async () => {
  using folder = temporaryFolder()
  servedCopy(folder.file('served'), 10)
  const path = folder.file('comite.delibere')
  const { file } = await createdFile(path)
  withCandidature(file, 1, 'ancien', 'Berric')
  const attempt = async (replaces: boolean) =>
    codeOf(await loadFirstSync(path, await loadOf(folder.file('served'), { replaces }), control))
  expect([await attempt(false), await attempt(true)]).toEqual(['file.exists', 'file.in-use'])
  file.close()
  const before = digestOf(path)
  writeFileSync(`${path}-wal`, 'a journal that was not brought back')
  expect([await attempt(true), digestOf(path)]).toEqual(['file.in-use', before])
  const other = folder.file('nouveau.delibere')
  writeFileSync(`${other}-wal`, 'a journal without its file')
  expect(codeOf(await loadFirstSync(other, await loadOf(folder.file('served')), control))).toBe('file.in-use')
})

test('[FS5] a file that somebody opened meanwhile stays; once it is closed the copy takes its name without a chunk more', async () => {
  using folder = temporaryFolder()
  servedCopy(folder.file('served'), 10)
  const path = folder.file('comite.delibere')
  const { file } = await createdFile(path)
  file.close()
  const given = chunkFrom(folder.file('served'))
  const asked: string[] = []
  const opened: Awaited<ReturnType<typeof openedFile>>[] = []
  const fetchChunk: typeof given = async (manifest, index) => {
    if (asked.length === 0) opened.push(await openedFile(path))
    asked.push(`${manifest.scope} ${index}`)
    return given(manifest, index)
  }
  const load = await loadOf(folder.file('served'), { replaces: true, fetchChunk })
  expect(codeOf(await loadFirstSync(path, load, control))).toBe('file.in-use')
  for (const file of opened) file.close()
  expect(codeOf(await loadFirstSync(path, load, control))).toBe('ok')
  expect(asked).toEqual(['dossier/a 0', 'dossier/b 0'])
})

test('[FS4] killed at any instant, the older file is whole and untouched, until the new one takes its name', async () => {
  using folder = temporaryFolder()
  servedCopy(folder.file('served'), 4000)
  const path = folder.file('comite.delibere')
  const { file } = await createdFile(path)
  withCandidature(file, 1, 'ancien', 'Berric')
  file.close()
  const before = digestOf(path)
  const child = fileURLToPath(new URL('./firstSyncChild.ts', import.meta.url))
  let resumed = 0
  let kills = 0
  let isDone = false
  for (const delayMs of delaysMs) {
    if (isDone) break
    const loading = spawn(process.execPath, [child, folder.file('served'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(loading, 'exit')
    const lines: string[] = []
    // The clock starts once it loads, so that the kills fall within the loading whatever the machine.
    loading.stdout.on('data', (data: Buffer) => {
      if (lines.length === 0) setTimeout(() => loading.kill('SIGKILL'), delayMs)
      lines.push(...data.toString('utf8').trim().split('\n'))
    })
    const [code] = (await ended) as [number | null]
    if (code === null) kills++
    if (Number(lines[1]) > 0) resumed++
    isDone = lines.at(-1) === 'ok' || (code === null && digestOf(path) !== before)
    if (!isDone) expect(digestOf(path)).toBe(before)
  }
  expect([isDone, kills >= 3, resumed >= 1]).toEqual([true, true, true])
  const renewed = openDatabase(path, dataKey, 'existing')
  expect(tables.countRows(renewed)).toBe(8020)
  expect(cursorsOf(renewed)).toHaveLength(2)
  renewed.close()
}, 300_000)

/** Short ones for a fast machine, long ones so that it ends on a slow one. */
const delaysMs = [
  0, 5, 15, 30, 60, 90, 130, 180, 240, 320, 450, 650, 900, 1300, 2000, 4000, 8000, 16_000, 60_000,
]
