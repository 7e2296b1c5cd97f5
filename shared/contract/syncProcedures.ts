import { z } from 'zod'
import { procedure } from './procedure.ts'
import * as s from './schemas.ts'
import {
  type BundleImported,
  type BundleLook,
  type GivenInvitation,
  type HeardRoomLine,
  type RegulariseLine,
  type RoomReturn,
  type RoomState,
  type ServerLook,
  type SyncIncident,
  type SyncPeople,
  type SyncStanding,
  type SyncState,
  syncRoles,
  type UnfinishedRoom,
} from './syncAnswers.ts'

const nothing = z.object({})
const origin = z.string().max(300)
/** What somebody pastes: a whole invitation, and the address beside it is not read; or the code that goes with that address. */
const invitation = z.string().min(1).max(1_000)
const passphrase = z.string().max(1_000)
const deviceId = z.object({ deviceId: s.id })
const memberId = z.object({ memberId: s.id })
const leaseId = z.object({ lease: s.id })
const role = z.enum(syncRoles)

/** What a screen asks to share the file: with a server, with the laptops of a room, by a key. */
export const syncProcedures = {
  // with the server
  'sync.state': procedure<SyncState>()(nothing),
  /** Tries at once instead of waiting for the next attempt. */
  'sync.now': procedure<null>()(nothing),
  'sync.pause': procedure<null>()(nothing),
  'sync.resume': procedure<null>()(nothing),
  'sync.look-at-server': procedure<ServerLook>()(z.object({ origin: invitation })),
  /** A first copy, by invitation: enrols this laptop, fetches what its person may read, opens the file. */
  'sync.join': procedure<{ recoveryCode: string }>()(
    z.object({ origin, invitation, path: s.line.min(1), passphrase }),
  ),
  /** Stops the first copy under way; what is already received is kept, and the same invitation goes on from there. */
  'sync.join-cancel': procedure<null>()(nothing),
  /** Puts the open file, alone until now, on a server: it becomes the first copy of its organisation. */
  'sync.link': procedure<null>()(z.object({ origin, invitation })),
  /** Enrols this laptop anew after its key was set aside, by an invitation for the same person. */
  'sync.enrol-again': procedure<null>()(z.object({ invitation })),
  /** Stops sharing: the file stays as it is on this laptop, its device is retired. */
  'sync.leave': procedure<null>()(nothing),
  // who has access
  'sync.people.list': procedure<SyncPeople>()(nothing),
  'sync.people.invite': procedure<GivenInvitation>()(
    z.object({
      name: s.line.min(1),
      email: s.line.default(''),
      role,
      memberId: s.id.nullable().default(null),
      mayHub: z.boolean().default(false),
    }),
  ),
  /** For another laptop of somebody who has access already. */
  'sync.people.invite-device': procedure<GivenInvitation>()(
    z.object({ userId: s.id, mayHub: z.boolean().default(false) }),
  ),
  'sync.people.cancel-invitation': procedure<null>()(z.object({ invitationId: s.id })),
  'sync.people.mandate': procedure<null>()(
    z.object({ userId: s.id, role, memberId: s.id.nullable().default(null) }),
  ),
  'sync.people.end-mandate': procedure<null>()(z.object({ mandateId: s.id })),
  /** `compromised`: lost or stolen; what it had not sent is kept apart for ever. `retired`: given back. */
  'sync.people.revoke-device': procedure<null>()(
    deviceId.extend({ cause: z.enum(['retired', 'compromised']) }),
  ),
  // what was refused, what differed
  'sync.to-regularise': procedure<readonly RegulariseLine[]>()(nothing),
  /** Writes it again, citing the refused one. */
  'sync.take-up': procedure<null>()(
    z.object({ cid: s.id, choice: z.enum(['mine', 'theirs']).default('mine') }),
  ),
  'sync.let-go': procedure<null>()(z.object({ cid: s.id })),
  /** How these things stand, for the screens that show them; only those that are not in agreement. */
  'sync.standings': procedure<readonly SyncStanding[]>()(
    z.object({ entities: z.array(s.line.min(1)).max(500) }),
  ),
  'sync.incidents': procedure<readonly SyncIncident[]>()(nothing),
  'sync.incident-seen': procedure<null>()(z.object({ id: s.id })),
  /** What `delibere audit` checks, without this program. `part`: this laptop does not hold all of the log. */
  'sync.audit-export': procedure<{ path: string; reader: 'all' | 'part' }>()(
    z.object({ path: s.line.min(1) }),
  ),
  // the room
  'room.open': procedure<RoomState>()(
    z.object({
      sessionId: s.id,
      /** Devices that may go on in its place, in order. */
      successors: z.array(s.id).max(10).default([]),
      hours: z.number().int().min(1).max(72).default(12),
    }),
  ),
  /** Null: no room was opened or joined here. */
  'room.state': procedure<RoomState | null>()(nothing),
  'room.renew-code': procedure<RoomState>()(nothing),
  /** Nobody new comes in; those who are inside stay. */
  'room.close-door': procedure<RoomState>()(nothing),
  /** Ends the room and brings its log back to the centre: at once, or when it is reached. */
  'room.close': procedure<{ standing: RoomReturn }>()(nothing),
  'room.join': procedure<RoomState>()(
    z.discriminatedUnion('by', [
      z.object({ by: z.literal('invitation'), invitation }),
      z.object({
        by: z.literal('code'),
        code: z.string().min(1).max(40),
        address: z.string().min(1).max(200),
      }),
      /** The room joined last, whose key is known. */
      z.object({ by: z.literal('last') }),
    ]),
  ),
  /** Rooms heard of on the network: a help, never a proof. */
  'room.look': procedure<readonly HeardRoomLine[]>()(nothing),
  'room.leave': procedure<null>()(nothing),
  /** Goes on in the place of a hub that is lost. */
  'room.take-over': procedure<RoomState>()(nothing),
  /** Rooms that are not over for the centre. */
  'room.unfinished': procedure<{ rooms: readonly UnfinishedRoom[] }>()(nothing),
  /** Its laptop will not come back, nor any that took over: from now on each laptop tells what it holds of it. */
  'room.give-up': procedure<null>()(leaseId.extend({ reason: s.line.min(1).max(500) })),
  /** What was written in a room that was given up is ordered again, from what was told. */
  'room.rebuild': procedure<null>()(leaseId),
  /** A code of one use for somebody without the application. */
  'room.guest-invite': procedure<{ code: string; page: string }>()(memberId),
  'room.guest-withdraw': procedure<null>()(memberId),
  // the key
  /** Laptops to which a key can be given. */
  'bundle.recipients':
    procedure<readonly { deviceId: string; name: string; memberId: string | null }[]>()(nothing),
  'bundle.export': procedure<{ path: string; sizeBytes: number }>()(
    z.object({
      path: s.line.min(1),
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('device'), deviceId: s.id }),
        /** The laptop that orders here: hub of the room. */
        z.object({ kind: z.literal('room') }),
      ]),
    }),
  ),
  'bundle.look': procedure<BundleLook>()(z.object({ path: s.line.min(1) })),
  'bundle.import': procedure<BundleImported>()(z.object({ path: s.line.min(1) })),
} as const
