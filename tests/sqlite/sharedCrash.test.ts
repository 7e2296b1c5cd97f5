import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { ports, written } from '#tests/operations/support/committee.ts'
import { loaded } from '#tests/operations/support/replica.ts'
import { createdFile, openedFile, temporaryFolder, withCandidature } from './committeeOnDisk.ts'
import { fromText, toText } from './sharedChildText.ts'
import { log, secretaryUser, sharedWorld, withCommittee } from './sharedWorld.ts'

const child = new URL('./sharedChild.ts', import.meta.url).pathname

/** The life of a process: what it said, line by line, up to its death at some instant. */
interface Said {
  readonly doctor?: string
  readonly own?: number
  readonly offer?: readonly SignedCommit[]
  readonly behind?: boolean
  readonly told?: number
}

test('[SHF11] killed anywhere between signing and taking in, eight times: conforme, no fork, nothing acknowledged lost', async () => {
  using folder = temporaryFolder()
  const path = folder.file('a.delibere')
  const { file } = await createdFile(path)
  withCommittee(file)
  for (const number of [1, 2, 3]) withCandidature(file, number, 'un', 'Berric')
  const world = sharedWorld(file)
  const dev = file.sharing.self()?.device ?? ''
  file.close()

  let durableG = 0
  let offered = 0
  const receive = (commits: readonly SignedCommit[]): void => {
    for (const commit of commits) {
      const outputs = written(
        world.store,
        receiveCommit(world.store, commit, { via: null, now: 1_790_000_000_000 }, ports),
      )
      for (const output of outputs)
        if (output.kind === 'entry') expect(output.entry.verdict).toBe('ok')
        else expect(output.kind).toBe('duplicate')
      offered += 1
    }
  }
  const ask = (process: ChildProcessWithoutNullStreams, fromG: number): void => {
    const known = world.store.row('chain', dev)
    const feed = loaded(feedFor(world.store, { user: secretaryUser }, fromG, 50))
    const head = { seq: known?.seq ?? 0, cid: known && base64UrlEncode(known.digest) }
    process.stdin.write(`${toText({ feed, known: head })}\n`)
  }
  for (let life = 0; life < 8; life++) {
    const process = spawn('node', [child, path], { stdio: 'pipe' })
    process.stdin.on('error', () => undefined)
    let lines = 0
    for await (const line of createInterface({ input: process.stdout })) {
      const said = parsed(line)
      if (said === null) break
      if (said.doctor !== undefined) {
        expect(said.doctor).toBe('conforme')
        // What was sent was durable: its chain goes on after it, whatever the instant of the kill.
        expect(said.own).toBeGreaterThanOrEqual(world.store.row('chain', dev)?.seq ?? 0)
        ask(process, durableG)
      }
      if (said.told !== undefined) {
        expect(said.told).toBeGreaterThanOrEqual(durableG)
        durableG = said.told
      }
      if (said.offer !== undefined) {
        expect(said.behind).toBe(false)
        receive(said.offer)
        // At another place of its work in each life: right after an answer, or in the middle of what follows it.
        if (++lines > 1 + (life % 3)) setTimeout(() => process.kill('SIGKILL'), life * 2)
        ask(process, durableG)
      }
    }
    if (process.exitCode === null) process.kill('SIGKILL')
  }
  expect(offered).toBeGreaterThan(8)

  const again = await openedFile(path)
  world.push(again)
  world.pull(again)
  expect(again.sharing.state()).toEqual({
    sharing: 'shared',
    toSend: 0,
    toRegularise: 0,
    readOnly: 0,
    incidents: 0,
    mustEnrol: null,
  })
  expect(again.sharing.copy.row('cursor', log)?.g).toBe(world.store.row('log', 'log')?.g)
  for (const id of ['d1', 'd2', 'd3'])
    expect(again.load('dossier', id)?.state).toEqual(world.store.row('aggregate', `dossier/${id}`)?.state)
  expect(again.doctor().verdict).toBe('conforme')
  again.close()
}, 240_000)

/** Null for the line that a kill cut. */
function parsed(line: string): Said | null {
  try {
    return fromText(line) as Said
  } catch {
    return null
  }
}
