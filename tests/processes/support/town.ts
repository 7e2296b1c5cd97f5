import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Chance, chance } from '#tests/simulator/kernel/chance.ts'
import { rootDir } from '#tests/support/rootDir.ts'
import { smallCall, smallInstance } from '#tests/support/smallCall.ts'
import type { Launch } from '../../../scripts/laptops/openLaptop.ts'
import { openServer, type RunningServer } from '../../../scripts/laptops/openServer.ts'
import { type ChaosLine, chaosLine } from './chaosLine.ts'
import { freePort } from './freePort.ts'
import { passphrase, type Seat, seat } from './seat.ts'

/** A committee whose laptops and server are processes of this machine, with a bad network in between. */
export interface Town {
  readonly folder: string
  readonly chance: Chance
  readonly line: ChaosLine
  readonly origin: string
  /** The secretariat first, then its second laptop, the chair, the members. */
  readonly seats: readonly Seat[]
  readonly secretariat: Seat
  readonly callId: string
  readonly sessionId: string
  readonly memberIds: readonly string[]
  readonly candidatureIds: readonly string[]
  /** Codes of the criteria of the grid. */
  readonly criteria: readonly string[]
  server(): RunningServer
  startServer(): Promise<void>
  /** A command of the administrator on the folder of the server: `backup`, `restore`. Answers what it said. */
  command(...words: readonly string[]): Promise<string>
  /** A code for a further laptop of that person, or for the same under another key. */
  inviteAgain(who: Seat): Promise<string>
  /** A further laptop with its first copy, for somebody or for who is there already. */
  join(who: {
    readonly name: string
    readonly person: string
    readonly role: Seat['role']
    readonly memberId: string | null
    readonly mayHub?: boolean
    readonly launch?: Launch
  }): Promise<Seat>
  close(): Promise<void>
}

export interface TownWish {
  readonly seed: string
  /** At least 4: two of the secretariat, the chair, a member. */
  readonly laptops: number
  readonly candidatures: number
  /** What the server is started within, its folder being `serveur` below that of the town. */
  readonly server?: (folder: string) => readonly string[]
}

/** The chair and the members: every laptop but those of the secretariat. */
const people = (laptops: number): number => laptops - 2

export async function town(wish: TownWish): Promise<Town> {
  const seats: Seat[] = []
  const folder = mkdtempSync(join(tmpdir(), 'delibere-processes-'))
  const line = await chaosLine(chance(`${wish.seed}/line`))
  const site: Site = { seats, folder, line, server: null }
  try {
    return await settle(wish, site)
  } catch (error) {
    await leave(site)
    throw error
  }
}

/** What is to be taken away again. */
interface Site {
  readonly seats: Seat[]
  readonly folder: string
  readonly line: ChaosLine
  server: RunningServer | null
}

async function leave({ seats, folder, line, server }: Site): Promise<void> {
  await Promise.all(seats.map((each) => (each.isUp() ? each.shut() : null)))
  await server?.kill()
  await line.close()
  rmSync(folder, { recursive: true, force: true })
}

