import type { Chance } from '#tests/simulator/kernel/chance.ts'
import { type ChaosLine, chaosLine } from './chaosLine.ts'
import { audited, auditedFile, exportOfCentre, inspect } from './inspect.ts'
import { type Ledger, ledger } from './ledger.ts'
import { type Clerk, closeMeeting, decideAll, openMeeting } from './meeting.ts'
import type { Seat } from './seat.ts'
import { type Blows, storm } from './storm.ts'
import { enter, quiet, returned } from './together.ts'
import { patienceMs, settled, type Town, town } from './town.ts'
import { workOnce } from './work.ts'

export interface PlayWish {
  readonly seed: string
  readonly laptops: number
  /** In each of the two parts: preparation with the server, session without it. */
  readonly blows: number
  say(line: string): void
}

export interface Played {
  readonly faults: readonly string[]
  readonly acknowledged: number
  readonly blows: Blows
  /** Drawn by the seed: the hub dies in the middle of the session, its successor goes on. */
  readonly isHubLost: boolean
  /** Connections that the network spoilt. */
  readonly hurt: number
}

/** A whole committee in processes: prepared under blows, held in a room without the server, brought back, looked at. */
export async function playCommittee({ seed, laptops, blows, say }: PlayWish): Promise<Played> {
  const from = Date.now()
  const tell = (what: string): void => say(`${seed} ${((Date.now() - from) / 1000).toFixed(1)} s: ${what}`)
  const committee = await town({ seed, laptops, candidatures: 6 })
  const roomLine = await chaosLine(committee.chance.branch('room line'))
  const written = ledger()
  const { chance: draws, seats, line } = committee
  const dies = draws.branch('hub').happens(0.5)
  tell(`${seats.length} laptops have their copy`)
  try {
    const first = await underBlows(committee, written, draws.branch('preparation'), seats, () =>
      storm({
        ...{ chance: draws.branch('storm'), lines: [line], seats, blows },
        server: {
          kill: () => committee.server().kill(),
          start: () => committee.startServer(),
          signal: (signal) => committee.server().signal(signal),
        },
      }),
    )
    tell(`prepared under ${JSON.stringify(first)}, ${written.told().acknowledged} acknowledged`)
    await quiet(seats)
    await recuse(committee)
    await quiet(seats)
    tell('quiet again, two members recused')

    const second = await session(committee, { roomLine, written, blows, dies }, tell)
    await committee.startServer()
    await returned(committee)
    await quiet(seats)
    tell('back at the server')

    const faults = [...(await inspect(committee, written)), ...(await recusedHoldNothing(committee))]
    const audit = await audited(committee, committee.secretariat)
    if (audit.code !== 0) faults.push(audit.text)
    // The log as the centre itself gives it, judged again from its first entry.
    const whole = await auditedFile(await exportOfCentre(committee))
    if (whole.code !== 0 || !whole.text.includes('Conforme')) faults.push(whole.text)
    const { acknowledged, unknown, refused } = written.told()
    tell(
      `${acknowledged} acknowledged, ${unknown} unknown, ${JSON.stringify([...refused])}; ${JSON.stringify([line.told(), roomLine.told()])}`,
    )
    return {
      faults,
      acknowledged,
      blows: { ...first, ...second },
      isHubLost: dies,
      hurt: line.told().hurt + roomLine.told().hurt,
    }
  } finally {
    await committee.close()
    await roomLine.close()
  }
}

/** Everybody works while the storm lasts. */
async function underBlows<T>(
  committee: Town,
  written: Ledger,
  draws: Chance,
  workers: readonly Seat[],
  strike: () => Promise<T>,
): Promise<T> {
  let isOver = false
  const working = workers.map(async (who) => {
    const own = draws.branch(who.name)
    while (!isOver) {
      if (who.isUp()) await workOnce(committee, who, written, own)
      await pause(200 + own.below(800))
    }
  })
  const told = await strike().finally(() => {
    isOver = true
  })
  await Promise.all(working)
  return told
}

