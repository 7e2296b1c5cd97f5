import { type Chance, chance } from '../kernel/chance.ts'
import type { Injection } from '../kernel/injection.ts'
import { type Act, hubTricks, tricks } from './act.ts'
import { administrator, type Cast, chairLaptop, drawnCast, secretary } from './cast.ts'
import { cutBothWays, noNetworkInTheRoom, plannedFaults } from './faults.ts'
import { story } from './story.ts'

export interface Plan {
  readonly cast: Cast
  readonly injections: readonly Injection<Act>[]
}

export interface PlanOptions {
  /** About how many acts of people; 70 by default. */
  readonly acts?: number
  readonly faults?: boolean
  readonly byzantine?: boolean
  /** A meeting without a lease is held in rooms that are opened without the centre [SY22]. */
  readonly emergency?: boolean
  /** What came to the worlds after their first year, drawn apart: false for the plans as they were before. */
  readonly added?: boolean
}

/**
 * A committee from its founding to its minutes, as one seed draws it: preparation at home, a meeting (with or without a
 * lease, in a room or through the centre), late work, everybody coming back at once, faults all along.
 */
export function planOf(seed: string, options: PlanOptions = {}): Plan {
  const draw = chance(`plan/${seed}`)
  const cast = drawnCast(draw)
  const script = new Script(draw)
  founding(script, cast)
  preparation(script, cast, options.acts ?? 70)
  meeting(script, cast, options.emergency ?? false)
  aftermath(script, cast)
  if (options.byzantine ?? draw.happens(0.4)) byzantine(script, cast)
  const acts = [...script.injections]
  const faults =
    (options.faults ?? draw.happens(0.85)) ? plannedFaults(draw.branch('faults'), cast, acts) : []
  const added = new Script(draw.branch('added'))
  if (options.added ?? true) {
    erasures(added, cast)
    olderPrograms(added, cast)
    papers(added, cast)
  }
  const injections = [...acts, ...faults, ...added.injections]
  return { cast, injections: injections.sort((a, b) => a.atMs - b.atMs) }
}

class Script {
  readonly injections: Injection<Act>[] = []
  readonly draw: Chance
  constructor(draw: Chance) {
    this.draw = draw
  }
  at(atMs: number, node: string, act: Act): void {
    this.injections.push({ atMs, kind: 'act', node, act })
  }
  within(fromMs: number, toMs: number): number {
    return fromMs + this.draw.below(toMs - fromMs)
  }
}

function founding(script: Script, cast: Cast): void {
  script.at(1000, secretary, { kind: 'found' })
  for (let n = 0; n < cast.dossierCount; n++)
    script.at(script.within(5000, 12_000), secretary, { kind: 'import', dossier: n })
  script.at(script.within(12_000, 20_000), secretary, { kind: 'plan-session' })
}

/** Weighted like the weeks before a meeting: above all marks. */
function preparation(script: Script, cast: Cast, count: number): void {
  for (let i = 0; i < count; i++) {
    const atMs = script.within(story.preparation, script.draw.happens(0.8) ? story.meeting : story.end)
    const [node, act] = preparedAct(script.draw, cast)
    script.at(atMs, node, act)
  }
}

