import { hashRaw } from '@node-rs/argon2'

/** Argon2id parameters, stored beside each wrapped key so that later files may ask for more. */
export interface Argon2Parameters {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

/** 64 MiB, 3 passes, 4 lanes: about a tenth of a second on an office laptop. */
export const argon2Defaults: Argon2Parameters = { memoryKib: 64 * 1024, passes: 3, lanes: 4 }

/** Derives the 32-byte key that wraps the data key. @param salt 16 bytes, one per slot. */
export function argon2Key(
  secret: string,
  salt: Uint8Array,
  parameters: Argon2Parameters,
): Promise<Uint8Array> {
  return hashRaw(secret, {
    algorithm: argon2id,
    version: version0x13,
    memoryCost: parameters.memoryKib,
    timeCost: parameters.passes,
    parallelism: parameters.lanes,
    outputLen: 32,
    salt,
  })
}

/** The library declares these as const enums, which type stripping cannot read. */
const argon2id = 2
const version0x13 = 1
