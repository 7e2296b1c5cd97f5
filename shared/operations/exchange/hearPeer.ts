import { openDraft } from '../authority/draft.ts'
import type { AuthorityOutput } from '../authority/outputs.ts'
import type { SignedCommit } from '../commit.ts'
import type { FrameOf, WireFrame } from '../wire/wireFrame.ts'
import type { Acknowledgements } from './acknowledgements.ts'
import { type AskContext, answerAsk } from './answerAsk.ts'
import { askShapes } from './askShapes.ts'
import type { AdmittedPeer, AuthoritySettings } from './authorityExchange.ts'
import { askLimits, maxAsksAtOnce, newsPageBytes, pulledPageBytes } from './exchangeLimits.ts'
import type { PeerChannel } from './exchangePorts.ts'
import { type FeedPage, feedPage, type PageAsk, type Vouch } from './feedPage.ts'
import { isBarred } from './isBarred.ts'
import { decodeParcel, encodeParcel, type Parcel } from './parcel.ts'
import { cutInParts, gatherParts } from './parts.ts'
import type { Peer } from './peer.ts'
import { type AnsweredCommit, pushAnswer } from './pushAnswers.ts'

/** What serving one peer needs of the machine that serves them all. */
export interface PeerDesk {
  readonly settings: AuthoritySettings
  readonly vouch: Vouch
  readonly acks: Acknowledgements
  readonly context: AskContext
  receive(commits: readonly SignedCommit[]): Promise<readonly (readonly AuthorityOutput[])[]>
  durableG(): number
  misbehaved(peer: Peer, what: string): void
  failed(peer: Peer, error: unknown): void
  /** A peer holds more than it did. */
  held(): void
}

export const openPeer = (
  channel: PeerChannel,
  who: AdmittedPeer,
  isSuccessor: boolean,
  nowMs: number,
): Peer => ({
  who,
  channel,
  sinceMs: nowMs,
  isSuccessor,
  isClosed: false,
  lastHeardMs: nowMs,
  heldG: null,
  progressMs: nowMs,
  toldG: null,
  sentG: 0,
  telling: Promise.resolve(),
  asking: null,
  lastAskId: 0,
  answering: new Set(),
})

/** One frame of a device. Settles when the next may be read. */
export async function hearPeer(peer: Peer, frame: WireFrame, desk: PeerDesk): Promise<void> {
  if (peer.isClosed) return
  peer.lastHeardMs = desk.settings.nowMs()
  switch (frame.type) {
    case 'push':
      return inFlight(peer, desk, takePush(peer, frame, desk))
    case 'pull':
      return answerPull(peer, frame, desk)
    case 'held':
      return hears(peer, frame, desk)
    case 'ask':
      return hearAsk(peer, frame, desk)
    default:
      return desk.misbehaved(peer, frame.type)
  }
}

/** [EX8] Sends what came since, to who follows; looks whether the others may still be here. */
export function tellNews(peer: Peer, desk: PeerDesk): void {
  inTurn(peer, desk, async () => {
    if (peer.toldG === null) {
      const { barred } = await desk.settings.store.read((view) => {
        const rows = openDraft(view)
        const is = isBarred(rows, peer.who)
        return rows.lacking().length > 0 ? { needs: rows.lacking() } : { barred: is }
      })
      if (barred) peer.channel.close('revoked')
      return
    }
    while (!peer.isClosed && peer.toldG !== null) {
      const ask = { fromG: peer.toldG, limitBytes: newsPageBytes, pulled: false, whole: false }
      const page = await pageFor(peer, ask, desk)
      if (page === null || page.upToG === peer.toldG) return
      // What was sent of a page that is held back is left: its reader asks for the whole of it.
      peer.toldG = sends(peer, page, (part) => peer.channel.publish(part)) ? page.upToG : null
    }
  })
}

async function takePush(peer: Peer, { batch, commits }: FrameOf<'push'>, desk: PeerDesk): Promise<void> {
  const { sha256 } = desk.settings.ports
  const whole = commits.map((commit) => ({ ...commit, id: sha256(commit.header) }))
  const said = await desk.receive(whole)
  const answered = whole.map(({ id }, index): AnsweredCommit => pushAnswer(id, said[index] ?? []))
  const answers = answered.map(({ answer }) => answer)
  const log = desk.settings.log
  const upTo = answered.reduce((last, { g }) => Math.max(last, g), 0)
  desk.acks.say(peer, { type: 'verdicts', log, batch, answers }, upTo)
}

