import { generateKeyPairSync } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ask, proofFor } from '../support/client.ts'
import { type ServerProcess, serverProcess } from '../support/serverProcess.ts'
import { type TestDevice, testDevice } from '../support/testDevice.ts'

// Real processes, several a test: slow on a machine that does other things too.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let folder: string
let env: Record<string, string>
let started: ServerProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-process-'))
  env = { DELIBERE_SERVER_DATA: join(folder, 'data'), DELIBERE_SERVER_LISTEN: '127.0.0.1:0' }
  started = []
})
afterEach(async () => {
  for (const server of started) {
    server.child.kill('SIGKILL')
    await server.ended()
  }
  rmSync(folder, { recursive: true, force: true })
})

const run = (...command: readonly string[]) => {
  const server = serverProcess(command, env)
  started.push(server)
  return server
}
const finished = async (...command: readonly string[]) => {
  const server = run(...command)
  return { code: await server.ended(), text: server.output() }
}
const addressOf = async (server: ServerProcess) => (await server.wrote(/^Adresse : (\S+)$/m))[0] ?? ''
const firstCodeOf = async (server: ServerProcess) => {
  const [organisation = '', code = ''] = await server.wrote(
    /^Organisation : (\S+)\nCode de l’administrateur : (\S+)$/m,
  )
  return { organisation, code }
}
const join_ = async (address: string, organisation: string, code: string, device: TestDevice) => {
  const body = { ...(await proofFor(address, organisation, device)), code }
  return ask(address, 'POST', `/v1/organisations/${organisation}/join`, { body })
}
const contact = async (address: string, organisation: string, device: TestDevice) =>
  ask(address, 'POST', `/v1/organisations/${organisation}/contact`, {
    body: await proofFor(address, organisation, device),
  })

