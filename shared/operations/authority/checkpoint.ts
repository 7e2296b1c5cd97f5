import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { CommitSigner, CommitVerifier } from '../commitPorts.ts'
import { utf8Encode } from '../commitUtf8.ts'
import { type LogHead, receiptText } from './receipts.ts'

/** [SY15] What an authority vouches for: its log up to `g`. */
export interface Checkpoint {
  readonly log: string
  readonly epoch: number
  readonly g: number
  /** base64url of r_g. */
  readonly r: string
  /** Milliseconds since 1970-01-01T00:00:00Z, by the clock of the authority. */
  readonly at: number
}

export interface SignedCheckpoint {
  readonly checkpoint: Checkpoint
  /** Ed25519 over `checkpointPrefix ‖ canonical JSON`, 64 bytes. */
  readonly signature: Uint8Array
}

export const checkpointPrefix = 'delibere/checkpoint/1\0'

export function signCheckpoint(head: LogHead, atMs: number, signer: CommitSigner): SignedCheckpoint {
  const { log, epoch, g, r } = head
  const checkpoint: Checkpoint = { log, epoch, g, r: receiptText(r), at: atMs }
  return { checkpoint, signature: signer.sign(checkpointBytes(checkpoint)) }
}

/** @param publicKey raw Ed25519 key of the authority, 32 bytes. */
export const checkpointHolds = (
  { checkpoint, signature }: SignedCheckpoint,
  publicKey: Uint8Array,
  verifier: CommitVerifier,
): boolean => verifier.verify(publicKey, checkpointBytes(checkpoint), signature)

const checkpointBytes = ({ log, epoch, g, r, at }: Checkpoint): Uint8Array =>
  utf8Encode(checkpointPrefix + canonicalJson({ log, epoch, g, r, at } as Json))
