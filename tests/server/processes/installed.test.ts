import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hasTool } from '#tests/documents/fixtures/outsideTool.ts'
import { rootDir } from '#tests/support/rootDir.ts'
import { freePort } from '../support/freePort.ts'
import { type ServerProcess, serverProcess } from '../support/serverProcess.ts'

// The server as the container file and the unit install it: only what they name is there.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const resource = (name: string) => join(rootDir, 'resources/server', name)
const containerfile = readFileSync(resource('Containerfile'), 'utf8')
const unit = readFileSync(resource('delibere-serveur.service'), 'utf8')

let folder: string
let server: ServerProcess | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-installed-'))
})
afterEach(async () => {
  server?.child.kill('SIGKILL')
  await server?.ended()
  server = null
  rmSync(folder, { recursive: true, force: true })
})

/** What every COPY brings, in a folder of its own, with the packages of the product alone. */
function install(): string {
  const root = join(folder, 'delibere')
  const copies = [...containerfile.matchAll(/^COPY (.+) (\S+)$/gm)]
  expect(copies.length).toBeGreaterThan(3)
  for (const [, sources = '', target = ''] of copies)
    for (const source of sources.split(' ')) {
      const to = target === './' ? join(root, source) : join(root, target)
      mkdirSync(dirname(to), { recursive: true })
      cpSync(join(rootDir, source), to, { recursive: true })
    }
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  for (const name of Object.keys(dependencies)) {
    const to = join(root, 'node_modules', name)
    mkdirSync(dirname(to), { recursive: true })
    symlinkSync(join(rootDir, 'node_modules', name), to)
  }
  return root
}

/** The exec form of an instruction. */
const execForm = (instruction: string): readonly string[] =>
  JSON.parse(
    new RegExp(`^(?:HEALTHCHECK [^\\n]*\\n +)?${instruction} (\\[.*\\])$`, 'm').exec(containerfile)?.[1] ??
      '',
  )

test('[SV18] [SV19] with what the container file copies and nothing else, the server starts, is in good health, and is backed up', async () => {
  const root = install()
  const port = await freePort()
  const [program, ...given] = execForm('ENTRYPOINT')
  expect(program).toBe('node')
  const set = /^ENV ((?:.*\\\n)*.*)$/m.exec(containerfile)?.[1] ?? ''
  const named = Object.fromEntries([...set.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]))
  expect(named).toEqual({
    NODE_ENV: 'production',
    DELIBERE_SERVER_DATA: '/var/lib/delibere',
    DELIBERE_SERVER_LISTEN: '0.0.0.0:8787',
  })
  const env = {
    NODE_ENV: 'production',
    DELIBERE_SERVER_DATA: join(folder, 'data'),
    DELIBERE_SERVER_LISTEN: `127.0.0.1:${port}`,
  }
  const script = given.at(-1) ?? ''
  server = serverProcess([], env, script, root)
  await server.wrote(/^Il sert (une) fois/m)

  const [, ...check] = execForm('CMD')
  const health = (more: Readonly<Record<string, string>> = {}) =>
    spawnSync(
      process.execPath,
      check.map((text) => text.replace('port: 8787', `port: ${port}`)),
      { env: { ...env, ...more } },
    ).status
  expect(health()).toBe(0)
  // Behind a relay it would be asked in clear: here TLS answers, so it is not well.
  expect(health({ DELIBERE_SERVER_PROXIES: '10.0.0.1' })).toBe(1)
  const backup = serverProcess(['backup', join(folder, 'backup.db')], env, script, root)
  expect(await backup.ended()).toBe(0)
  server.child.kill('SIGTERM')
  expect(await server.ended()).toBe(0)
  expect(health()).toBe(1)
})

test('[SV18] the unit starts the same program, stops it in the time that it needs, and knows its exit codes', () => {
  const line = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1]
  const [, ...given] = execForm('ENTRYPOINT')
  const root = line('WorkingDirectory')
  expect(line('ExecStart')).toBe(
    ['/usr/bin/node', ...given.slice(0, -1), `${root}/${given.at(-1)}`].join(' '),
  )
  // The state folder that systemd makes is where the data lie.
  expect(unit).toContain(`DELIBERE_SERVER_DATA=/var/lib/${line('StateDirectory')}`)
  expect(line('RestartPreventExitStatus')).toBe('2')
  // The server gives up by itself after 15 s.
  expect(Number(line('TimeoutStopSec'))).toBeGreaterThan(15)
})

test.runIf(hasTool('systemd-analyze', '--version'))('[SV18] systemd finds nothing to say of the unit', () => {
  const path = join(folder, 'delibere-serveur.service')
  // Where Node lies on this machine.
  writeFileSync(path, unit.replace('/usr/bin/node', process.execPath))
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' })
  expect([status, stdout, stderr]).toEqual([0, '', ''])
})
