import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'

/** How the open file stands with the other laptops: always on screen, told again at every change. */
export interface SyncState {
  /** `alone`: one file, one laptop, no other has a copy that agrees with it. */
  readonly sharing: 'alone' | 'shared'
  /** Who this laptop is in the shared file; null while it is alone. */
  readonly self: { readonly name: string; readonly role: SyncRole; readonly memberId: string | null } | null
  readonly centre: { readonly origin: string; readonly organisation: string } | null
  /** Who orders what this laptop writes; null: nobody yet. */
  readonly follows: 'centre' | 'room' | null
  /** With the authority that is followed. `stopped`: paused by the person, or nothing to follow. */
  readonly connection: 'connected' | 'connecting' | 'offline' | 'refused' | 'stopped'
  /** Why it is not connected, when that is known. */
  readonly why: RefusalCode | null
  /** ISO instant. */
  readonly lastContact: string | null
  /** Commits written here whose final verdict is awaited. */
  readonly toSend: number
  /** Entries taken since the file was opened. */
  readonly received: number
  readonly toRegularise: number
  /** Aggregates that a newer program wrote: read only here until this one is brought up to date. */
  readonly readOnly: number
  readonly incidents: number
  /** This laptop writes no more under its key until it enrols again. */
  readonly mustEnrol: null | 'forked' | 'revoked' | 'behind'
  readonly progress: {
    readonly what: 'first-copy' | 'attachments' | 'return'
    readonly done: number
    readonly total: number
  } | null
  /** The room that this laptop opened or joined, and has not left. */
  readonly room: {
    readonly sessionId: string
    readonly isHub: boolean
    /** The hub is silent and this laptop may go on in its place. */
    readonly mayTakeOver: boolean
  } | null
  /** The room that was closed while this laptop was in it: it follows the centre again by itself. Null once it is in another. */
  readonly roomEnded: { readonly leaseId: string; readonly hubName: string } | null
}

export const syncRoles = ['secretariat', 'chair', 'member', 'instructor', 'guest', 'administrator'] as const
export type SyncRole = (typeof syncRoles)[number]

/** What answers at an address, before anything is given to it. */
export interface ServerLook {
  /** As it will be used: scheme, name, port. */
  readonly origin: string
  /** SHA-256 of its key in groups, to be compared with what the administrator says; null when it says none yet. */
  readonly fingerprint: string | null
}

export interface SyncPeople {
  readonly people: readonly {
    readonly userId: string
    readonly name: string
    readonly email: string
    readonly mandates: readonly {
      readonly mandateId: string
      readonly role: SyncRole
      readonly memberId: string | null
    }[]
    readonly devices: readonly {
      readonly deviceId: string
      readonly name: string
      /** ISO instant. */
      readonly lastContactAt: string
      readonly standing: 'valid' | 'retired' | 'compromised'
      readonly mayHub: boolean
      readonly isThis: boolean
    }[]
  }[]
  readonly invitations: readonly {
    readonly invitationId: string
    readonly name: string
    readonly role: SyncRole | null
    /** ISO instant. */
    readonly expiresAt: string
  }[]
}

export interface GivenInvitation {
  /** What the person pastes or types: address, organisation and code in one text. Shown once. */
  readonly invitation: string
  /** ISO instant. */
  readonly expiresAt: string
}

/** A refused writing of one's own, until it is taken up again or let go. */
export interface RegulariseLine {
  readonly cid: string
  /** French: the act as « Annuler » would name it. */
  readonly label: string
  readonly verdict: RefusedVerdict
  /** Permanent code inside the verdict, `conflict` → `changed-meanwhile`. */
  readonly code: string
  /** ISO instant of the writing. */
  readonly at: string
  readonly entities: readonly string[]
  /** Field by field where both are known, in words; empty when the act has no fields to set side by side. */
  readonly differences: readonly {
    readonly field: string
    readonly mine: string
    readonly theirs: string
  }[]
  /** It can be written again as it was, citing the refused one. */
  readonly mayTakeUp: boolean
}

/** What of one thing is not, or not yet, as the other laptops have it; a thing in agreement is not told. */
export interface SyncStanding {
  /** `candidature/…` */
  readonly entity: string
  /** Own writings that await their verdict. */
  readonly pending: number
  /** Own writings that are to be regularised, `late` ones included. */
  readonly refused: number
  readonly late: number
  /** A newer program wrote it. */
  readonly isReadOnly: boolean
}