function preparedAct(draw: Chance, cast: Cast): readonly [node: string, act: Act] {
  const dossier = draw.below(cast.dossierCount)
  const member = draw.below(30)
  const marker = draw.pick(cast.people.filter(({ memberId }) => memberId !== null)).address
  const office = draw.happens(0.6) ? secretary : chairLaptop
  const roll = draw.below(100)
  if (roll < 50)
    return [
      draw.happens(0.85) ? marker : secretary,
      { kind: 'mark', dossier, criterion: draw.below(3), points: draw.below(6), member },
    ]
  if (roll < 62) return [draw.happens(0.85) ? marker : secretary, { kind: 'file-sheet', dossier, member }]
  if (roll < 65) return [marker, { kind: 'reopen-sheet', dossier, member }]
  if (roll < 73) return [draw.happens(0.7) ? marker : secretary, { kind: 'recuse', dossier, member }]
  if (roll < 78) return [office, { kind: 'assess-recusal', dossier, member, confirmed: draw.happens(0.6) }]
  if (roll < 86) return [office, { kind: 'change-amount', dossier, cents: 100_000 * (1 + draw.below(40)) }]
  if (roll < 93)
    return [
      draw.happens(0.5) ? 'instructor' : office,
      { kind: 'change-title', dossier, word: draw.below(1000) },
    ]
  return [office, { kind: 'change-committee', word: draw.below(1000) }]
}

function meeting(script: Script, cast: Cast, isUrgent: boolean): void {
  const { draw } = script
  const leased = draw.happens(0.65)
  if (leased) script.at(story.meeting - 25_000, administrator, { kind: 'grant-lease' })
  if (leased) script.at(story.meeting, secretary, { kind: 'open-room' })
  const liar = draw.branch('hub')
  if (leased && liar.happens(0.3))
    script.at(story.meeting - 1000, secretary, { kind: 'lie-as-hub', trick: liar.pick(hubTricks) })
  const urgent = !leased && isUrgent
  if (urgent) emergencyRooms(script, cast)
  const room = (minute: number, act: Act) => script.at(story.meeting + 5000 + minute * 800, secretary, act)
  const present = draw.happens(0.85) ? 1 : 0.3
  cast.people.forEach(({ memberId }, index) => {
    if (memberId === null) return
    room(1, { kind: 'attend', member: index, status: draw.happens(present) ? 'present' : 'excused' })
  })
  for (let member = 0; member < 6; member++)
    room(2, { kind: 'attend', member, status: draw.happens(present) ? 'present' : 'absent' })
  room(5, { kind: 'open-session', minute: 5 })
  let minute = 6
  for (let dossier = 0; dossier < cast.dossierCount; dossier++) {
    room(minute++, { kind: 'take-point', dossier, minute })
    if (draw.happens(0.4))
      room(minute++, { kind: 'move', member: draw.below(30), arrives: draw.happens(0.5), minute })
    if (draw.happens(0.3)) {
      const marker = draw.pick(cast.people.filter(({ memberId }) => memberId !== null)).address
      const act = {
        kind: 'mark',
        dossier,
        criterion: draw.below(3),
        points: draw.below(6),
        member: 0,
      } as const
      script.at(story.meeting + 5000 + minute * 800, marker, act)
    }
    if (draw.happens(0.2)) room(minute++, { kind: 'recuse', dossier, member: draw.below(30) })
    if (draw.happens(0.3)) room(minute++, { kind: 'reveal', dossier, minute })
    minute += 2
    room(minute, { kind: 'decide', dossier, minute, favourable: draw.happens(0.7) })
  }
  // Said before everything is decided, it is refused; said again, it closes.
  if (draw.happens(0.3)) room(minute, { kind: 'close-session', minute })
  for (let again = 0; again < 3; again++) {
    minute += 10
    room(minute - 5, { kind: 'explain-checks' })
    room(minute, { kind: 'close-session', minute: minute + 5 })
  }
  if (urgent) emergencyEnds(script, cast)
  if (leased) {
    if (draw.happens(0.25)) hubLost(script, draw.branch('lost'))
    if (draw.happens(0.85))
      script.at(script.within(story.meeting + 40_000, story.aftermath + 20_000), secretary, {
        kind: 'close-room',
      })
    if (draw.happens(0.1))
      script.at(script.within(story.meeting + 20_000, story.end), administrator, { kind: 'void-lease' })
    // Nobody leaves a lease open for ever: what the hub and its successor did not give back is voided.
    script.at(story.end + 5000, secretary, { kind: 'close-room' })
    script.at(story.end + 5000, chairLaptop, { kind: 'close-room' })
    script.at(story.end + 40_000, administrator, { kind: 'void-lease' })
  }
}

