import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Chance, chance } from '#tests/simulator/kernel/chance.ts'
import { smallCall, smallInstance } from '#tests/support/smallCall.ts'
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
  /** A further laptop with its first copy, for somebody or for who is there already. */
  join(who: {
    readonly name: string
    readonly person: string
    readonly role: Seat['role']
    readonly memberId: string | null
    readonly mayHub?: boolean
  }): Promise<Seat>
  close(): Promise<void>
}

export interface TownWish {
  readonly seed: string
  /** At least 4: two of the secretariat, the chair, a member. */
  readonly laptops: number
  readonly candidatures: number
}

/** Fewest laptops: two of the secretariat, the chair, one member. */
const people = (laptops: number): number => Math.max(2, laptops - 3)

export async function town({ seed, laptops, candidatures }: TownWish): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-processes-'))
  const random = chance(seed)
  const line = await chaosLine(random.branch('line'))
  const port = await freePort()
  line.leadTo(port)
  const origin = `https://127.0.0.1:${line.port}`
  let server: RunningServer | null = null
  const startServer = async (): Promise<void> => {
    server = await openServer({
      dataFolder: join(folder, 'serveur'),
      listen: `127.0.0.1:${port}`,
      environment: {
        DELIBERE_SERVER_ORIGIN: origin,
        DELIBERE_SERVER_LOG: 'warn',
        DELIBERE_SERVER_ANONYMOUS_PER_MINUTE: '100000',
        DELIBERE_SERVER_REQUESTS_PER_MINUTE: '100000',
      },
    })
  }
  await startServer()
  const running = (): RunningServer => server as unknown as RunningServer
  const secretariat = seat({
    name: 'secretariat',
    person: 'secretariat',
    role: 'secretariat',
    memberId: null,
    folder,
  })
  const seats: Seat[] = [secretariat]
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

  const join_: Town['join'] = async ({ mayHub = false, ...who }) => {
    const former = seats.find(({ person }) => person === who.person)
    const { invitation } = await invited()
    const newcomer = seat({ ...who, folder })
    seats.push(newcomer)
    await newcomer.get('sync.join', { origin: '', invitation, path: newcomer.path, passphrase })
    await settled(newcomer)
    return newcomer

    async function invited(): Promise<{ readonly invitation: string }> {
      if (former === undefined)
        return get('sync.people.invite', {
          name: who.person,
          role: who.role,
          memberId: who.memberId,
          mayHub,
        })
      const { people: known } = await get('sync.people.list', {})
      const person =
        former === secretariat
          ? known.find(({ devices }) => devices.some(({ isThis }) => isThis))
          : known.find(({ mandates }) => mandates.some(({ memberId }) => memberId === who.memberId))
      if (person === undefined) throw new Error(`nobody has access as ${who.person}`)
      return get('sync.people.invite-device', { userId: person.userId, mayHub })
    }
  }
  await join_({
    name: 'secretariat-bis',
    person: 'secretariat',
    role: 'secretariat',
    memberId: null,
    mayHub: true,
  })
  await join_({
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
        await join_({
          name: `membre-${next.index}`,
          person: `membre-${next.index}`,
          role: 'member',
          memberId: memberIds[next.index] ?? null,
        })
    }),
  )
  for (const { index, isSecond } of waiting)
    if (isSecond)
      await join_({
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
    join: join_,
    close: async () => {
      await Promise.all(seats.map((each) => (each.isUp() ? each.shut() : null)))
      running().signal('SIGCONT')
      await running().kill()
      await line.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Connected, with nothing left to send. */
export const settled = (who: Seat, patienceMs = 120_000): Promise<unknown> =>
  who
    .laptop()
    .until(
      'sync.state',
      {},
      ({ toSend, connection }) => toSend === 0 && connection === 'connected',
      patienceMs,
    )