describe('start and stop', () => {
  test('[SV8] [SV18] without any configuration it starts, shows the code once, and stops cleanly', async () => {
    const first = run()
    const { organisation, code } = await firstCodeOf(first)
    const address = await addressOf(first)
    const laptop = testDevice('laptop')
    expect((await join_(address, organisation, code, laptop)).status).toBe(201)
    expect(await ask(address, 'GET', '/ready')).toEqual({ status: 200, body: { status: 'ready' } })
    first.child.kill('SIGTERM')
    expect(await first.ended()).toBe(0)
    expect(first.output()).toContain('Tout ce qui a été reçu est enregistré.')
    for (const name of ['server.db', 'authority.pem', 'tls.pem'])
      expect(statSync(join(folder, 'data', name)).mode & 0o077).toBe(0)

    const second = run()
    const again = await addressOf(second)
    expect((await contact(again, organisation, laptop)).status).toBe(200)
    expect(second.output()).not.toContain('Code de l’administrateur')
  })

  test('[SV18] killed at any moment, it starts again with what it acknowledged', async () => {
    const first = run()
    const { organisation, code } = await firstCodeOf(first)
    const laptop = testDevice('laptop')
    expect((await join_(await addressOf(first), organisation, code, laptop)).status).toBe(201)
    first.child.kill('SIGKILL')
    expect(await first.ended()).toBe('SIGKILL')
    const second = run()
    expect((await contact(await addressOf(second), organisation, laptop)).status).toBe(200)
  })

  test('[SV18] a connection that never ends does not keep it from stopping', async () => {
    const server = run()
    const { port } = new URL(await addressOf(server))
    const idle = connect(Number(port), '127.0.0.1')
    await new Promise((resolve) => idle.once('connect', resolve))
    idle.on('error', () => {})
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    idle.destroy()
  })

  test('[SV1] a second server on the same folder is refused with a sentence, the first goes on', async () => {
    const first = run()
    const address = await addressOf(first)
    const second = await finished()
    expect(second.code).toBe(1)
    expect(second.text).toContain('Un serveur tourne déjà sur ce dossier de données.')
    expect((await ask(address, 'GET', '/health')).status).toBe(200)
  })

  test('[SV1] a data folder that cannot be one is a sentence, not an unforeseen failure', async () => {
    const file = join(folder, 'fichier')
    writeFileSync(file, '')
    for (const data of [file, join(file, 'data')]) {
      env.DELIBERE_SERVER_DATA = data
      const refused = await finished()
      expect([refused.code, refused.text]).toEqual([
        1,
        `Le dossier des données « ${data} » ne peut pas être écrit par ce compte, ou n’est pas un dossier. Rien n’a été modifié. Vérifiez ses droits et la place libre, ou donnez un autre dossier dans DELIBERE_SERVER_DATA.\n`,
      ])
    }
  })

  test('[SV18] a new code of an administrator comes with its whole invitation', async () => {
    const first = run()
    const { organisation } = await firstCodeOf(first)
    const pin = /cle=(\S+)/.exec(first.output())?.[1]
    first.child.kill('SIGTERM')
    await first.ended()
    const again = await finished('invite-administrator')
    const code = /pour une fois : (\S+)/.exec(again.text)?.[1] ?? ''
    expect(again.text).toContain(`/rejoindre#organisation=${organisation}&code=${code}&cle=${pin}`)
  })

  test('[SV1] encrypted, the file holds nothing in clear, and opens with its key only', async () => {
    const keyPath = join(folder, 'database.key')
    writeFileSync(keyPath, `${'a1'.repeat(32)}\n`)
    env.DELIBERE_SERVER_DATABASE_KEY_FILE = keyPath
    env.DELIBERE_SERVER_ORGANISATION = 'Communauté de Kerlann'
    const first = run()
    await addressOf(first)
    first.child.kill('SIGTERM')
    expect(await first.ended()).toBe(0)
    const bytes = readFileSync(join(folder, 'data', 'server.db'))
    expect(bytes.includes('Kerlann')).toBe(false)
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    writeFileSync(keyPath, `${'b2'.repeat(32)}\n`)
    const wrong = await finished()
    expect(wrong.code).toBe(1)
    expect(wrong.text).toContain('ne s’ouvre pas avec cette clé')
  })

  test('[SV18] another key of authority is refused: certificates would no longer hold', async () => {
    const first = run()
    await addressOf(first)
    first.child.kill('SIGTERM')
    await first.ended()
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(join(folder, 'data', 'authority.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const other = await finished()
    expect([other.code, other.text.includes('n’est pas la sienne')]).toEqual([1, true])
    writeFileSync(join(folder, 'data', 'authority.pem'), 'not a key')
    const broken = await finished()
    expect([broken.code, broken.text.includes('n’est pas une clé Ed25519 lisible')]).toEqual([1, true])
  })
})

describe('backup and restore', () => {
  test('[SV6] [SY17] a backup taken while it runs comes back, with a higher restore counter each time', async () => {
    const server = run()
    const { organisation, code } = await firstCodeOf(server)
    const address = await addressOf(server)
    const laptop = testDevice('laptop')
    const joined = await join_(address, organisation, code, laptop)
    expect(joined.body.authority.restores).toBe(0)
    const backup = join(folder, 'backup.db')
    expect((await finished('backup', backup)).code).toBe(0)
    expect(statSync(backup).mode & 0o077).toBe(0)
    expect((await finished('backup', backup)).text).toContain('Ce fichier existe déjà.')
    // After the backup: an invitation that the restore will have forgotten.
    const invited = await ask(address, 'POST', `/v1/organisations/${organisation}/invitations`, {
      token: joined.body.session.token,
      body: { name: 'Ewen Riou', role: 'member' },
    })
    expect(invited.status).toBe(201)
    const refused = await finished('restore', backup)
    expect([refused.code, refused.text.includes('Un serveur tourne déjà')]).toEqual([1, true])
    server.child.kill('SIGTERM')
    await server.ended()

    for (const restores of [1, 2]) {
      const restored = await finished('restore', backup)
      expect([restored.code, restored.text.includes(`à ce jour : ${restores}.`)]).toEqual([0, true])
      expect(existsSync(join(folder, 'data', `server.db.before-restore-${restores}`))).toBe(true)
    }
    const after = run()
    const again = await contact(await addressOf(after), organisation, laptop)
    expect([again.status, again.body.authority.restores]).toEqual([200, 2])
    const stale = await ask(await addressOf(after), 'GET', `/v1/organisations/${organisation}/me`, {
      token: joined.body.session.token,
    })
    expect(stale.body.code).toBe('account.signed-out')
    const lost = await join_(await addressOf(after), organisation, invited.body.code, testDevice('b'))
    expect(lost.body.code).toBe('account.code-refused')
  })

  test('[SV6] a damaged backup, one of another server, none at all: refused, nothing touched', async () => {
    const server = run()
    await addressOf(server)
    server.child.kill('SIGTERM')
    await server.ended()
    const data = join(folder, 'data')
    const before = readFileSync(join(data, 'server.db'))
    const damaged = join(folder, 'damaged.db')
    writeFileSync(damaged, before.subarray(0, before.length - 5000))
    const words = join(folder, 'words.db')
    writeFileSync(words, 'bonjour')
    const foreign = join(folder, 'foreign.db')
    env.DELIBERE_SERVER_DATA = join(folder, 'other')
    const other = run()
    await addressOf(other)
    other.child.kill('SIGTERM')
    await other.ended()
    copyFileSync(join(folder, 'other', 'server.db'), foreign)
    env.DELIBERE_SERVER_DATA = data
    for (const [path, sentence] of [
      [damaged, 'Cette sauvegarde est abîmée'],
      [words, 'Cette sauvegarde est abîmée'],
      [foreign, 'vient d’un autre serveur'],
      [join(folder, 'none.db'), 'introuvable'],
    ] as const) {
      const { code, text } = await finished('restore', path)
      expect([code, text.includes(sentence)]).toEqual([1, true])
    }
    expect(readFileSync(join(data, 'server.db')).equals(before)).toBe(true)
    expect(readdirSync(data).sort()).toEqual(['authority.pem', 'server.db', 'server.lock', 'tls.pem'])
  })

  test('[SV8] a lost first code is replaced on the machine of the server', async () => {
    const server = run()
    const { organisation } = await firstCodeOf(server)
    server.child.kill('SIGTERM')
    await server.ended()
    const { code: exit, text } = await finished('invite-administrator')
    expect(exit).toBe(0)
    const code = /pour une fois : (\S+)/.exec(text)?.[1] ?? ''
    const again = run()
    expect((await join_(await addressOf(again), organisation, code, testDevice('laptop'))).status).toBe(201)
  })
})

describe('configuration', () => {
  test.for<readonly [Record<string, string>, string]>([
    [{ DELIBERE_SERVER_PROXIES: '10.0.0.5' }, 'donnez l’adresse que les postes appellent'],
    [{ DELIBERE_SERVER_S3_ENDPOINT: 'https://s3.exemple.fr' }, 'donnez le nom du compartiment'],
    [{ DELIBERE_SERVER_LISTEN: 'partout' }, 'écrivez-la comme 0.0.0.0:8787'],
    [{ DELIBERE_SERVER_LISEN: '127.0.0.1:1' }, 'DELIBERE_SERVER_LISEN : cette variable n’existe pas'],
    [{ DELIBERE_SERVER_ORIGIN: 'http://delibere.exemple.fr' }, 'elle doit commencer par https://'],
    [{ DELIBERE_SERVER_ORIGIN: 'https://delibere.exemple.fr/chemin' }, 'sans rien après'],
    [{ DELIBERE_SERVER_TLS_CERT: '/nowhere.pem' }, 'ce fichier n’existe pas'],
    [{ DELIBERE_SERVER_PROXIES: 'relais.exemple.fr' }, 'écrivez des adresses IP'],
    [{ DATABASE_URL: 'mysql://root:motdepasse@localhost/x' }, 'elle doit commencer par postgresql://'],
    [{ DATABASE_URL: 'postgresql://localhost/x' }, 'DELIBERE_SERVER_AUTHORITY_KEY_FILE'],
    [{ DELIBERE_SERVER_OIDC_ISSUER: 'http://fournisseur.exemple.fr' }, 'l’adresse https:// du fournisseur'],
    [{ DELIBERE_SERVER_OIDC_ACR: 'eidas1' }, 'DELIBERE_SERVER_OIDC_CLIENT_ID : il manque'],
    [{ DELIBERE_SERVER_METRICS_TOKEN: 'court' }, 'au moins 16 caractères'],
    [{ DELIBERE_SERVER_REQUESTS_PER_MINUTE: 'beaucoup' }, 'écrivez un nombre entier'],
    [{ DELIBERE_SERVER_LOG: 'tout' }, 'écrivez info, warn, error ou silent'],
  ])('[SV19] %o is refused before anything is opened, with exit code 2', async ([changes, sentence]) => {
    Object.assign(env, changes)
    const { code, text } = await finished()
    expect(text).toContain(sentence)
    expect(text).not.toContain('motdepasse')
    expect(code).toBe(2)
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  test('[SV19] a command that does not exist, or lacks its file, is refused with exit code 2', async () => {
    for (const command of [['start'], ['backup'], ['restore'], ['serve', 'x'], ['backup', 'a', 'b']])
      expect((await finished(...command)).code).toBe(2)
    const help = await finished('help')
    expect([help.code, help.text.includes('DELIBERE_SERVER_LISTEN')]).toEqual([0, true])
  })
})
