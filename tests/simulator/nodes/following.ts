import type { RowChange } from '#shared/operations/authority/rows.ts'
import { takeVouchedFeed } from '#shared/operations/exchange/takeVouchedFeed.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import { isHubLog } from '#shared/operations/lease/lease.ts'
import { offerFormer } from '#shared/operations/replica/enrolAgain.ts'
import { type KnownHead, offerOwn } from '#shared/operations/replica/offerOwn.ts'
import type { ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { reconcile, vouchedPlaces } from '#shared/operations/replica/reconcile.ts'
import { takeAskedRows, takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import type { Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Copy } from './copy.ts'
import {
  changedBeside,
  fedAsKept,
  isGivenUp,
  isKnownNow,
  isRefusedForItsClock,
  keptSteps,
  offeredAsKept,
} from './laptopBugs.ts'
import { loaded } from './loaded.ts'
import type { Answer, CopyChunk, Message, Question, Told } from './message.ts'
import type { WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

/** How a laptop follows one log: what it offers, what it asks, what it makes of the answers. */
export interface Following {
  readonly log: string
  /** Address of who orders it. */
  readonly authority: string
  tick(moment: Moment): readonly LaptopEffect[]
  poked(head: number): readonly LaptopEffect[]
  fed(told: Told, moment: Moment): Fed
  answered(answer: Answer): readonly LaptopEffect[]
}

export interface Fed {
  readonly effects: readonly LaptopEffect[]
  readonly outputs: readonly ReplicaOutput[]
  /** The authority has more of this chain than this disk. */
  readonly behind: boolean
}

/** A copy that has nothing takes the whole at once where the log is this long. */
const copyFrom = 12
/** How long an answer is waited for, in milliseconds, before the question is put again. */
const patienceMs = 6000

export function following(copy: Copy, log: string, authority: string, world: WorldOf): Following {
  const { store } = copy
  const isHub = isHubLog(log)
  let known: (KnownHead & { readonly device: string }) | null = null
  let headG = 0
  let inARow = 0
  let nextId = 1
  let nowMs = 0
  const open = new Map<number, { readonly question: Question; readonly sinceMs: number }>()
  let chunks: { readonly id: number; readonly byPlace: Map<number, CopyChunk> } = {
    id: 0,
    byPlace: new Map(),
  }
  const sentOnce = new Set<string>()

  const cursor = () => store.row('cursor', log)?.g ?? 0
  const send = (message: Message): LaptopEffect => ({ do: 'send', to: authority, message })
  const pull = (): LaptopEffect =>
    send({ kind: 'pull', log, device: copy.head.dev, after: cursor(), seen: store.row('vouched', log) })
  const isOpen = (kind: Question['kind']) =>
    [...open.values()].some((each) => each.question.kind === kind && nowMs - each.sinceMs < patienceMs)
  const ask = (question: Asked): readonly LaptopEffect[] => {
    if (isOpen(question.kind)) return []
    const id = nextId++
    const asked = { ...question, log, device: copy.head.dev, id } as Question
    open.set(id, { question: asked, sinceMs: nowMs })
    return [send(asked)]
  }
  const askCopy = () => ask({ kind: 'ask-copy' })
  const askAgreed = () => ask({ kind: 'ask-agreed', places: loaded(vouchedPlaces(store, log)) })
  const askRows = (entities: readonly string[]) => ask({ kind: 'ask-rows', entities })
  const wanted = () =>
    [...store.scan('readOnly')].flatMap(([entity, { why, kinds }]) =>
      why === 'history-missing' || isKnownNow(kinds, world) ? [entity] : [],
    )
  /** A room is entered by its states; a copy that has nothing of a long log, or has to begin anew, takes it whole. */
  const mustTakeCopy = () =>
    isHub
      ? copy.room?.entered !== true
      : (store.row('anew', log) !== null && copy.room === null) || (cursor() === 0 && headG > copyFrom)

  /** A checkpoint that says the same at a later hour is not written again. */
  const isSame = ({ table, key, row }: RowChange): boolean => {
    const held = table === 'vouched' ? store.row('vouched', key) : null
    const given = table === 'vouched' ? (row as typeof held) : null
    return (
      held !== null && held.checkpoint.g === given?.checkpoint.g && held.checkpoint.r === given.checkpoint.r
    )
  }
  /** Who is in a room asks its hub. */
  const isWanting = () => isHub || copy.room === null

  const offer = (): readonly LaptopEffect[] => {
    if (known === null || known.device !== copy.head.dev) return []
    const { commits, behind } = loaded(offerOwn(store, known, 20))
    if (behind) return []
    const own = offeredAsKept(commits, sentOnce, copy, world)
    const former = loaded(offerFormer(store, log)).slice(0, 20)
    return [own, former].flatMap((some) =>
      some.length === 0 ? [] : [send({ kind: 'push', log, commits: some })],
    )
  }
  const write = (rows: Rows): readonly LaptopEffect[] => [{ do: 'write', rows }, { do: 'sync' }]
  const shown = (outputs: readonly ReplicaOutput[], told?: Told): readonly LaptopEffect[] =>
    outputs.flatMap((output): LaptopEffect[] => {
      if (output.kind === 'incident' && 'cid' in output.incident)
        return [{ do: 'show', what: { word: 'incident', about: output.incident } }]
      if (output.kind !== 'settled' && output.kind !== 'refused')
        return output.kind === 'changed' ? [] : [{ do: 'show', what: { word: output.kind, about: output } }]
      const entry = told?.feed.entries.find((fed) => fed.entry.cid === output.cid)?.entry
      return entry === undefined ? [] : [{ do: 'show', what: { word: 'verdict', about: { ...entry } } }]
    })

  return {
    log,
    authority,
    tick(moment) {
      nowMs = moment.sinceMs
      const wants = wanted()
      if (isHub && mustTakeCopy()) return askCopy()
      return [
        ...offer(),
        ...(mustTakeCopy() ? askCopy() : []),
        ...(wants.length > 0 && isWanting() ? askRows(wants) : []),
        ...(world.bug === 'Z8' && known !== null ? [] : [pull()]),
      ]
    },
    poked: (head) => (head > cursor() && !(isHub && mustTakeCopy()) ? [pull()] : []),
    fed(told, moment) {
      nowMs = moment.sinceMs
      const feed = fedAsKept(told.feed, world)
      if (isHub && mustTakeCopy()) return nothing
      // What was said before the last that was heard says nothing of the chain as it is known now.
      const held = store.row('cursor', log)
      const isFresh =
        told.device === copy.head.dev && feed.epoch >= (held?.epoch ?? 0) && feed.upToG >= (held?.g ?? 0)
      if (isFresh) known = { ...told.known, device: told.device }
      headG = feed.headG
      const behind = isFresh && loaded(offerOwn(store, told.known, 1)).behind && !copy.head.mustEnrol
      if (isRefusedForItsClock(feed.entries, moment, world)) return { ...nothing, behind }
      inARow = feed.headG - feed.fromG > 15 ? inARow + 1 : inARow > 3 ? inARow : 0
      if (isGivenUp(inARow, world)) return { ...nothing, behind }
      const step = loaded(
        takeVouchedFeed(store, { feed, checkpoint: told.checkpoint }, null, world.cryptography),
      )
      const says = (kind: ReplicaOutput['kind']) => step.outputs.some((output) => output.kind === kind)
      if (says('restored')) return { effects: askAgreed(), outputs: [], behind }
      if (says('out-of-step')) return { effects: [pull()], outputs: [], behind }
      if (says('broken-log'))
        return {
          effects: [{ do: 'show', what: { word: 'receipts-broken', about: { log } } }],
          outputs: [],
          behind,
        }
      const before = cursor()
      store.change(step.changes.filter((change) => !isSame(change)))
      store.change(changedBeside(copy, feed, world))
      const kept = store.take()
      return {
        effects: [
          ...(kept.length === 0 ? [] : keptSteps(kept, world)),
          ...shown(step.outputs, told),
          ...(mustTakeCopy() ? askCopy() : []),
          ...step.outputs.flatMap((output) =>
            output.kind === 'wants-rows' && isWanting() ? askRows(output.entities) : [],
          ),
          ...(feed.upToG < feed.headG && cursor() > before ? [pull()] : []),
        ],
        outputs: step.outputs,
        behind,
      }
    },
    answered(answer) {
      const asked = open.get(answer.id)?.question
      if (asked?.kind !== questionOf[answer.kind]) return []
      switch (answer.kind) {
        case 'rows': {
          open.delete(answer.id)
          // A hub knows of its room alone: what it does not give may well be there.
          const entities = asked.kind === 'ask-rows' && !isHub ? asked.entities : []
          const step = loaded(takeAskedRows(store, answer.rows, log, entities))
          store.change(step.changes)
          return [...write(store.take()), ...shown(step.outputs)]
        }
        case 'agreed': {
          open.delete(answer.id)
          const step = loaded(reconcile(store, log, answer.epoch, answer.g))
          store.change(step.changes)
          // It vouches for what is as if unsaid.
          if ((store.row('vouched', log)?.checkpoint.g ?? 0) > answer.g)
            store.change([{ table: 'vouched', key: log, row: null }])
          return [
            ...write(store.take()),
            { do: 'show', what: { word: 'reconciles', about: { log } } },
            ...shown(step.outputs),
            pull(),
          ]
        }
        case 'copy':
          return copied(answer)
      }
    },
  }

  function copied(answer: CopyChunk): readonly LaptopEffect[] {
    if (chunks.id !== answer.id) chunks = { id: answer.id, byPlace: new Map() }
    chunks.byPlace.set(answer.chunk, answer)
    // Z13: the chunks that are here are taken for all of them.
    if (chunks.byPlace.size < answer.chunks && world.bug !== 'Z13') return []
    open.delete(answer.id)
    const rows: readonly FedRow[] = [...chunks.byPlace]
      .sort(([a], [b]) => a - b)
      .flatMap(([, { rows }]) => rows)
    if (isHub) {
      if (copy.room?.log !== log) return []
      const step = loaded(takeAskedRows(store, rows, log))
      store.change(step.changes)
      return [...write(copy.joinRoom({ ...copy.room, entered: true })), pull()]
    }
    const step = loaded(takeSnapshot(store, answer.head, rows))
    if (step.outputs.some(({ kind }) => kind === 'out-of-step')) return []
    store.change(step.changes)
    // What the room told is in it no more: its states are taken again.
    const room = copy.room === null ? [] : copy.joinRoom({ ...copy.room, entered: false })
    const kept: Rows = [...store.take(), ...room]
    return [...write(kept), { do: 'show', what: { word: 'copied', about: { log } } }, pull()]
  }
}

/** A question before it has its id. */
type Asked = Question extends infer Q
  ? Q extends Question
    ? Omit<Q, 'log' | 'device' | 'id'>
    : never
  : never

const questionOf = { rows: 'ask-rows', copy: 'ask-copy', agreed: 'ask-agreed' } as const
const nothing: Fed = { effects: [], outputs: [], behind: false }