export type RefusedVerdict =
  | 'forbidden'
  | 'late'
  | 'conflict'
  | 'closed'
  | 'no-quorum'
  | 'recused'
  | 'invalid'
  | 'revoked'
  | 'forked'
  | 'unknown-schema'

export interface SyncIncident {
  readonly id: string
  /** ISO instant at which this laptop learnt of it. */
  readonly at: string
  /** French: what differed, between whom. */
  readonly sentence: string
  readonly seen: boolean
}

/** The room as its hub shows it, or as who joined it sees it. */
export interface RoomState {
  readonly sessionId: string
  readonly isHub: boolean
  /** Device name of the hub, as people know it. */
  readonly hubName: string
  readonly lease: {
    readonly id: string
    readonly epoch: number
    /** Opened without the centre. */
    readonly isEmergency: boolean
    /** ISO instants. */
    readonly from: string
    readonly to: string
    /** `soon`: within half an hour. `past`: the room goes on until somebody closes it, and should be. */
    readonly ends: 'later' | 'soon' | 'past'
  }
  /** What the hub's screen shows for others to come in; null elsewhere. */
  readonly door: {
    readonly state: 'open' | 'locked' | 'closed'
    /** `K7QF-2M9P` */
    readonly code: string
    readonly invitation: string
    /** Squares of the QR of the invitation, one text a row, `1` is dark; without quiet zone. */
    readonly qr: readonly string[]
    readonly wrongCodes: number
  } | null
  readonly addresses: readonly {
    readonly address: string
    readonly kind: 'wired' | 'hotspot' | 'wireless' | 'other' | 'link-local'
  }[]
  readonly port: number
  readonly people: readonly RoomPerson[]
  readonly guests: readonly RoomGuest[]
  /** Address of the page of the guests, `https://192.168.1.12:47113/`; null where this laptop is not the hub. */
  readonly guestPage: string | null
  /** Commits held here that wait for another authority than this room. */
  readonly notOrdered: number
  /** This laptop has a line to the centre too: what is ordered there beside the room comes at once, else after its end. */
  readonly reachesCentre: boolean
  /** The hub is silent and this laptop may go on in its place. */
  readonly mayTakeOver: boolean
  /** `kept`: closed here, and brought back to the centre when it is reached. */
  readonly standing: 'open' | 'returning' | 'kept'
}

/**
 * What became of a room that was closed. `kept`: it goes back when the server is reached. `set-apart`: another room of the same
 * session came back before it, and this one is kept whole beside it, for somebody to look at.
 */
export type RoomReturn = 'returned' | 'kept' | 'set-apart'

/** A room that is not over for the centre: it goes on, or its laptop did not come back. */
export interface UnfinishedRoom {
  /** Id of the lease. */
  readonly lease: string
  readonly sessionId: string
  /** Null when this laptop does not hold that session. */
  readonly session: { readonly callName: string /** `YYYY-MM-DD` */; readonly date: string } | null
  readonly hub: KnownLaptop
  readonly isOwnHub: boolean
  /** `voided`: given up; the order can be made again from what the others hold. */
  readonly standing: 'open' | 'voided'
  /** Who told what it holds of a room that was given up. */
  readonly told: readonly KnownLaptop[]
}

/** A laptop as the list of who has access says it. */
export interface KnownLaptop {
  readonly deviceId: string
  readonly person: string
  /** Null where the centre does not tell this person the names of laptops. */
  readonly laptop: string | null
}

export interface RoomPerson {
  readonly deviceId: string
  readonly name: string
  readonly memberId: string | null
  readonly isHere: boolean
  readonly isHub: boolean
  readonly isSuccessor: boolean
  /** Last place of the room's log that this laptop holds; null when it never said. */
  readonly lastPlace: number | null
}

export interface RoomGuest {
  readonly memberId: string
  readonly name: string
  readonly isInside: boolean
}

export interface HeardRoomLine {
  readonly name: string
  readonly address: string
}

/** A key: what it is and whether it is for this laptop, before anything is taken. */
export interface BundleLook {
  readonly exportedBy: string
  /** ISO instant by the exporter's clock. */
  readonly at: string
  readonly sizeBytes: number
  readonly isForThisLaptop: boolean
  /** The key also opens with a passphrase. */
  readonly hasPassphrase: boolean
}

export interface BundleImported {
  /** Commits that were new here. */
  readonly taken: number
  /** Those that were already here. */
  readonly known: number
  readonly attachments: number
  /** Commits that wait for the authority that orders them. */
  readonly waiting: number
}
