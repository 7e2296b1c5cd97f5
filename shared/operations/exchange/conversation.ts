import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { lacks, type RowChange } from '../authority/rows.ts'
import { isHubLog } from '../lease/lease.ts'
import { offerFormer } from '../replica/enrolAgain.ts'
import type { ReplicaAnswer, ReplicaOutput } from '../replica/outputs.ts'
import type { Mandate } from '../rights/mandate.ts'
import type { FrameOf, WireFrame } from '../wire/wireFrame.ts'
import { type OpenAsks, openAsks } from './askAuthority.ts'
import { agreeOnPlace, askRows, joinRoom, takeWhole } from './catchingUp.ts'
import type { DeviceSettings, Followed } from './deviceExchange.ts'
import { feedPageBytes, maxFeedBytes } from './exchangeLimits.ts'
import type { PeerChannel, PeerEnd, ReplicaStore } from './exchangePorts.ts'
import { readFeed } from './feedParcel.ts'
import { gatherParts } from './parts.ts'
import { type Sending, sendOwn } from './sendOwn.ts'
import { takeVouchedFeed } from './takeVouchedFeed.ts'

/** A device and its authority on one channel, as long as it lasts [EX12]. */
export interface Conversation {
  readonly ask: OpenAsks['ask']
  readonly relay: Sending['relay']
  readonly sending: Pick<Sending, 'more' | 'ackedSeq' | 'inFlight'>
  readonly isOver: () => boolean
  pull(): void
  tick(): void
  leave(): void
}

export interface ConversationHost {
  heard(): void
  took(entries: number): void
  /** Something that the counters show changed. */
  counted(): void
  ended(end: PeerEnd): void
}