/** Two members declare, the chair confirms one and sets the other aside. */
async function recuse({ secretariat, seats, candidatureIds }: Town): Promise<void> {
  const members = seats.filter(({ role, name }) => role === 'member' && !name.endsWith('-bis'))
  for (const [index, who] of members.slice(0, 2).entries()) {
    const key = { candidatureId: candidatureIds[index + 1] ?? '', memberId: who.memberId ?? '' }
    await who.get('recusal.declare', { ...key, reason: 'Voisin du projet.', legalBasis: '' })
    await settled(who)
    await secretariat
      .laptop()
      .until(
        'candidature.get',
        { candidatureId: key.candidatureId },
        ({ recusals }) => recusals.some(({ memberId }) => memberId === key.memberId),
        patienceMs,
      )
    await secretariat.get('recusal.assess', {
      ...key,
      status: index === 0 ? 'confirmed' : 'set-aside',
      ...{ reason: 'Apprécié en comité.', legalBasis: '', counting: 'numerator' },
    })
  }
}

interface SessionWish {
  readonly roomLine: ChaosLine
  readonly written: Ledger
  readonly blows: number
  /** Whether the hub dies for good. */
  readonly dies: boolean
}

/** The room on the laptop of the secretariat, the server away. */
async function session(
  committee: Town,
  { roomLine, written, blows, dies }: SessionWish,
  tell: (what: string) => void,
): Promise<Blows> {
  const { secretariat, seats, sessionId, chance: draws } = committee
  const heir = seats.find(({ name }) => name === 'secretariat-bis') as Seat
  const heirDevice = (await secretariat.get('sync.people.list', {})).people
    .flatMap(({ devices }) => devices)
    .filter(({ mayHub, isThis }) => mayHub && !isThis)
    .map(({ deviceId }) => deviceId)
  const opened = await secretariat.get('room.open', { sessionId, successors: heirDevice })
  roomLine.leadTo(opened.port)
  await committee.server().kill()
  const others = seats.filter((each) => each !== secretariat)
  await enter(others, secretariat, roomLine)
  await quiet(seats)
  tell(`${others.length} laptops are in the room${dies ? ', whose hub will be lost' : ''}`)

  let clerk: Seat = secretariat
  const now: Clerk = () => clerk
  // Who works outside the minutes: the members and the chair mark, the other laptop of the secretariat keeps dossiers.
  const workers = others
  const told = await underBlows(committee, written, draws.branch('room'), workers, async () => {
    await openMeeting(committee, now, written, draws.branch('roll-call'))
    const striking = storm({
      ...{ chance: draws.branch('room storm'), lines: [roomLine], blows, server: null },
      seats: dies ? others.filter((each) => each !== heir) : seats,
    })
    if (dies) {
      // What no other laptop has yet goes with the hub: the session is open for its successor too.
      await heir
        .laptop()
        .until('session.get', { sessionId }, (view) => view.session.status === 'open', patienceMs)
      await secretariat.kill()
      await heir.laptop().until('sync.state', {}, ({ room }) => room?.mayTakeOver === true, patienceMs)
      const taken = await heir.get('room.take-over', {})
      roomLine.leadTo(taken.port)
      clerk = heir
      tell('the hub is lost, its successor goes on')
    }
    const struck = await striking
    if (dies)
      await enter(
        others.filter((each) => each !== heir),
        heir,
        roomLine,
      )
    return struck
  })
  const inRoom = dies ? others : seats
  await quiet(inRoom)
  await decideAll(committee, now, written)
  const code = await closeMeeting(committee, now)
  tell(`session closed: ${code}`)
  await quiet(inRoom)
  const { standing } = await clerk.get('room.close', {})
  tell(`room closed: ${standing}; ${JSON.stringify(told)}`)
  if (dies) await secretariat.reopen()
  return told
}

/** A recused member finds nothing of the dossier, and his copy holds none of its words. */
async function recusedHoldNothing({ seats, candidatureIds }: Town): Promise<readonly string[]> {
  const members = seats.filter(({ role, name }) => role === 'member' && !name.endsWith('-bis'))
  const [recused, heard] = members
  if (recused === undefined || heard === undefined) return []
  const faults: string[] = []
  const [, first = '', second = ''] = candidatureIds
  const of = async (who: Seat, candidatureId: string) => {
    const answer = await who.ask('candidature.get', { candidatureId })
    return answer === 'unknown' ? answer : answer.ok ? 'ok' : answer.refusal.code
  }
  for (const who of seats.filter(({ person }) => person === recused.person))
    if ((await of(who, first)) !== 'entity.missing')
      faults.push(`${who.name}: sees the dossier he is recused from`)
  if ((await of(heard, second)) !== 'ok')
    faults.push(`${heard.name}: has lost a dossier whose recusal was set aside`)
  return faults
}

const pause = (delayMs: number): Promise<void> => new Promise((next) => setTimeout(next, delayMs))