/** [SY22] No lease was given, and nobody reaches the centre; sometimes two rooms are opened, each without the other. */
function emergencyRooms(script: Script, cast: Cast): void {
  const { draw, injections } = script
  injections.push(...noNetworkInTheRoom(draw, cast))
  script.at(story.meeting, secretary, { kind: 'open-emergency' })
  // A right that is taken away just before, and that nobody in the room has heard of.
  const ended = draw.branch('ended')
  if (ended.happens(0.3))
    script.at(story.meeting - 6000 - ended.below(6000), administrator, {
      kind: 'end-mandate',
      person: ended.pick(
        [secretary, chairLaptop].map((at) => cast.people.findIndex((each) => each.address === at)),
      ),
    })
  if (!draw.happens(0.5)) return
  const atMs = story.meeting - 1000
  const halves = cast.people.map(({ address }) => ({ address, isChairs: draw.happens(0.5) }))
  for (const { address, isChairs } of halves) {
    const other = isChairs && address !== secretary ? secretary : chairLaptop
    if (address !== other && !(isChairs && address === chairLaptop && other === chairLaptop))
      injections.push(...cutBothWays(atMs, address, other, 60_000 + draw.below(60_000)))
  }
  script.at(story.meeting + draw.below(4000), chairLaptop, { kind: 'open-emergency' })
  for (let i = 0; i < 4; i++)
    script.at(script.within(story.meeting + 5000, story.aftermath), chairLaptop, draw.pick(chairsActs))
}

/** What the chair keys in a room of his own. */
const chairsActs: readonly Act[] = [
  { kind: 'attend', member: 0, status: 'present' },
  { kind: 'attend', member: 1, status: 'present' },
  { kind: 'open-session', minute: 4 },
  { kind: 'decide', dossier: 0, minute: 9, favourable: true },
]

/** Both come back, in either order; sometimes one of the laptops never does. */
function emergencyEnds(script: Script, cast: Cast): void {
  const { draw, injections } = script
  for (const address of [secretary, chairLaptop]) {
    const lostMs = script.within(story.meeting + 10_000, story.end)
    if (draw.happens(0.1)) injections.push({ atMs: lostMs, kind: 'destroy', node: address })
    script.at(script.within(story.meeting + 40_000, story.end), address, { kind: 'close-room' })
    script.at(story.end + 5000, address, { kind: 'close-room' })
  }
  script.at(story.end + 60_000, administrator, { kind: 'void-lease' })
  for (const { address } of cast.people) script.at(story.end + 120_000, address, { kind: 'leave-room' })
}

/** The laptop of the hub falls into the water during the meeting; mostly the chair goes on. */
function hubLost(script: Script, away: Chance): void {
  const { draw, injections } = script
  const lostMs = script.within(story.meeting + 10_000, story.meeting + 40_000)
  // Half of the time the chair lost sight of the hub before: what was said meanwhile is with its authors alone.
  if (away.happens(0.5)) {
    const forMs = 15_000 + away.below(15_000)
    injections.push(...cutBothWays(lostMs - forMs, secretary, chairLaptop, forMs))
  }
  injections.push({ atMs: lostMs, kind: 'destroy', node: secretary })
  if (draw.happens(0.7)) script.at(lostMs + 5000 + draw.below(10_000), chairLaptop, { kind: 'take-over' })
}