function answerPull(
  peer: Peer,
  { log, after, limitBytes, whole }: FrameOf<'pull'>,
  desk: PeerDesk,
): Promise<void> {
  if (log !== desk.settings.log) {
    desk.misbehaved(peer, 'pull of another log')
    return Promise.resolve()
  }
  return inTurn(peer, desk, async () => {
    const limit = Math.min(Math.max(limitBytes, leastPageBytes), pulledPageBytes)
    const before = desk.durableG()
    const page = await pageFor(peer, { fromG: after, limitBytes: limit, pulled: true, whole }, desk)
    if (page === null) return
    if (after >= (peer.heldG ?? 0)) holds(peer, after, desk)
    peer.sentG = Math.max(peer.sentG, after)
    if (!sends(peer, page, (part) => peer.channel.send(part))) return
    peer.toldG = page.upToG === page.headG ? page.upToG : null
    if (desk.durableG() > before) tellNews(peer, desk)
  })
}

function hears(peer: Peer, { log, g }: FrameOf<'held'>, desk: PeerDesk): void {
  if (log !== desk.settings.log || g > peer.sentG) desk.misbehaved(peer, 'held what it was not told')
  else if (g > (peer.heldG ?? -1)) holds(peer, g, desk)
}

function holds(peer: Peer, g: number, desk: PeerDesk): void {
  peer.heldG = g
  peer.progressMs = desk.settings.nowMs()
  desk.acks.look()
  desk.held()
}

/** Null: this peer is told nothing more. */
async function pageFor(peer: Peer, ask: PageAsk, desk: PeerDesk): Promise<FeedPage | null> {
  const { store, ports } = desk.settings
  const page = await feedPage(store, peer.who, ask, desk.vouch, ports)
  if (page === 'barred') peer.channel.close('revoked')
  else if (page === 'beyond') desk.misbehaved(peer, 'pull beyond the log')
  return page === 'barred' || page === 'beyond' || peer.isClosed ? null : page
}

function sends(
  peer: Peer,
  { frames, upToG }: FeedPage,
  send: (part: FrameOf<'feed'>) => ReturnType<PeerChannel['send' | 'publish']>,
): boolean {
  for (const part of frames) {
    const sent = send(part)
    if (!sent.ok || sent.value === 'held') return false
  }
  peer.sentG = Math.max(peer.sentG, upToG)
  return true
}

async function hearAsk(peer: Peer, frame: FrameOf<'ask'>, desk: PeerDesk): Promise<void> {
  const { id, what } = frame
  if (frame.part === 0) {
    if (peer.asking !== null || id <= peer.lastAskId) return desk.misbehaved(peer, 'ask out of order')
    peer.lastAskId = id
    peer.asking = { id, what, gathering: gatherParts(askLimits[what].askBytes) }
  }
  const { asking } = peer
  if (asking === null || asking.id !== id || asking.what !== what)
    return desk.misbehaved(peer, 'ask out of order')
  const parcel = asking.gathering.add(frame)
  if (parcel === 'more') return
  peer.asking = null
  if (parcel === 'wrong') return desk.misbehaved(peer, 'ask in wrong parts')
  const ask = decodeParcel(parcel, askShapes[what].ask as (value: unknown) => value is never)
  if (ask === undefined) return desk.misbehaved(peer, `malformed ${what}`)
  return inFlight(
    peer,
    desk,
    answerAsk(what, ask, peer.who, desk.context).then((answer) => {
      const bytes = typeof answer === 'string' ? null : encodeParcel(answer as unknown as Parcel)
      const tooLarge = bytes !== null && bytes.length > askLimits[what].answerBytes
      const refusal = typeof answer === 'string' ? answer : tooLarge ? 'too-large' : null
      if (bytes === null || refusal !== null)
        peer.channel.send({ type: 'answer', id, refusal, part: 0, parts: 1, slices: [] })
      else
        for (const part of cutInParts(bytes))
          if (!peer.channel.send({ type: 'answer', id, refusal: null, ...part }).ok) return
    }),
  )
}

/** Feeds leave one after the other, in the order of the log. */
function inTurn(peer: Peer, desk: PeerDesk, tell: () => Promise<void>): Promise<void> {
  peer.telling = peer.telling
    .then(() => (peer.isClosed ? undefined : tell()))
    .catch((error: unknown) => desk.failed(peer, error))
  return peer.telling
}

/** Pushes and questions are answered beside one another, a few at a time: the next frame waits for the first of them. */
async function inFlight(peer: Peer, desk: PeerDesk, work: Promise<void>): Promise<void> {
  const guarded: Promise<void> = work
    .catch((error: unknown) => desk.failed(peer, error))
    .finally(() => peer.answering.delete(guarded))
  peer.answering.add(guarded)
  if (peer.answering.size >= maxAsksAtOnce) await Promise.race(peer.answering)
}

const leastPageBytes = 16 * 1024
