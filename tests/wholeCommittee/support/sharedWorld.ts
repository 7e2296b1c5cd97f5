import { createHash } from 'node:crypto'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import type { Clock } from '#shared/kernel/clock.ts'
import { ok } from '#shared/kernel/result.ts'
import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { decodeCommitBody, decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import type { EnrolledDevice } from '#shared/operations/control/enrolledDevice.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { rowsFor } from '#shared/operations/feed/rowsFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import type { Operation } from '#shared/operations/operation.ts'
import { offerOwn } from '#shared/operations/replica/offerOwn.ts'
import { openReplica } from '#shared/operations/replica/openReplica.ts'
import type { ReplicaAnswer, ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { sealOwn } from '#shared/operations/replica/sealOwn.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { takeAskedRows, takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import type { Mandate, Role } from '#shared/operations/rights/mandate.ts'
import type { CommitteeFile, Digest, UseCaseContext } from '#shared/usecases/ports.ts'
import { factsDigest } from '#shared/usecases/sessions/factsDigest.ts'
import { memberFile } from '#shared/usecases/visibility/memberFile.ts'
import { type TestDevice, testDevice } from '#tests/operations/support/device.ts'
import { loaded } from '#tests/operations/support/replica.ts'
import { type SharedFile, sharedFile } from './sharedFile.ts'

export const digest: Digest = {
  sha256Hex: (content) => createHash('sha256').update(content).digest('hex'),
}

/** One commit that the authority answered. */
interface Answered {
  readonly user: string
  readonly scope: string
  readonly kinds: readonly string[]
  /** `ok`, or the verdict with its code: `conflict/facts`. */
  readonly verdict: string
}

/** A laptop with its copy and its file, through the eyes of its person. */
export interface Laptop {
  readonly user: string
  readonly store: RowStore
  /** The whole file, and as its person may use it. */
  readonly whole: SharedFile
  readonly file: CommitteeFile
  readonly context: UseCaseContext
  /** Every output of its copy so far. */
  readonly told: readonly ReplicaOutput[]
  /** Off, its acts wait. Switching on sends and receives. */
  online(isOn: boolean): void
  send(): void
  receive(): void
}

export interface SharedWorld {
  readonly store: RowStore
  readonly ports: AuthorityPorts
  readonly answered: readonly Answered[]
  readonly laptops: ReadonlyMap<string, Laptop>
  readonly secretariat: Laptop
  /** A person with one mandate, a device and a first copy. */
  join(user: string, role: Role, memberId?: string | null, dossiers?: readonly string[]): Laptop
  /** Verdicts since this was last asked, the accepted left out. */
  refusedSince(): readonly Answered[]
  /** Every laptop that is on receives all there is. */
  settle(): void
}

/** An authority in memory and the laptops around it: no socket, no disk, a clock that ticks by itself. */
export function sharedWorld(): SharedWorld {
  let nowMs = 1_780_000_000_000
  const clock: Clock = { nowMs: () => ++nowMs }
  const ports: AuthorityPorts = { ...nodeCrypto, factsDigest: factsDigest(digest) }
  const blobs = new Map<string, Uint8Array>()
  const answered: Answered[] = []
  const laptops = new Map<string, Laptop>()
  const administrator = testDevice('d-admin', 'u-admin')
  const enrolled = newDevice('u-secretariat', true)
  const store = memoryRows(
    foundAuthority({
      log: 'centre',
      users: ['u-admin', 'u-secretariat'].map((id) => ({ id, name: id, email: '' })),
      devices: [administrator.enrolled, enrolled.device],
      mandates: [mandateOf('u-admin', 'administrator'), mandateOf('u-secretariat', 'secretariat')],
      rows: [],
    }),
  )
  let asked = 0

  const receive = (commit: SignedCommit): void => {
    const step = loaded(receiveCommit(store, commit, { via: null, now: clock.nowMs() }, ports))
    store.apply(step.changes)
    const header = decodeCommitHeader(commit.header)
    const body = decodeCommitBody(commit.body)
    if (!header.ok || !body.ok) throw new Error('a commit that cannot be read')
    const [said] = step.outputs
    const verdict = said?.kind === 'entry' ? told(said.entry) : (said?.kind ?? 'nothing')
    answered.push({
      user: header.value.usr,
      scope: header.value.scope,
      kinds: body.value.ops.map(({ k }) => k),
      verdict,
    })
  }
  const control = (device: TestDevice, k: string, e: string, d: object): void => {
    receive(device.sign('control', [{ k, e, d: d as never }]))
    const { verdict } = answered.at(-1) as Answered
    if (verdict !== 'ok') throw new Error(`${k}: ${verdict}`)
  }

  function open(
    user: string,
    key: ReturnType<typeof newDevice>,
    memberId: string | null,
    isRoom: boolean,
  ): Laptop {
    const { device, privateKey } = key
    const replicaPorts = { ...nodeCrypto, ...nodeSigner(privateKey) }
    const copy = memoryRows(openReplica(device.id, 'centre'))
    const told: ReplicaOutput[] = []
    let isOn = true
    const take = (answer: ReplicaAnswer): readonly ReplicaOutput[] => {
      const step = loaded(answer)
      copy.apply(step.changes)
      told.push(...step.outputs)
      return step.outputs
    }
    const whole = sharedFile(
      'committee',
      {
        store: copy,
        seal: (scope, operations: readonly Operation[]) => {
          const act = {
            org: 'committee',
            usr: user,
            scope,
            app: 'test',
            sv: 1,
            nowMs: clock.nowMs(),
            operations,
          }
          const sealed = loaded(sealOwn(copy, act, replicaPorts))
          if (sealed.ok) copy.apply(sealed.value.changes)
          return sealed.ok ? ok(null) : sealed
        },
        written: () => {
          if (!isOn) return
          laptop.send()
          laptop.receive()
        },
      },
      blobs,
      { clock, randomness: nodeCrypto },
    )
    // The chair and the secretariat read everything; a member, what is a member's.
    const file = memberId === null || isRoom ? whole : memberFile(whole, memberId)
    const laptop: Laptop = {
      user,
      store: copy,
      whole,
      file,
      told,
      context: { file, actor: { userId: memberId ?? user }, clock, randomness: nodeCrypto, digest },
      online: (on) => {
        isOn = on
        if (!on) return
        laptop.send()
        laptop.receive()
      },
      send: () => {
        const known = store.row('chain', device.id)
        const place = { seq: known?.seq ?? 0, cid: known && base64UrlEncode(known.digest) }
        for (const commit of loaded(offerOwn(copy, place, 100_000)).commits) receive(commit)
      },
      receive: () => {
        const changed = new Set<string>()
        let all = false
        for (let more = true; more; ) {
          const from = copy.row('cursor', 'centre')?.g ?? 0
          const feed = loaded(feedFor(store, { user }, from, 200))
          const outputs = [...take(takeFeed(copy, feed, nodeCrypto))]
          for (let wanted = wantedRows(outputs); wanted.length > 0; wanted = []) {
            const rows = loaded(rowsFor(store, { user }, wanted))
            outputs.push(...take(takeAskedRows(copy, rows, 'centre')))
          }
          if (outputs.some(({ kind }) => kind === 'start-anew')) {
            const { head, rows } = snapshotFor(store, { user })
            outputs.push(...take(takeSnapshot(copy, head, [...rows])))
            all = true
          }
          for (const output of outputs)
            if (output.kind === 'changed') for (const entity of output.entities) changed.add(entity)
          all ||= outputs.some(({ kind }) => kind === 'purged')
          more = feed.upToG < feed.headG
        }
        whole.shown.refresh(all ? undefined : [...changed])
      },
    }
    laptops.set(user, laptop)
    laptop.receive()
    return laptop
  }

  return {
    store,
    ports,
    answered,
    laptops,
    secretariat: open('u-secretariat', enrolled, null, true),
    join: (user, role, memberId = null, dossiers = []) => {
      const key = newDevice(user, role === 'chair')
      const { id, publicKey, mayHub } = key.device
      control(administrator, 'user.invite@1', `user/${user}`, { name: user, email: '' })
      control(administrator, 'device.enrol@1', `device/${id}`, { user, publicKey, mayHub })
      control(administrator, 'mandate.give@1', `mandate/${user}`, { user, role, memberId, dossiers })
      return open(user, key, memberId, role === 'chair')
    },
    refusedSince: () => {
      const since = answered.slice(asked)
      asked = answered.length
      return since.filter(({ verdict }) => verdict !== 'ok')
    },
    settle: () => {
      for (const laptop of laptops.values()) laptop.receive()
    },
  }
}

const told = ({ verdict, code }: { readonly verdict: string; readonly code: string }): string =>
  code === '' ? verdict : `${verdict}/${code}`

const wantedRows = (outputs: readonly ReplicaOutput[]): readonly string[] =>
  outputs.flatMap((output) => (output.kind === 'wants-rows' ? output.entities : []))

function newDevice(
  user: string,
  mayHub: boolean,
): { readonly device: EnrolledDevice; readonly privateKey: Uint8Array } {
  const keys = generateDeviceKeys()
  const publicKey = base64UrlEncode(keys.publicKey)
  const device = { id: `d-${user}`, user, publicKey, mayHub, standing: 'valid', lastSeq: null } as const
  return { device, privateKey: keys.privateKey }
}

const mandateOf = (user: string, role: Role): Mandate => ({
  id: `mandate-${user}`,
  user,
  role,
  memberId: null,
  dossiers: [],
  ended: false,
})