export function converse(
  channel: PeerChannel,
  followed: Followed,
  settings: DeviceSettings,
  host: ConversationHost,
): Conversation {
  const { store, ports, tell } = settings
  const { log, authorityKey } = followed
  const { copy } = store
  const asks = openAsks(channel)
  const sending = sendOwn(channel, log, () => copy, {
    turnedAway: (cid, code) => tell({ kind: 'turned-away', cid, code }),
    behind: () => void take(mustEnrol),
  })
  const gathering = gatherParts(maxFeedBytes)
  let feedOf: FrameOf<'feed'> | null = null
  let isOver = false
  /** A pull is not answered yet; another is wanted once it is. */
  let isPulling = false
  let wantsPull = false
  /** Until a common place is found nothing that is told is looked at. */
  let isAtOdds = false
  let isCatchingUp = false
  let isWanted = false
  let headG: number | null = null
  let mandates = ''
  let upToDate = ''
  let ticks = 0
  const atTick: (() => void)[] = []

  const cursorG = (): number => copy.row('cursor', log)?.g ?? 0

  function breakOff(why: string): void {
    if (isOver) return
    tell({ kind: 'broken', log, why })
    channel.close('malformed')
  }

  function pull(): void {
    if (isOver) return
    wantsPull = isPulling
    if (isPulling) return
    isPulling = channel.send({ type: 'pull', log, after: cursorG(), limitBytes: feedPageBytes }).ok
  }

  /** Null: nothing was written. While an act is under way the file takes nothing: again at the next tick. */
  async function take(step: (rows: typeof copy) => ReplicaAnswer): Promise<readonly ReplicaOutput[] | null> {
    while (!isOver) {
      const taken = store.take(step)
      if (taken.ok) {
        for (const output of taken.value) hearOutput(output)
        return taken.value
      }
      if (taken.refusal.code !== 'entity.changed-meanwhile') {
        tell({ kind: 'store-failed', code: taken.refusal.code })
        channel.close('busy')
        return null
      }
      await new Promise<void>((next) => atTick.push(next))
    }
    return null
  }

  function hearOutput(output: ReplicaOutput) {
    switch (output.kind) {
      case 'settled':
        return tell({ kind: 'settled', cid: output.cid })
      case 'purged':
        return tell({ kind: 'purged', dossier: output.dossier })
      case 'changed':
      case 'refused':
      case 'incident':
      case 'must-enrol':
        return tell(output)
      case 'wants-rows':
      case 'start-anew':
        return void catchUp()
      case 'restored':
      case 'broken-log':
        isAtOdds = true
        return void catchUp()
      case 'out-of-step':
        return pull()
    }
  }

  /** What a feed alone does not bring: a common place after a restore, a whole copy, states that could not be folded. */
  async function catchUp(): Promise<void> {
    isWanted = true
    if (isCatchingUp) return
    isCatchingUp = true
    let isDone = true
    while (isWanted && isDone && !isOver) {
      isWanted = false
      isDone = await caughtUp()
    }
    isCatchingUp = false
    if (isDone) pull()
  }

  async function caughtUp(): Promise<boolean> {
    const desk = { asks, followed, settings, take, breakOff }
    if (isAtOdds && !(await agreeOnPlace(desk))) return false
    isAtOdds = false
    const isWhole = copy.row('anew', log) === null && !isBare()
    if (!isWhole && !(await takeWhole(desk))) return false
    const isNewRoom = isHubLog(log) && copy.row('cursor', log) === null
    if (isNewRoom && !(await joinRoom(desk))) return false
    return askRows(desk)
  }

  /** A copy that was never given anything of this centre. */
  function isBare(): boolean {
    if (isHubLog(log) || copy.row('cursor', log) !== null) return false
    for (const _ of copy.scan('aggregate')) return false
    return true
  }

  async function meet(): Promise<void> {
    const standing = await asks.ask('standing', {})
    if (!standing.ok) {
      if (standing.why !== 'lost') breakOff(`standing ${standing.why}`)
      return
    }
    const { epoch, g, chain } = standing.value
    if (standing.value.log !== log) return breakOff('another log')
    const cursor = copy.row('cursor', log)
    isAtOdds = cursor !== null && cursor.g > 0 && (epoch > cursor.epoch || g < cursor.g)
    await catchUp()
    if (isOver) return
    // What a former key of this machine wrote goes first: what was signed again cites it.
    const former = offerFormer(copy, mostFormer)
    if (!lacks(former) && former.length > 0) await sending.relay(former)
    sending.open(chain)
    host.counted()
  }

  async function hearFeed(frame: FrameOf<'feed'>): Promise<void> {
    const isExpected = frame.log === log && (frame.part === 0 || isSameFeed(feedOf, frame))
    if (!isExpected) return breakOff('a feed of another log')
    feedOf = frame
    const parcel = gathering.add(frame)
    if (parcel === 'more') return
    feedOf = null
    const read = parcel === 'wrong' ? undefined : readFeed(frame, parcel, ports)
    if (read === undefined) return breakOff('a feed that is none')
    if (read === 'unknown-verdict') return breakOff('unknown-verdict')
    if (frame.pulled) isPulling = false
    if (isAtOdds) return
    const before = cursorG()
    const outputs = await take((rows) => takeVouchedFeed(rows, read, authorityKey, ports))
    if (isOver || outputs === null || outputs.some(({ kind }) => notTaken.includes(kind))) return
    const after = cursorG()
    if (after > before) {
      host.took(after - before)
      channel.send({ type: 'held', log, g: after })
    }
    hearMandates(read.feed.mandates)
    if (frame.pulled && frame.head > frame.upTo && frame.upTo === frame.after)
      return breakOff('a pull without end')
    headG = frame.head
    if (frame.pulled && (headG > after || wantsPull)) pull()
    lookWhetherUpToDate()
    host.counted()
  }

  function hearMandates(given: readonly Mandate[]): void {
    const text = canonicalJson(given as unknown as Json)
    // In a room they are those of the day its lease was given.
    if (text !== mandates && !isHubLog(log)) tell({ kind: 'mandates', mandates: given })
    mandates = text
  }

  function lookWhetherUpToDate(): void {
    const acked = sending.ackedSeq()
    const g = cursorG()
    if (headG === null || headG > g || acked !== (copy.row('ownHead', 'own')?.seq ?? 0)) return
    const told = `${g} ${acked}`
    if (told !== upToDate) tell({ kind: 'up-to-date', log, g })
    upToDate = told
  }

  function hear(frame: WireFrame) {
    if (isOver) return
    host.heard()
    switch (frame.type) {
      case 'feed':
        return hearFeed(frame)
      case 'verdicts':
        if (!sending.hear(frame)) return breakOff('verdicts on nothing that was sent')
        lookWhetherUpToDate()
        return host.counted()
      case 'answer':
        return asks.hear(frame) ? undefined : breakOff('an answer to no question')
      case 'poke':
        if (frame.log !== log) return breakOff('a poke of another log')
        // Once it has all that, it says so by one more pull.
        pull()
        wantsPull = true
        return
      case 'presence':
        return tell({ kind: 'presence', devices: frame.devices })
      default:
        return breakOff(`a frame ${frame.type}`)
    }
  }

  channel.onClose((end) => {
    isOver = true
    for (const next of atTick.splice(0)) next()
    asks.lose()
    sending.lose()
    host.ended(end)
  })
  channel.onFrame(hear)
  if (!isOver) void meet()

  return {
    ask: asks.ask,
    relay: sending.relay,
    sending,
    isOver: () => isOver,
    pull,
    tick() {
      for (const next of atTick.splice(0)) next()
      ticks++
      if (ticks % ticksBeforeAgain === 0 && copy.row('anew', log) !== null) void catchUp()
    },
    leave: () => channel.close('closing'),
  }
}

/** Nothing of the feed was taken. */
const notTaken: readonly ReplicaOutput['kind'][] = ['restored', 'broken-log', 'out-of-step']

/** [SY7] Writing on would fork this chain. */
function mustEnrol(copy: ReplicaStore['copy']): ReplicaAnswer {
  const head = copy.row('ownHead', 'own')
  const changes: readonly RowChange[] =
    head === null ? [] : [{ table: 'ownHead', key: 'own', row: { ...head, mustEnrol: true } }]
  return { changes, outputs: [{ kind: 'must-enrol', why: 'behind' }] }
}

const isSameFeed = (one: FrameOf<'feed'> | null, other: FrameOf<'feed'>): boolean =>
  one !== null &&
  one.after === other.after &&
  one.upTo === other.upTo &&
  one.head === other.head &&
  one.epoch === other.epoch &&
  one.pulled === other.pulled

const mostFormer = 500
/** A whole copy that could not be had is asked for again after so many ticks. */
const ticksBeforeAgain = 30
