import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { CommittedOperation, SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import type { AggregateKind, AggregateStates, Entity, Operation } from '#shared/operations/operation.ts'
import { enrolAgain } from '#shared/operations/replica/enrolAgain.ts'
import { follow, leaveRoom, openReplica } from '#shared/operations/replica/openReplica.ts'
import { type OwnCommit, type OwnHead, ownKey } from '#shared/operations/replica/records.ts'
import { type Sealed, sealOwn } from '#shared/operations/replica/sealOwn.ts'
import { shownState } from '#shared/operations/replica/shownState.ts'
import { scopeOf } from '#shared/operations/scopes/scopeOf.ts'
import type { DiskReader, Rows } from '../kernel/disk.ts'
import type { Moment } from '../kernel/machine.ts'
import type { Person } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import type { View } from '../meeting/view.ts'
import { loaded } from './loaded.ts'
import { type RowStore, rowStore } from './rowStore.ts'
import { sealedOn } from './sealedOn.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

/** The room that a laptop is in. */
export interface RoomJoined {
  readonly hub: string
  readonly log: string
  /** Succession of the hub. */
  readonly epoch: number
  /** [SY37] The states that the hub may give were taken: its log is taken from here on. */
  readonly entered: boolean
}

export interface OwnSealed extends Sealed {
  readonly cid: string
  readonly dev: string
  readonly seq: number
}

export const copyName = 'copy'
const roomKey = 'own|room'
const leftKey = 'own|rooms-left'
const voidedKey = 'own|rooms-voided'
const wantsDeviceKey = 'own|wants-device'

export type Copy = ReturnType<typeof openCopy>

/** The copy of a laptop: the rows of the core on its disk, and the few that its program keeps beside them. */
export function openCopy(address: string, disk: DiskReader, person: Person, world: WorldOf) {
  const store: RowStore = rowStore(disk, copyName)
  const isNew = store.row('ownHead', 'own') === null
  if (isNew) store.change(openReplica(person.address, centreLog))
  let room = (disk.get(roomKey) as RoomJoined | undefined) ?? null
  let wantsDevice = disk.get(wantsDeviceKey) === true
  const left = new Set((disk.get(leftKey) as readonly string[] | undefined) ?? [])
  const voided = new Set((disk.get(voidedKey) as readonly string[] | undefined) ?? [])
  const view: View = {
    get: <K extends AggregateKind>(kind: K, id: string) =>
      shownState(store, `${kind}/${id}`).state as AggregateStates[K] | null,
    versionOf: (entity: Entity) => shownState(store, entity).version,
  }
  const head = (): OwnHead => {
    const own = store.row('ownHead', 'own')
    if (own === null) throw new Error(`no chain at ${address}`)
    return own
  }
  const ownCommits = (): readonly OwnCommit[] => [...store.scan('own')].map(([, own]) => own)
  const follows = (log: string): readonly RowChange[] => follow(log)

  /** Seals without keeping: null when there is no scope here, or when the core refuses (too large, read only, no chain). */
  const sealNext = (
    operations: readonly NewOperation[],
    moment: Moment,
    scope?: string,
  ): OwnSealed | null => {
    const [first] = operations
    const placed = first && scopeOf({ kind: first.kind, entity: first.entity, data: first.data }, store)
    const own = head()
    const clock = { nowMs: () => Math.max(0, moment.clockMs) }
    const act = {
      org: 'org-1',
      usr: person.address,
      scope: scope ?? placed ?? '',
      app: 'simulator',
      sv: 1,
      nowMs: clock.nowMs(),
      operations: operations.map(
        (operation) => ({ ...operation, id: uuid7(clock, moment.chance) }) as unknown as Operation,
      ),
    }
    if (act.scope === '') return null
    const ports = {
      sha256: world.cryptography.sha256,
      bytes: moment.chance.bytes,
      ...world.cryptography.signerOf(own.dev),
    }
    const sealed = loaded(sealOwn(sealedOn(store, world), act, ports))
    if (!sealed.ok) return null
    return { ...sealed.value, cid: base64UrlEncode(sealed.value.commit.id), dev: own.dev, seq: own.seq + 1 }
  }

  return {
    address,
    user: person.address,
    person,
    store,
    view,
    isNew,
    get head() {
      return head()
    },
    get room() {
      return room
    },
    get wantsDevice() {
      return wantsDevice
    },
    ownCommits,
    ownOperations: () => ownCommits().flatMap(({ commit }) => operationsOf(commit)),
    /** Everything of its own that is still whole, in the order of writing. */
    ownWhole(): readonly SignedCommit[] {
      const { dev, seq: last, former } = head()
      return [...former, { dev, seq: last }].flatMap(({ dev, seq: last }) =>
        Array.from(
          { length: last },
          (_, index) => store.row('own', ownKey({ dev, seq: index + 1 }))?.commit,
        ).filter((commit): commit is SignedCommit => commit !== undefined && commit.body.length > 0),
      )
    },
    /** The room was closed: who still announces it is heard too late. */
    hasLeft: (log: string) => left.has(log),
    follows: (log: string) => log === centreLog || log === room?.log,
    sealNext,
    /** Seals one commit of these operations and keeps it in the store. */
    seal(operations: readonly NewOperation[], moment: Moment, scope?: string): OwnSealed | null {
      const sealed = sealNext(operations, moment, scope)
      if (sealed !== null) store.change(sealed.changes)
      return sealed
    },
    /** [SY39] From now on under a new key, which somebody must enrol. */
    renewDevice(moment: Moment): Rows {
      const device = `${person.address}#${Buffer.from(moment.chance.bytes(4)).toString('hex')}`
      store.change(loaded(enrolAgain(store, device)))
      wantsDevice = true
      return [...store.take(), [wantsDeviceKey, true]]
    },
    enrolled(): Rows {
      wantsDevice = false
      return [[wantsDeviceKey, undefined]]
    },
    /** [SY21] */
    leaveVoided(log: string): Rows {
      voided.add(log)
      left.add(log)
      room = null
      store.change(leaveRoom(store, log, centreLog, true))
      return [...store.take(), [roomKey, undefined], [leftKey, [...left]], [voidedKey, [...voided]]]
    },
    hasVoided: (log: string) => voided.has(log),
    /** @param isApart what the room said is said by nobody any more. */
    joinRoom(joined: RoomJoined | null, isApart = false): Rows {
      if (joined === null && room !== null) {
        left.add(room.log)
        store.change(leaveRoom(store, room.log, centreLog, isApart))
      }
      room = joined
      store.change(follows(joined?.entered ? joined.log : centreLog))
      return [...store.take(), [roomKey, joined ?? undefined], [leftKey, [...left]]]
    },
  }
}

export function operationsOf(commit: SignedCommit): readonly CommittedOperation[] {
  const body = commit.body.length === 0 ? null : decodeCommitBody(commit.body)
  return body?.ok ? body.value.ops : []
}
