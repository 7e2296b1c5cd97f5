/**
 * What a device asks of an authority, and is answered once. Bodies are parcels: a JSON value and byte strings, cut into as
 * many frames as they need. Members: `askShapes.ts`; meaning: SPEC.md.
 */
export const askKinds = [
  /** Where the log and the chain of this device stand. */
  'standing',
  /** States that this copy cannot fold (`wants-rows`). */
  'rows',
  /** Everything that this reader may see, as of one place of the log. */
  'copy',
  /** The signed manifests of a first copy in chunks. */
  'first-sync',
  'first-sync-chunk',
  /** After a restore: up to where both agree [SY17]. */
  'agreed-place',
  /** The open leases that name this device, and those that ended among the ones it names. */
  'leases',
  /**
   * Who is there. About `{}`; answers `{ rows }`, row changes of the tables `user` (names, addresses left out) and `device`
   * for everybody: a key is given, a room shows who is in it. For a device that may be a hub also `mandates`, `mandateOf`
   * and `chain`: with them its copy is enough for an emergency lease (`leaseSeed`) [SY22].
   */
  'directory',
  /** The rows from which its hub orders [SY18]. */
  'lease-seed',
  /** The record of a room, brought back by its hub, or what a device holds of a voided one [SY20, SY21]. */
  'return',
  /** A successor says where it would be found if it took the room over; its hub tells everybody, in `presence`. */
  'room-way',
  'blob',
  /** Which of these attachments, that this device holds or waits for, only erased commits cite [SY28]. */
  'erased-blobs',
] as const
export type AskKind = (typeof askKinds)[number]

/** Why an ask was not answered. On the wire, for ever. */
export const askRefusals = [
  'forbidden',
  'unknown',
  'malformed',
  'too-large',
  'not-here',
  'busy',
  /** A return whose run of receipts does not hold. */
  'bad-run',
] as const
export type AskRefusal = (typeof askRefusals)[number]
