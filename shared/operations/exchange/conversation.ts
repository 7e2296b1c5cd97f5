import { readOnce } from '../authority/readOnce.ts'
import type { ReplicaOutput } from '../replica/outputs.ts'
import type { FrameOf, WireFrame } from '../wire/wireFrame.ts'
import { type OpenAsks, openAsks } from './askAuthority.ts'
import { backoff } from './backoff.ts'
import { agreeOnPlace, hasNoStates, isOwedStates, takeOwed } from './catchingUp.ts'
import type { DeviceSettings, Followed } from './deviceExchange.ts'
import { pulledPageBytes } from './exchangeLimits.ts'
import type { PeerChannel, PeerEnd } from './exchangePorts.ts'
import { feedReader } from './feedReader.ts'
import { mustEnrol } from './mustEnrol.ts'
import { openNotices } from './notices.ts'
import { patientTake, type ReplicaStepOf } from './patientTake.ts'
import { putBackOwn } from './putBackOwn.ts'
import { sayFormer } from './sayFormer.ts'
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
    turnedAway: (cid, code) => tell({ kind: 'turned-away', log, cid, code }),
    heldUp: () => tell({ kind: 'held-up', log, what: 'sending' }),
    behind: () => begin(async () => void (await take(mustEnrol))),
  })
  const again = backoff(() => tell({ kind: 'held-up', log, what: 'catching-up' }))
  const feeds = feedReader(log, ports)
  const patient = patientTake(store, () => isOver, giveUp)
  let isOver = false
  /** A pull is not answered yet; another is wanted once it is. */
  let isPulling = false
  let wantsPull = false
  /** An own commit that was named alone is not here: from then on own commits are asked for like those of others [EX19]. */
  let wantsWhole = false
  let askedWhole = false
  /** Before the authority said how far it is nothing is asked of its log: it may have been set back behind the cursor. */
  let hasMet = false
  /** Until a common place is found nothing that is told is looked at. */
  let isAtOdds = false
  let isCatchingUp = false
  /** A whole copy is on its way: what is told meanwhile is pulled after it. */
  let isTakingWhole = false
  let isWanted = false
  let headG: number | null = null
  const notices = openNotices(log, tell)

  const cursorG = (): number => copy.row('cursor', log)?.g ?? 0

  function breakOff(why: string): void {
    if (isOver) return
    tell({ kind: 'broken', log, why })
    channel.close('malformed')
  }

  function pull(): void {
    // Whoever asks too early is served all the same: a meeting, and an agreement, end with a pull.
    if (isOver || !hasMet || isAtOdds) return
    wantsPull = isPulling
    if (isPulling) return
    askedWhole = wantsWhole
    const limitBytes = pulledPageBytes
    isPulling = channel.send({ type: 'pull', log, after: cursorG(), limitBytes, whole: askedWhole }).ok
  }

  async function take(step: ReplicaStepOf): Promise<readonly ReplicaOutput[] | null> {
    const outputs = await patient.take(step)
    for (const output of outputs ?? []) hearOutput(output)
    // What was refused only for its chain, the copy says again by itself as it takes the refusal [SY39].
    if (outputs !== null) sending.more()
    return outputs
  }

  /** What throws is a bug of the host or of this program: nothing more is said on this channel, the next begins anew. */
  function begin(work: () => Promise<void>): void {
    work().catch(() => giveUp('store.threw'))
  }

  function giveUp(code: string): void {
    if (isOver) return
    tell({ kind: 'store-failed', code })
    channel.close('busy')
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
        return begin(catchUp)
      case 'restored':
      case 'broken-log':
        isAtOdds = true
        return begin(catchUp)
      case 'out-of-step':
        return hasNoStates(copy, log) ? begin(catchUp) : pull()
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
    if (isOver) return
    if (isDone) again.succeeded()
    else again.failed()
    // What is owed stays owed; what is new is told all the same, unless there is nothing to fold it on.
    if (isDone || !hasNoStates(copy, log)) pull()
  }

  async function caughtUp(): Promise<boolean> {
    const desk = { asks, followed, settings, take, withoutNews, breakOff }
    if (isAtOdds && !(await agreeOnPlace(desk))) return false
    isAtOdds = false
    return takeOwed(desk)
  }

  async function withoutNews<T>(work: () => Promise<T>): Promise<T> {
    isTakingWhole = true
    try {
      return await work()
    } finally {
      isTakingWhole = false
    }
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
    hasMet = true
    await catchUp()
    if (isOver) return
    // What a former key of this machine wrote goes first: what was signed again cites it.
    await sayFormer(log, copy, sending, take)
    sending.open(chain)
    host.counted()
  }

  async function hearFeed(frame: FrameOf<'feed'>): Promise<void> {
    const read = feeds.add(frame)
    if (read === 'more') return
    if ('broken' in read) return breakOff(read.broken)
    if (frame.pulled) isPulling = false
    if (isAtOdds || isTakingWhole) return
    const before = cursorG()
    let isLacking = false
    const outputs = await take((rows) => {
      const view = readOnce(rows)
      const whole = putBackOwn(view, read)
      isLacking = whole === null
      return whole === null ? { changes: [], outputs: [] } : takeVouchedFeed(view, whole, authorityKey, ports)
    })
    if (isLacking && frame.pulled && askedWhole) return breakOff('own commits that are not here')
    if (isLacking) {
      wantsWhole = true
      return pull()
    }
    if (isOver || outputs === null || outputs.some(({ kind }) => notTaken.includes(kind))) return
    const after = cursorG()
    if (after > before) {
      host.took(after - before)
      channel.send({ type: 'held', log, g: after })
    }
    notices.mandates(read.feed.mandates)
    if (read.feed.people) tell({ kind: 'people' })
    if (read.feed.erased.length > 0) tell({ kind: 'erased', log })
    if (frame.pulled && frame.head > frame.upTo && frame.upTo === frame.after)
      return breakOff('a pull without end')
    headG = frame.head
    if (frame.pulled && (headG > after || wantsPull)) pull()
    lookWhetherUpToDate()
    host.counted()
  }

  function lookWhetherUpToDate(): void {
    const isSent = sending.ackedSeq() === (copy.row('ownHead', 'own')?.seq ?? 0)
    if (headG !== null && headG <= cursorG() && isSent) notices.upToDate(cursorG(), sending.ackedSeq() ?? 0)
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
        return tell({ kind: 'presence', devices: frame.devices, ways: frame.ways })
      default:
        return breakOff(`a frame ${frame.type}`)
    }
  }

  channel.onClose((end) => {
    isOver = true
    patient.tick()
    asks.lose()
    sending.lose()
    host.ended(end)
  })
  channel.onFrame(hear)
  if (!isOver) begin(meet)

  return {
    ask: asks.ask,
    relay: sending.relay,
    sending,
    isOver: () => isOver,
    pull,
    tick() {
      patient.tick()
      sending.tick()
      const isOwed = hasMet && !isCatchingUp && !again.isWaiting() && isOwedStates(copy, log)
      if (again.tick() || isOwed) begin(catchUp)
    },
    leave: () => channel.close('closing'),
  }
}

/** Nothing of the feed was taken. */
const notTaken: readonly ReplicaOutput['kind'][] = ['restored', 'broken-log', 'out-of-step']
