import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import { type SignedCheckpoint, signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import type { Lookups } from '#shared/operations/authority/rows.ts'
import { witness } from '#shared/operations/authority/witness.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { rowsFor } from '#shared/operations/feed/rowsFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { agreedPlace } from '#shared/operations/replica/reconcile.ts'
import type { Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import { brokenPorts, brokenView, changedAsKept, isShortDuplicate, staleCopies } from './authorityBugs.ts'
import { closingFacts } from './closingFacts.ts'
import { loaded } from './loaded.ts'
import type { CopyChunk, Message, Question } from './message.ts'
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
  asked(to: string, question: Question, moment: Moment): readonly AuthorityEffect[]
}

export interface AuthorityHost {
  /** Rows of the host that go into the same transaction. */
  readonly besides?: (outputs: readonly AuthorityOutput[]) => Rows
  /** Up to where a device may be told of the log [SY19]; absent: all of it. */
  readonly upTo?: (device: string) => number
  /** What the judge looks at, where it is not the store. */
  readonly view?: Lookups
}

/** Entries in one feed, rows in one chunk of a copy. */
const feedLimit = 15
const copyChunk = 12

/** @param publish What everybody is told once something new is durable. */
export function authority(
  store: RowStore,
  signer: string,
  world: WorldOf,
  publish: (outputs: readonly AuthorityOutput[]) => readonly AuthorityEffect[],
  host: AuthorityHost = {},
): Authority {
  const { cryptography, bug } = world
  const head = () => store.row('log', 'log') ?? { log: '', epoch: 0, g: 0, r: new Uint8Array(32) }
  /** Of the last entry that is told, which need not be the last there is. */
  const checkpointAt = (g: number, clockMs: number): SignedCheckpoint => {
    const r = g === 0 ? new Uint8Array(32) : (store.row('entry', String(g))?.r ?? head().r)
    return signCheckpoint({ ...head(), g, r }, Math.max(0, clockMs), cryptography.signerOf(signer))
  }
  const ports: AuthorityPorts = {
    sha256: cryptography.sha256,
    verify: cryptography.verify,
    factsDigest: closingFacts(cryptography),
  }
  const seen = host.view
  const view = seen === undefined ? brokenView(store, bug) : () => seen
  const stale = staleCopies(bug)
  const settle = (outputs: readonly AuthorityOutput[]): readonly AuthorityEffect[] => {
    const rows = [...store.take(), ...(host.besides?.(outputs) ?? [])]
    const shown = outputs.map(
      (output): AuthorityEffect => ({
        do: 'show',
        what: { word: `authority ${output.kind}`, about: output },
      }),
    )
    const said = [...shown, ...publish(outputs)]
    return rows.length === 0 ? said : [{ do: 'write', rows }, { do: 'sync' }, ...said]
  }
  /** Who is not enrolled (yet) is told nothing: not even what everybody may read. */
  const readerOf = (device: string) => {
    const user = store.row('log', 'log') === null ? undefined : store.row('device', device)?.user
    return user === undefined ? null : { user }
  }
  return {
    receive(commits, moment) {
      const outputs: AuthorityOutput[] = []
      for (const commit of commits) {
        if (bug === 'Z4' && isShortDuplicate(store, commit)) continue
        const arrival = { via: null, now: Math.max(0, moment.clockMs) }
        const step = loaded(receiveCommit(view(commit), commit, arrival, brokenPorts(ports, commit, bug)))
        store.change(changedAsKept(step.changes, bug))
        outputs.push(...step.outputs)
      }
      return settle(outputs)
    },
    settle,
    checkpoint: (clockMs) => checkpointAt(head().g, clockMs),
    ports,
    answer(to, { after, device, log, seen }, moment) {
      const effects: AuthorityEffect[] = []
      if (seen !== null && bug !== 'Z5') {
        const step = loaded(witness(store, seen, cryptography.publicKeyOf(signer), cryptography))
        if (step.changes.length > 0) {
          store.change(step.changes)
          effects.push({ do: 'write', rows: store.take() }, { do: 'sync' })
          effects.push({ do: 'show', what: { word: 'restored', about: { log } } })
        }
      }
      const reader = readerOf(device)
      if (reader === null) return effects
      const upTo = Math.max(after, Math.min(head().g, host.upTo?.(device) ?? head().g))
      const told = loaded(feedFor(store, reader, after, Math.min(feedLimit, upTo - after)))
      // [SY19] Held back until the successor has it: not even one entry, where the core gives at least one.
      const feed = upTo === after && told.entries.length > 0 ? { ...told, entries: [], upToG: after } : told
      // B4: a hub that tells each device of its own commits only.
      const entries =
        bug === 'B4' && log !== centreLog
          ? feed.entries.filter(({ entry }) => store.row('commit', entry.cid)?.dev === device)
          : feed.entries
      const chain = store.row('chain', device)
      const message: Message = {
        kind: 'feed',
        device,
        feed: { ...feed, entries, headG: Math.max(feed.upToG, upTo) },
        checkpoint: checkpointAt(feed.upToG, moment.clockMs),
        known: { seq: chain?.seq ?? 0, cid: chain && base64UrlEncode(chain.digest) },
      }
      return [...effects, { do: 'send', to, message }]
    },
    asked(to, question, moment) {
      const reader = readerOf(question.device)
      if (reader === null) return []
      const { log, id } = question
      const { epoch } = head()
      if (question.kind === 'ask-rows') {
        const rows = loaded(rowsFor(store, reader, question.entities))
        return [{ do: 'send', to, message: { kind: 'rows', log, id, epoch, rows } }]
      }
      if (question.kind === 'ask-agreed') {
        const g = loaded(agreedPlace(store, question.places))
        return [{ do: 'send', to, message: { kind: 'agreed', log, id, epoch, g: Number(g) } }]
      }
      const copy = snapshotFor(store, reader)
      const rows = stale(reader.user, copy.head.g, [...copy.rows])
      const checkpoint = checkpointAt(copy.head.g, moment.clockMs)
      const chunks = Math.max(1, Math.ceil(rows.length / copyChunk))
      return Array.from({ length: chunks }, (_, chunk) => {
        const some = rows.slice(chunk * copyChunk, (chunk + 1) * copyChunk)
        const message: CopyChunk = {
          kind: 'copy',
          log,
          id,
          head: copy.head,
          checkpoint,
          chunk,
          chunks,
          rows: some,
        }
        return { do: 'send', to, message }
      })
    },
  }
}
