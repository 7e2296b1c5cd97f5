import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import { type SignedCheckpoint, signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { receiptText } from '#shared/operations/authority/receipts.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import type { Lookups } from '#shared/operations/authority/rows.ts'
import { lacks } from '#shared/operations/authority/rows.ts'
import { witness } from '#shared/operations/authority/witness.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import { brokenPorts, brokenView, isShortDuplicate } from './authorityBugs.ts'
import { factsDigest } from './factsDigest.ts'
import { feedAgain, feedItems } from './feed.ts'
import type { Message } from './message.ts'
import type { RowStore } from './rowStore.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

type AuthorityEffect = Effect<Message>
type Pull = Extract<Message, { kind: 'pull' }>

/** The shell of whoever orders a log, centre or hub: it receives, writes, makes durable, and only then says. */
export interface Authority {
  receive(commits: readonly SignedCommit[], moment: Moment): readonly AuthorityEffect[]
  /** Makes durable what was changed in the store, then says these. */
  settle(outputs: readonly AuthorityOutput[]): readonly AuthorityEffect[]
  /** Vouches for the log as it stands. */
  checkpoint(clockMs: number): SignedCheckpoint
  readonly ports: AuthorityPorts
  answer(to: string, pull: Pull, moment: Moment): readonly AuthorityEffect[]
}

export interface AuthorityHost {
  /** Rows of the host that go into the same transaction. */
  readonly besides?: (outputs: readonly AuthorityOutput[]) => Rows
  /** Up to where a device may be told of the log [SY19]; absent: all of it. */
  readonly upTo?: (device: string) => number
  /** What the judge looks at, where it is not the store. */
  readonly view?: Lookups
}

/** @param publish What everybody is told once something new is durable. */
export function authority(
  store: RowStore,
  signer: string,
  world: WorldOf,
  publish: (outputs: readonly AuthorityOutput[]) => readonly AuthorityEffect[],
  host: AuthorityHost = {},
): Authority {
  const { cryptography, bug } = world
  /** Of the last entry that is told, which need not be the last there is. */
  const checkpointAt = (g: number, moment: Moment): SignedCheckpoint => {
    const head = store.row('log', 'log') ?? { log: '', epoch: 0, g: 0, r: new Uint8Array(32) }
    const r = g === 0 ? new Uint8Array(32) : (store.row('entry', String(g))?.r ?? head.r)
    return signCheckpoint({ ...head, g, r }, Math.max(0, moment.clockMs), cryptography.signerOf(signer))
  }
  const ports = {
    sha256: cryptography.sha256,
    verify: cryptography.verify,
    factsDigest: (rows: Parameters<typeof factsDigest>[0], session: string) =>
      factsDigest(rows, session, cryptography),
  }
  const seen = host.view
  const view = seen === undefined ? brokenView(store, bug) : () => seen
  const checkpoint = (clockMs: number): SignedCheckpoint => {
    const head = store.row('log', 'log') ?? { log: '', epoch: 0, g: 0, r: new Uint8Array(32) }
    return signCheckpoint(head, Math.max(0, clockMs), cryptography.signerOf(signer))
  }
  const settle = (outputs: readonly AuthorityOutput[]): readonly AuthorityEffect[] => {
    const rows = [...store.take(), ...(host.besides?.(outputs) ?? [])]
    const shown = outputs.map(
      (output): AuthorityEffect => ({
        do: 'show',
        what: { word: `authority ${output.kind}`, about: output },
      }),
    )
    const said = [...shown, ...publish(outputs)]
    if (rows.length === 0) return said
    const durable: AuthorityEffect[] = [{ do: 'write', rows }, { do: 'sync' }]
    return [...durable, ...said]
  }
  return {
    receive(commits, moment) {
      const outputs: AuthorityOutput[] = []
      for (const commit of commits) {
        if (bug === 'Z4' && isShortDuplicate(store, commit)) continue
        const arrival = { via: null, now: Math.max(0, moment.clockMs) }
        const answer = receiveCommit(view(commit), commit, arrival, brokenPorts(ports, commit, bug))
        if (lacks(answer)) throw new Error('a row is missing, and all are here')
        store.change(answer.changes)
        outputs.push(...answer.outputs)
      }
      return settle(outputs)
    },
    settle,
    checkpoint,
    ports,
    answer(to, pull, moment) {
      const effects: AuthorityEffect[] = []
      if (pull.seen !== null) {
        const answer = witness(store, pull.seen, cryptography.publicKeyOf(signer), cryptography)
        if (lacks(answer)) throw new Error('a row is missing, and all are here')
        if (answer.changes.length > 0) {
          store.change(answer.changes)
          effects.push({ do: 'write', rows: store.take() }, { do: 'sync' })
          effects.push({ do: 'show', what: { word: 'restored', about: { log: pull.log } } })
        }
      }
      const head = store.row('log', 'log')
      // Who is not enrolled (yet) is told nothing: not even what everybody may read.
      if (head === null || store.row('device', pull.device) === null) return effects
      const here = pull.after === 0 ? null : (store.row('entry', String(pull.after))?.r ?? new Uint8Array(0))
      const isHere = pull.after === 0 ? pull.r === null : here !== null && receiptText(here) === pull.r
      if (!isHere && bug !== 'Z5') {
        const { log, after, r } = pull
        effects.push({ do: 'send', to, message: { kind: 'elsewhere', log, epoch: head.epoch, after, r } })
        return effects
      }
      const upTo = Math.max(pull.after, Math.min(head.g, host.upTo?.(pull.device) ?? head.g))
      const common = {
        log: pull.log,
        device: pull.device,
        head: upTo,
        checkpoint: checkpointAt(upTo, moment),
        knownSeq: store.row('chain', pull.device)?.seq ?? 0,
      }
      if (pull.after === 0 && upTo === head.g && head.g > firstCopyFrom) {
        effects.push(...firstCopy(to, store, common, bug === 'Z6'))
        return effects
      }
      const all = feedItems(store, pull.device, pull.after, Math.min(feedLimit, upTo - pull.after))
      const again = feedAgain(store, pull.device, pull.after, pull.after + all.length)
      const told = checkpointAt(pull.after + all.length, moment)
      // B4: a hub that tells each device of its own commits only.
      const items =
        bug === 'B4' && pull.log !== centreLog
          ? all.filter(({ entry }) => store.row('commit', entry.cid)?.dev === pull.device)
          : all
      effects.push({
        do: 'send',
        to,
        message: { kind: 'feed', ...common, checkpoint: told, after: pull.after, items, again },
      })
      return effects
    },
  }
}

/** Entries in one feed. */
const feedLimit = 15
/** A laptop that has nothing of a log this long is given a first copy of it, in chunks. */
const firstCopyFrom = 12
const firstCopyChunk = 25

function firstCopy(
  to: string,
  store: RowStore,
  common: Omit<Extract<Message, { kind: 'first-copy' }>, 'kind' | 'chunk' | 'chunks' | 'items'>,
  positionOfLater: boolean,
): readonly AuthorityEffect[] {
  // Z6: the rows of a moment ago under the position of now.
  const items = feedItems(store, common.device, 0, positionOfLater ? common.head - 3 : common.head)
  const chunks = Math.ceil(items.length / firstCopyChunk)
  return Array.from({ length: chunks }, (_, chunk) => ({
    do: 'send' as const,
    to,
    message: {
      kind: 'first-copy' as const,
      ...common,
      chunk,
      chunks,
      items: items.slice(chunk * firstCopyChunk, (chunk + 1) * firstCopyChunk),
    },
  }))
}
