import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import type { Cents } from '#shared/kernel/cents.ts'
import { adoptStates } from '#shared/operations/authority/adoptStates.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { memoryRows, type RowStore } from '#shared/operations/authority/memoryRows.ts'
import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { feedFor } from '#shared/operations/feed/feedFor.ts'
import { rowsFor } from '#shared/operations/feed/rowsFor.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { offerFormer } from '#shared/operations/replica/enrolAgain.ts'
import { offerOwn } from '#shared/operations/replica/offerOwn.ts'
import type { ReplicaOutput } from '#shared/operations/replica/outputs.ts'
import { takeFeed } from '#shared/operations/replica/takeFeed.ts'
import { takeAskedRows, takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import type { Mandate, Role } from '#shared/operations/rights/mandate.ts'
import type { CommitteeFile, ShareableFile } from '#shared/usecases/ports.ts'
import { ports, written } from '#tests/operations/support/committee.ts'
import { type TestDevice, type TestOperation, testDevice } from '#tests/operations/support/device.ts'
import { loaded } from '#tests/operations/support/replica.ts'
import { act, valueOf } from './committeeOnDisk.ts'

export const log = 'centre'
export const secretaryUser = 'u-secretary'

/** A centre in memory that goes on from a real file, whose secretariat follows it; others write straight to it. */
export interface SharedWorld {
  readonly store: RowStore
  /** What another person signs on another device, and the verdict with its code. */
  verdict(person: OtherPerson, scope: string, ...operations: readonly TestOperation[]): string
  /** Enrols a key that a file prepared. */
  enrol(device: { readonly id: string; readonly publicKey: Uint8Array }, user: string): void
  /** Sends what the centre lacks of this file, and what it never answered of former chains. Answers whether the file is behind. */
  push(
    file: ShareableFile,
    user?: string,
  ): { readonly said: readonly AuthorityOutput[]; readonly behind: boolean }
  /** The file takes the whole feed of its user, page by page, and the rows that it asks for beside. */
  pull(file: ShareableFile, user?: string, page?: number): readonly ReplicaOutput[]
  apply(changes: readonly RowChange[]): void
}

export const others = {
  anne: { role: 'member', memberId: 'm-anne' },
  bruno: { role: 'member', memberId: 'm-bruno' },
  clerk: { role: 'secretariat', memberId: null },
  chair: { role: 'chair', memberId: 'm-chair' },
  admin: { role: 'administrator', memberId: null },
} as const satisfies Record<string, { readonly role: Role; readonly memberId: string | null }>
export type OtherPerson = keyof typeof others

const mandateOf = (user: string, role: Role, memberId: string | null): Mandate => ({
  id: `mandate-${user}`,
  user,
  role,
  memberId,
  dossiers: [],
  ended: false,
})

/** Links a file that is alone: its device is enrolled, its states become the centre's, it follows. */
export function sharedWorld(file: ShareableFile): SharedWorld {
  const devices = Object.fromEntries(
    Object.keys(others).map((person) => [person, testDevice(`d-${person}`, `u-${person}`)]),
  ) as Record<OtherPerson, TestDevice>
  const mandates = [
    mandateOf(secretaryUser, 'secretariat', null),
    ...Object.entries(others).map(([person, { role, memberId }]) => mandateOf(`u-${person}`, role, memberId)),
  ]
  const key = file.sharing.prepareDevice()
  const store = memoryRows(
    foundAuthority({
      log,
      users: mandates.map(({ user }) => ({ id: user, name: user, email: '' })),
      devices: Object.values(devices).map(({ enrolled }) => enrolled),
      mandates,
      rows: adoptStates(file.sharing.states(), key.id),
    }),
  )
  const world: SharedWorld = {
    store,
    apply: (changes) => store.apply(changes),
    verdict: (person, scope, ...operations) => {
      const [said] = receive(devices[person].sign(scope, operations))
      if (said?.kind !== 'entry') return said?.kind ?? 'nothing'
      const { verdict, code } = said.entry
      return code === '' ? verdict : `${verdict}/${code}`
    },
    enrol: ({ id, publicKey }, user) =>
      store.apply([
        {
          table: 'device',
          key: id,
          row: {
            id,
            user,
            publicKey: base64UrlEncode(publicKey),
            mayHub: true,
            standing: 'valid',
            lastSeq: null,
          },
        },
      ]),
    push: ({ sharing }) => {
      const dev = sharing.self()?.device ?? ''
      const known = store.row('chain', dev)
      const head = { seq: known?.seq ?? 0, cid: known && base64UrlEncode(known.digest) }
      const { commits, behind } = loaded(offerOwn(sharing.copy, head, 1_000_000))
      const former = loaded(offerFormer(sharing.copy, store.row('log', 'log')?.log ?? ''))
      return { said: [...former, ...commits].flatMap(receive), behind }
    },
    pull: (shared, user = secretaryUser, page = 500) => {
      const outputs: ReplicaOutput[] = []
      const take = (answer: Parameters<typeof shared.sharing.take>[0]): readonly ReplicaOutput[] => {
        const said = valueOf(shared.sharing.take(answer))
        outputs.push(...said)
        return said
      }
      for (let more = true; more; ) {
        const fromG = shared.sharing.copy.row('cursor', log)?.g ?? 0
        const feed = loaded(feedFor(store, { user }, fromG, page))
        const said = take((copy) => takeFeed(copy, feed, nodeCrypto))
        shared.sharing.learn({ mandates: feed.mandates })
        const wanted = said.flatMap((output) => (output.kind === 'wants-rows' ? output.entities : []))
        if (wanted.length > 0) {
          const given = loaded(rowsFor(store, { user }, wanted))
          take((copy) => takeAskedRows(copy, given, log))
        }
        if (said.some(({ kind }) => kind === 'start-anew')) {
          const { head, rows } = snapshotFor(store, { user })
          take((copy) => takeSnapshot(copy, head, rows))
        }
        more =
          feed.upToG < feed.headG && !said.some(({ kind }) => kind === 'broken-log' || kind === 'restored')
      }
      return outputs
    },
  }
  function receive(commit: Parameters<typeof receiveCommit>[1]): readonly AuthorityOutput[] {
    return written(store, receiveCommit(store, commit, { via: null, now: 1_790_000_000_000 }, ports))
  }
  world.enrol(key, secretaryUser)
  valueOf(
    file.sharing.share({
      user: secretaryUser,
      name: 'Le secrétariat',
      device: key.id,
      log,
      mandates: [mandateOf(secretaryUser, 'secretariat', null)],
    }),
  )
  return world
}

/** What the acts of a file need to be accepted: a committee with its members, a grid of ten criteria, call-1. */
export function withCommittee(file: CommitteeFile): void {
  const member = (role: Role | 'secretary') => ({
    firstName: 'A',
    lastName: 'B',
    capacity: 'maire',
    role: role === 'chair' ? ('chair' as const) : ('member' as const),
    voice: 'deliberative' as const,
    inOffice: true,
  })
  const written = file.transact(act('Comité'), (transaction) => {
    valueOf(
      transaction.emit('committee.define@1', 'committee/instance', {
        name: 'Commission',
        instanceType: 'jury_ad_hoc',
        decidingAuthority: '',
        place: 'Vannes',
        recusalCounting: 'numerator',
      }),
    )
    for (const [id, role] of [
      ['m-chair', 'chair'],
      ['m-anne', 'member'],
      ['m-bruno', 'member'],
    ] as const)
      valueOf(transaction.emit('member.add@1', entityOf('member', id), member(role)))
    const criteria = Array.from({ length: 10 }, (_, rank) => criterion(`C${rank}`))
    valueOf(
      transaction.emit('grid.draft@1', 'grid/grid-1', {
        label: 'Grille',
        version: 1,
        replaces: null,
        sections: [{ label: 'A', criteria }],
      }),
    )
    return transaction.emit('call.open@1', 'call/call-1', {
      name: 'Appel',
      scheme: 'DETR',
      fiscalYear: 2026,
      opensOn: null,
      closesOn: null,
      gridId: 'grid-1',
      rules,
    })
  })
  valueOf(written)
}

const criterion = (code: string) => ({
  code,
  label: 'Pertinence',
  guidance: '',
  weight: 10,
  scale: { kind: '0-20' as const, anchors: {} },
  informative: false,
  notApplicableAllowed: true,
  knockoutBelow: null,
  comment: 'optional' as const,
})

const rules = {
  envelopeCents: 10_000_000 as Cents,
  maxRateBasisPoints: null,
  capCents: null,
  aggregation: 'mean' as const,
  minimumEvaluators: 1,
  gapAlertPoints: null,
  minimumScore: null,
  tieBreakers: [],
  atCutLine: 'partial-award' as const,
}