async function settle({ seed, laptops, candidatures, server: launch }: TownWish, site: Site): Promise<Town> {
  const { seats, folder, line } = site
  mkdirSync(join(folder, 'serveur'), { mode: 0o700 })
  const random = chance(seed)
  const port = await freePort()
  line.leadTo(port)
  const origin = `https://127.0.0.1:${line.port}`
  const startServer = async (): Promise<void> => {
    site.server = await openServer({
      dataFolder: join(folder, 'serveur'),
      listen: `127.0.0.1:${port}`,
      within: launch?.(folder) ?? [],
      environment: {
        DELIBERE_SERVER_ORIGIN: origin,
        DELIBERE_SERVER_LOG: 'warn',
        DELIBERE_SERVER_ANONYMOUS_PER_MINUTE: '100000',
        DELIBERE_SERVER_REQUESTS_PER_MINUTE: '100000',
      },
    })
  }
  const command: Town['command'] = async (...words) => {
    const main = join(rootDir, 'src-server', 'main.ts')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, ...words],
      { env: { ...process.env, DELIBERE_SERVER_DATA: join(folder, 'serveur') } },
    )
    return stdout
  }
  await startServer()
  const running = (): RunningServer => site.server as RunningServer
  const secretariat = seat({
    name: 'secretariat',
    person: 'secretariat',
    role: 'secretariat',
    memberId: null,
    folder,
  })
  seats.push(secretariat)
  const { get } = secretariat
  await get('file.create', { path: secretariat.path, passphrase, committee: smallInstance })
  const { gridId } = await get('grid.draft', { from: 'shipped', key: 'transformation-numerique' })
  const { callId } = await get('call.open', smallCall(gridId))
  const memberIds: string[] = []
  for (let index = 0; index < people(laptops); index++) {
    const { memberId } = await get('member.add', {
      firstName: `Prénom${index}`,
      lastName: `Exemple${index}`,
      capacity: 'membre du conseil',
      role: index === 0 ? 'chair' : index === 1 ? 'secretary' : 'member',
      voice: 'deliberative',
      inOffice: true,
    })
    memberIds.push(memberId)
  }
  const candidatureIds: string[] = []
  for (let number = 1; number <= candidatures; number++) {
    const { candidatureId } = await get('candidature.add', {
      callId,
      applicantName: `Commune ${number}`,
      title: `Projet ${number}`,
    })
    await get('candidature.change', { candidatureId, set: { requestedCents: 100_000 * number } })
    candidatureIds.push(candidatureId)
  }
  const { sessionId } = await get('session.plan', {
    callId,
    date: '2026-12-01',
    place: 'Mairie',
    convocation: { date: '2026-11-10', author: 'la présidente' },
    secondConvocation: false,
  })
  const sheet = await get('sheet.get', {
    candidatureId: candidatureIds[0] ?? '',
    evaluatorId: memberIds[0] ?? '',
  })
  const criteria = sheet.grid.sections.flatMap((section) => section.criteria.map(({ code }) => code))
  await get('sync.link', { origin: '', invitation: running().invitation ?? '' })
  await settled(secretariat)

  const inviteAgain: Town['inviteAgain'] = async ({ person, role, memberId }) => {
    const { people: known } = await get('sync.people.list', {})
    const found =
      person === secretariat.person
        ? known.find(({ devices }) => devices.some(({ isThis }) => isThis))
        : known.find(({ mandates }) => mandates.some((mandate) => mandate.memberId === memberId))
    if (found === undefined) throw new Error(`nobody has access as ${person}`)
    const given = await get('sync.people.invite-device', {
      userId: found.userId,
      mayHub: role !== 'member',
    })
    return given.invitation
  }
  const enter: Town['join'] = async ({ mayHub = false, ...who }) => {
    const former = seats.find(({ person }) => person === who.person)
    const { person, role, memberId } = who
    const invitation =
      former === undefined
        ? (await get('sync.people.invite', { name: person, role, memberId, mayHub })).invitation
        : await inviteAgain(former)
    const newcomer = seat({ ...who, folder })
    seats.push(newcomer)
    await newcomer.get('sync.join', { origin: '', invitation, path: newcomer.path, passphrase })
    await settled(newcomer)
    return newcomer
  }
  await enter({
    name: 'secretariat-bis',
    person: 'secretariat',
    role: 'secretariat',
    memberId: null,
    mayHub: true,
  })
  await enter({
    name: 'presidence',
    person: 'presidence',
    role: 'chair',
    memberId: memberIds[0] ?? '',
    mayHub: true,
  })
  const waiting = Array.from({ length: laptops - 3 }, (_, index) => ({
    // The last is a second laptop of the first member.
    index: index === laptops - 4 && laptops > 5 ? 1 : index + 1,
    isSecond: index === laptops - 4 && laptops > 5,
  }))
  const ordered = waiting.filter(({ isSecond }) => !isSecond)
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = ordered.shift(); next !== undefined; next = ordered.shift())
        await enter({
          name: `membre-${next.index}`,
          person: `membre-${next.index}`,
          role: 'member',
          memberId: memberIds[next.index] ?? null,
        })
    }),
  )
  for (const { index, isSecond } of waiting)
    if (isSecond)
      await enter({
        name: `membre-${index}-bis`,
        person: `membre-${index}`,
        role: 'member',
        memberId: memberIds[index] ?? null,
      })

  return {
    ...{ folder, line, origin, seats, secretariat, callId, sessionId, memberIds, candidatureIds, criteria },
    chance: random,
    server: running,
    startServer,
    ...{ join: enter, inviteAgain, command },
    close: () => leave(site),
  }
}

/** Connected, with nothing left to send. */
export const settled = (who: Seat): Promise<unknown> =>
  who
    .laptop()
    .until(
      'sync.state',
      {},
      ({ toSend, connection }) => toSend === 0 && connection === 'connected',
      patienceMs,
    )

/** Thirty processes on two cores are slow: nothing is waited for longer than it takes, and only what is stuck for good fails. */
export const patienceMs = 300_000