function aftermath(script: Script, cast: Cast): void {
  const { draw } = script
  const later = () => script.within(story.aftermath, story.end)
  if (draw.happens(0.5)) script.at(later(), secretary, { kind: 'minutes' })
  if (draw.happens(0.4)) script.at(later(), secretary, { kind: 'rectify', dossier: draw.below(9) })
  // The administrator is the first: somebody must be left who can enrol the others.
  const anybody = () => 1 + draw.below(cast.people.length - 1)
  const anytime = () => script.within(story.preparation, story.end)
  if (draw.happens(0.3))
    script.at(anytime(), administrator, {
      kind: 'revoke',
      person: anybody(),
      compromised: draw.happens(0.5),
    })
  if (draw.happens(0.3)) script.at(anytime(), administrator, { kind: 'end-mandate', person: anybody() })
}

/** [I19] Somebody asks that what was written of him be erased. */
function erasures(script: Script, cast: Cast): void {
  const draw = script.draw.branch('erasures')
  if (!draw.happens(0.3)) return
  for (let i = 0; i < 1 + draw.below(3); i++)
    script.at(story.preparation + 20_000 + draw.below(story.end - story.preparation - 20_000), secretary, {
      kind: 'erase',
      papers: false,
      dossier: draw.below(cast.dossierCount),
      first: draw.below(100),
      count: draw.below(3),
    })
}

/** [I18] Some laptops were not brought up to date before it begins; most are before the end. */
function olderPrograms(script: Script, cast: Cast): void {
  const draw = script.draw.branch('programs')
  if (!draw.happens(0.3)) return
  const install = (atMs: number, node: string, program: 'older' | 'newer') => {
    script.at(atMs, node, { kind: 'install', program })
    script.injections.push({ atMs: atMs + 1, kind: 'restart', node, downMs: 500 })
  }
  const markers = cast.people.filter(({ memberId }) => memberId !== null)
  // Who orders a room is asked to be the newest.
  for (const { address, role } of cast.people) {
    if (!['member', 'instructor', 'guest'].includes(role) || draw.happens(0.4)) continue
    install(500, address, 'older')
    const newerMs = story.preparation + draw.below(story.end - story.preparation)
    if (draw.happens(0.6)) install(newerMs, address, 'newer')
    const member = markers.findIndex((each) => each.address === address)
    if (member < 0) continue
    // What he wrote is written on by a newer program, and he goes on.
    const atMs = story.preparation + 10_000 + draw.below(60_000)
    const dossier = role === 'guest' ? 0 : draw.below(cast.dossierCount)
    const mark = (criterion: number): Act => ({
      kind: 'mark',
      dossier,
      criterion,
      points: draw.below(6),
      member,
    })
    script.at(atMs, address, mark(0))
    script.at(atMs + 12_000, secretary, { kind: 'file-sheet', dossier, member })
    script.at(atMs + 24_000, address, mark(1))
  }
}

/** [I15] Papers are joined, the same one by several people, before the meeting, in it and after. */
function papers(script: Script, cast: Cast): void {
  const draw = script.draw.branch('papers')
  if (!draw.happens(0.3)) return
  const isLarge = draw.happens(0.3)
  for (let i = 0; i < 2 + draw.below(5); i++)
    script.at(
      story.preparation + draw.below(story.end - story.preparation),
      draw.happens(0.6) ? secretary : 'instructor',
      {
        kind: 'attach',
        dossier: draw.below(cast.dossierCount),
        word: draw.below(6),
        large: isLarge && draw.happens(0.4),
      },
    )
  if (draw.happens(0.5))
    script.at(story.meeting + draw.below(story.end - story.meeting), secretary, {
      kind: 'erase',
      papers: true,
      dossier: 0,
      first: draw.below(100),
      count: draw.below(3),
    })
}

function byzantine(script: Script, cast: Cast): void {
  const { draw } = script
  const liar = draw.pick(cast.people.filter(({ role }) => role !== 'administrator' && role !== 'secretariat'))
  for (let i = 0; i < 1 + draw.below(4); i++)
    script.at(script.within(story.preparation, story.end), liar.address, {
      kind: 'byzantine',
      trick: draw.pick(tricks),
      dossier: draw.below(9),
      member: draw.below(30),
    })
}
