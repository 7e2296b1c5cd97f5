import { type Lookups, lacks } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlEncode } from '../commitBase64Url.ts'
import { type KnownHead, offerOwn } from '../replica/offerOwn.ts'
import { ownKey } from '../replica/records.ts'
import { sliceForFrames } from '../wire/sliceForFrames.ts'
import type { FrameOf, PushAnswer, WholeCommit } from '../wire/wireFrame.ts'
import { backoff } from './backoff.ts'
import { pushWindowBytes, pushWindowCommits } from './exchangeLimits.ts'
import type { PeerChannel } from './exchangePorts.ts'

/** Sends commits to one authority and follows what becomes of them: own ones in the order of the chain, a window at a time [EX11]. */
export interface Sending {
  /** From the head that the authority knows. */
  open(known: KnownHead): void
  /** Sends what fits in the window. */
  more(): void
  /** Commits of others; true once every one was received. */
  relay(commits: readonly SignedCommit[]): Promise<boolean>
  /** Commits of former chains: one answer each; null when the channel was lost before. */
  offer(commits: readonly SignedCommit[]): Promise<readonly PushAnswer[] | null>
  /** Sends again what the authority would not take, after a while [EX18]. */
  tick(): void
  /** False: an answer to nothing that was sent, or of another form. */
  hear(verdicts: FrameOf<'verdicts'>): boolean
  lose(): void
  /** Last own commit that the authority said it has; null before it said. */
  ackedSeq(): number | null
  inFlight(): number
}

export interface SendingStopped {
  /** The authority will not take this commit; those after it wait. It is sent again now and then. */
  turnedAway(cid: string, code: string): void
  /** What is sent does not get through, and did not for a while. */
  heldUp(): void
  /** This copy is an old one, or cannot give any more what the authority lost: it must not write on. */
  behind(): void
}

export function sendOwn(
  channel: Pick<PeerChannel, 'send'>,
  log: string,
  copy: () => Lookups,
  stopped: SendingStopped,
): Sending {
  const flying = new Map<number, Batch>()
  let lastBatch = 0
  let known: KnownHead | null = null
  let sent = 0
  let acked = 0
  let rewindTo: number | null = null
  let rewinds = 0
  let isStopped = true
  const again = backoff(stopped.heldUp)
  /** Told once: it is sent again, and turned away again. */
  const turnedAway = new Set<string>()

  const inFlight = (): number =>
    [...flying.values()].reduce((sum, { commits, relayed }) => sum + (relayed ? 0 : commits.length), 0)
  const push = (commits: readonly FlyingCommit[], relayed: Batch['relayed']): boolean => {
    const batch = ++lastBatch
    flying.set(batch, { commits, relayed })
    const wire = commits.map(
      ({ commit: { header, body, signature } }): WholeCommit => ({
        header,
        body,
        signature,
      }),
    )
    const isSent = channel.send({ type: 'push', batch, commits: wire }).ok
    if (!isSent) flying.delete(batch)
    return isSent
  }

  function more(): void {
    if (known === null || isStopped) return
    const room = pushWindowCommits - inFlight()
    if (room <= 0) return
    const rows = copy()
    const place = sent === known.seq ? known : { seq: sent, cid: cidAt(rows, sent) }
    const offer = offerOwn(rows, place, room)
    if (lacks(offer)) return
    if (offer.behind) {
      isStopped = true
      stopped.behind()
      return
    }
    const commits = offer.commits.map((commit) => flyingOf(rows, commit))
    for (const slice of inSlices(commits)) {
      if (!push(slice, null)) return
      sent = slice.at(-1)?.seq ?? sent
    }
  }

  function hearOwn(commits: readonly FlyingCommit[], answers: readonly PushAnswer[]): void {
    for (const [index, answer] of answers.entries()) {
      const { seq, cid } = commits[index] as FlyingCommit
      if (answer.is === 'waiting') rewindTo = Math.min(rewindTo ?? seq, answer.expectedSeq)
      else if (answer.is !== 'turned-away') {
        if (seq > acked) {
          rewinds = 0
          again.succeeded()
        }
        acked = Math.max(acked, seq)
      } else if (answer.code === 'waiting.full') rewindTo = Math.min(rewindTo ?? seq, acked + 1)
      else {
        rest()
        if (!turnedAway.has(cid)) stopped.turnedAway(cid, answer.code)
        turnedAway.add(cid)
      }
    }
    if (rewindTo === null || inFlight() > 0) return
    // The authority lost sight of something between: from there again, at once a few times, then now and then.
    if (rewinds++ < mostRewinds) sent = Math.min(sent, Math.max(0, rewindTo - 1))
    else if (!isStopped) rest()
    rewindTo = null
  }

  function rest(): void {
    isStopped = true
    if (!again.isWaiting()) again.failed()
  }

  const answersTo = (slice: readonly FlyingCommit[]): Promise<readonly PushAnswer[] | null> =>
    new Promise((settle) => {
      if (!push(slice, settle)) settle(null)
    })

  return {
    open(head) {
      known = head
      sent = head.seq
      acked = head.seq
      isStopped = false
      more()
    },
    more,
    async relay(commits) {
      let isWhole = true
      for (const slice of inSlices(commits.map(foreign))) {
        const answers = await answersTo(slice)
        isWhole &&= answers?.every(({ is }) => is !== 'turned-away') ?? false
      }
      return isWhole
    },
    async offer(commits) {
      const all: PushAnswer[] = []
      for (const slice of inSlices(commits.map(foreign))) {
        const answers = await answersTo(slice)
        if (answers === null) return null
        all.push(...answers)
      }
      return all
    },
    tick() {
      if (!again.tick() || known === null) return
      isStopped = false
      rewinds = 0
      sent = Math.max(acked, known.seq)
      more()
    },
    hear({ log: of, batch, answers }) {
      const was = flying.get(batch)
      if (was === undefined || of !== log || answers.length !== was.commits.length) return false
      flying.delete(batch)
      if (was.relayed !== null) was.relayed(answers)
      else {
        hearOwn(was.commits, answers)
        more()
      }
      return true
    },
    lose() {
      isStopped = true
      for (const { relayed } of flying.values()) relayed?.(null)
      flying.clear()
    },
    ackedSeq: () => (known === null ? null : acked),
    inFlight,
  }
}

interface FlyingCommit {
  readonly commit: SignedCommit
  readonly seq: number
  readonly cid: string
}

interface Batch {
  readonly commits: readonly FlyingCommit[]
  /** Null: own ones. */
  readonly relayed: ((answers: readonly PushAnswer[] | null) => void) | null
}

const foreign = (commit: SignedCommit): FlyingCommit => ({ commit, seq: 0, cid: base64UrlEncode(commit.id) })

function flyingOf(rows: Lookups, commit: SignedCommit): FlyingCommit {
  const cid = base64UrlEncode(commit.id)
  const place = rows.row('ownSeq', cid)
  return { commit, cid, seq: place === null || place === 'missing' ? 0 : place.seq }
}

function cidAt(rows: Lookups, seq: number): string | null {
  const head = rows.row('ownHead', 'own')
  if (head === null || head === 'missing') return null
  const own = rows.row('own', ownKey({ dev: head.dev, seq }))
  return own === null || own === 'missing' ? null : own.cid
}

const inSlices = (commits: readonly FlyingCommit[]): readonly (readonly FlyingCommit[])[] =>
  sliceForFrames(
    commits,
    ({ commit: { header, body, signature } }) => [header, body, signature],
    pushWindowBytes / 2,
  ).flatMap((slice) => cutEvery(slice, pushWindowCommits / 2))

const cutEvery = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

const mostRewinds = 3
