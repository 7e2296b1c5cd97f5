import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL of this test run alone: a folder, a socket in it, no port. */
export interface TemporaryPostgres {
  /** An empty database of its own. */
  newDatabase(): Promise<string>
  /** Ends every connection to a database, as a network that fails would. */
  cutConnections(url: string): Promise<void>
  /** It dies at once, as when the machine loses its power; what it had not written is gone. */
  crash(): Promise<void>
  /** After a crash: from what lies on its disk. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

/** Null when it can be started here, else the French sentence that says what is missing. */
export function whyNoPostgres(): string | null {
  if (binaries() === null)
    return 'PostgreSQL n’est pas installé sur cet ordinateur : installez le paquet postgresql.'
  if (process.getuid?.() === 0 && runningAs() === null)
    return 'PostgreSQL refuse de tourner en root et l’utilisateur postgres manque : installez le paquet postgresql.'
  return null
}

export async function startPostgres(): Promise<TemporaryPostgres> {
  const bin = binaries()
  const identity = runningAs()
  if (bin === null || identity === null) throw new Error(whyNoPostgres() ?? 'no PostgreSQL')
  const folder = mkdtempSync(join(tmpdir(), 'delibere-pg-'))
  chownSync(folder, identity.uid, identity.gid)
  const cluster = join(folder, 'cluster')
  const [initdb, ...initArguments] = [
    ...identity.prefix,
    join(bin, 'initdb'),
    ...['-D', cluster, '-U', 'delibere', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
  ] as [string, ...string[]]
  execFileSync(initdb, initArguments, { cwd: folder, stdio: 'ignore' })
  const [postgres, ...postgresArguments] = [
    ...identity.prefix,
    join(bin, 'postgres'),
    ...['-D', cluster, '-k', folder, '-c', 'listen_addresses='],
  ] as [string, ...string[]]
  const url = (database: string) =>
    `postgresql://delibere@localhost/${database}?host=${encodeURIComponent(folder)}`
  const start = async () => {
    const process = spawn(postgres, postgresArguments, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()))
    return { process, gone, admin: await connectWhenReady(process, url('postgres')) }
  }
  let server = await start()
  return {
    async newDatabase() {
      const name = `d${randomBytes(8).toString('hex')}`
      await server.admin.query(`CREATE DATABASE ${name}`)
      return url(name)
    },
    async cutConnections(ofUrl) {
      await server.admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
        new URL(ofUrl).pathname.slice(1),
      ])
    },
    async crash() {
      // "Immediate": no last write, no good-bye; the next start recovers from its journal.
      server.process.kill('SIGQUIT')
      await server.gone
    },
    async startAgain() {
      server = await start()
    },
    async stop() {
      await server.admin.end()
      // "Fast": ends the connections that a test left open.
      server.process.kill('SIGINT')
      await server.gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Folder of the programs of PostgreSQL: those of `startPostgres`. */
export function postgresBinaries(): string {
  const bin = binaries()
  if (bin === null) throw new Error(whyNoPostgres() ?? 'no PostgreSQL')
  return bin
}

/** Debian keeps the programs of each version out of the PATH. */
function binaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  )
}

/** PostgreSQL refuses root: as root it runs as Debian's own user, and dies with the test run. */
function runningAs(): {
  readonly uid: number
  readonly gid: number
  readonly prefix: readonly string[]
} | null {
  const { uid, gid } = userInfo()
  if (uid !== 0) return { uid, gid, prefix: [] }
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
    const prefix = [
      'setpriv',
      '--reuid=postgres',
      '--regid=postgres',
      '--init-groups',
      '--pdeathsig=INT',
      '--',
    ]
    execFileSync('setpriv', [...prefix.slice(1), 'true'], { stdio: 'ignore' })
    return { uid: id('-u'), gid: id('-g'), prefix }
  } catch {
    return null
  }
}

async function connectWhenReady(server: ChildProcess, connectionString: string): Promise<pg.Client> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL stopped at once (${server.exitCode})`)
    const client = new pg.Client({ connectionString })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch {
      await wait(50)
    }
  }
}
