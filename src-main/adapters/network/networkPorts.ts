import type { Result } from '#shared/kernel/result.ts'
import type { ByeReason, FrameOf, SchemaRange, WireFrame } from '#shared/operations/wire/wireFrame.ts'

/**
 * What the room gives to those who use it: the hub, the client, the screens. They know no socket, no certificate, no
 * library. Rules: `SPEC.md` beside this file.
 */

/** A conversation with one machine whose identity is proven. The same in a room and with a centre. */
export interface Channel {
  /** Id of the device, or of the authority, at the other end. */
  readonly peer: string
  /** Answers and requests: always leaves. Refuses `wire.too-large`, `wire.malformed`, `network.lost`. */
  send(frame: WireFrame): Result<null>
  /**
   * What happened in the log, said to whoever follows. Not sent to a reader that has more than a megabyte waiting: it
   * gets one « poke » and asks for what it misses, see [NW11].
   */
  publish(frame: PublishedFrame): Result<'sent' | 'held'>
  /**
   * One frame at a time, in order: the next one is read when the promise is settled, and the other side feels it. A
   * listener that throws shuts the channel. Frames that came before the first listener are not lost.
   */
  onFrame(listener: (frame: WireFrame) => void | Promise<void>): void
  /** Called once; at once when it is already shut. */
  onClose(listener: (end: ChannelEnd) => void): void
  /** Says why, then shuts. */
  close(reason: ByeReason, retryAfterMs?: number): void
}

export type PublishedFrame = FrameOf<'feed' | 'presence'>

/** `said`: the other side said good-bye. `lost`: silence or a cut. `ours`: we shut it. */
export type ChannelEnd =
  | { readonly kind: 'said'; readonly reason: ByeReason; readonly retryAfterMs: number | null }
  | { readonly kind: 'lost' }
  | { readonly kind: 'ours'; readonly reason: ByeReason }

/** The authority of a log as its channel needs it: the hub's program, or the centre. */
export interface ChannelAuthority {
  readonly id: string
  readonly log: string
  readonly schemas: SchemaRange
  // A room knows at once; a centre asks its database.
  restores(): number | Promise<number>
  head(): number | Promise<number>
  /** Null for a device that it never heard of. */
  device(id: string): KnownDevice | null | Promise<KnownDevice | null>
  /** Ed25519, with the key of `id`. */
  sign(text: Uint8Array): Uint8Array
}

export interface KnownDevice {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array
  readonly revoked: boolean
  /** Last `seq` received from it, 0 for none. */
  readonly knownSeq: number
}

/** A device as it presents itself. */
export interface ChannelDevice {
  readonly id: string
  readonly app: string
  readonly schemas: SchemaRange
  position(): { readonly cursor: number; readonly receipt: Uint8Array | null }
  sign(text: Uint8Array): Uint8Array
  /** Ed25519 key of this authority, from the lease or the list of devices; null when this machine does not have it yet. */
  authorityKey(id: string): Uint8Array | null
}

/** What a device learns when it is let in. */
export interface Welcome {
  readonly authority: string
  readonly log: string
  readonly restores: number
  readonly head: number
  readonly knownSeq: number
  readonly schemas: SchemaRange
  /** False when the key of the authority was not known here: only the pin of the room speaks for it. */
  readonly isAuthorityProven: boolean
}

/** Where a room is and by which key it is known. Kept with the file: later connections ask for no code. */
export interface RoomPin {
  /** The best first. */
  readonly addresses: readonly string[]
  readonly port: number
  /** SHA-256 of the SubjectPublicKeyInfo of the hub. */
  readonly fingerprint: Uint8Array
}

/** How a person enters: scans, or types what the screen of the room says. */
export type WayIn =
  | { readonly kind: 'invitation'; readonly text: string }
  | {
      readonly kind: 'code'
      readonly code: string
      readonly address: string
      /** The address comes from `look`, not from somebody's fingers: silence there means that the machines are kept apart. */
      readonly isHeard?: boolean
    }

/** The room from a laptop that comes in. */
export interface RoomVisitor {
  /**
   * Proves the code to the room and the room to this machine. Refusals: `network.code-malformed`, `address-invalid`,
   * `invitation-malformed`, `wrong-code`, `door-locked`, `room-closed`, `other-machine`, `other-version`,
   * `nobody-answers`, `devices-isolated`, `no-network`.
   */
  enter(way: WayIn): Promise<Result<RoomPin>>
  /** Refusals: those of the way there, `network.device-unknown`, `network.proof-refused`. */
  connect(
    pin: RoomPin,
    device: ChannelDevice,
  ): Promise<Result<{ readonly channel: Channel; readonly welcome: Welcome }>>
  /** Rooms heard of on the network within that time; none where multicast is refused. A hint, never a proof. */
  look(timeoutMs: number): Promise<readonly HeardRoom[]>
}

export interface HeardRoom {
  readonly name: string
  readonly addresses: readonly string[]
  readonly port: number
}

/** What the hub's screen shows of its door. */
export interface DoorState {
  /** `locked`: too many wrong codes; the invitation still works, and those inside go on. `closed`: nobody new. */
  readonly state: 'open' | 'locked' | 'closed'
  /** `K7QF-2M9P` */
  readonly code: string
  /** Text of the QR. */
  readonly invitation: string
  readonly wrongCodes: number
}

/** The room from its hub. */
export interface OpenRoom {
  readonly port: number
  readonly fingerprint: Uint8Array
  readonly addresses: readonly OwnAddress[]
  door(): DoorState
  onDoor(listener: (state: DoorState) => void): void
  /** New code and new invitation; the door is open again. */
  renewCode(): void
  /** Those who are inside stay. */
  closeDoor(): void
  /** Also for channels that are open when it is called. */
  onChannel(listener: (channel: Channel) => void): void
  channels(): readonly Channel[]
  /** Says good-bye to everybody and frees the port. */
  close(): Promise<void>
}

export interface OwnAddress {
  readonly address: string
  /** Name of the interface in the system. */
  readonly through: string
  readonly kind: 'wired' | 'hotspot' | 'wireless' | 'other' | 'link-local'
}

/** Time as it passes; a test turns it by hand. */
export interface Timers {
  /** Answers what calls it off. */
  after(delayMs: number, act: () => void): () => void
  every(periodMs: number, act: () => void): () => void
}
