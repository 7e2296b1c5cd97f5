import { spawnSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import type { CommitSigner } from '#shared/operations/commitPorts.ts'
import { rootDir } from '#tests/support/rootDir.ts'
import { shareStory } from '../../../scripts/demo/syncStory.ts'
import { type Laptop, openLaptop } from '../../../scripts/laptops/openLaptop.ts'
import { openServer, type RunningServer } from '../../../scripts/laptops/openServer.ts'

export interface StoryExports {
  /** Lines of the export of each: the server, the laptop of the secretariat (hub of the room), that of a member. */
  readonly server: readonly string[]
  readonly secretariat: readonly string[]
  readonly member: readonly string[]
  /** The forger may be the server itself. */
  readonly authority: CommitSigner
}

/** The demonstration of sharing, played by real processes, then exported by everybody who may. */
export async function storyExports(): Promise<StoryExports> {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-story-'))
  const laptops = new Map<string, Laptop>()
  const servers: RunningServer[] = []
  const data = join(folder, 'serveur')
  try {
    await shareStory({
      folder,
      say: () => {},
      note: () => {},
      laptop: (name) => {
        mkdirSync(join(folder, name), { recursive: true })
        const laptop = openLaptop(name, join(folder, name, 'reglages'))
        laptops.set(name, laptop)
        return laptop
      },
      server: async (listen) => {
        const server = await openServer({ dataFolder: data, listen })
        servers.push(server)
        return server
      },
    })
    const byLaptop = async (name: string): Promise<readonly string[]> => {
      const path = join(folder, `${name}.delibere-journal`)
      const answer = await laptops.get(name)?.dispatcher.ask('sync.audit-export', { path })
      if (answer?.ok !== true) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return linesOf(path)
    }
    const secretariat = await byLaptop('secretariat')
    const member = await byLaptop('ferhat')
    await Promise.all(servers.map((server) => server.stop()))
    const path = join(folder, 'serveur.delibere-journal')
    const main = join(rootDir, 'src-server', 'main.ts')
    const { status, stderr } = spawnSync(process.execPath, [main, 'export', path], {
      cwd: rootDir,
      env: { ...process.env, DELIBERE_SERVER_DATA: data },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return { server: linesOf(path), secretariat, member, authority: signerIn(data) }
  } finally {
    await Promise.all([...laptops.values()].map((laptop) => laptop.shut()))
    await Promise.all(servers.map((server) => server.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

function linesOf(path: string): readonly string[] {
  const bytes = readFileSync(path)
  const text = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes
  return text.toString().trimEnd().split('\n')
}

function signerIn(data: string): CommitSigner {
  const key = createPrivateKey(readFileSync(join(data, 'authority.pem')))
  return nodeSigner(new Uint8Array(key.export({ type: 'pkcs8', format: 'der' })))
}
