/**
 * Digests of 32 bytes by place, from 0, side by side: a log of a million entries costs 32 MB, and not a million objects.
 */
export interface PackedDigests {
  length(): number
  push(digest: Uint8Array): void
  /** In the place of one that is there. */
  set(place: number, digest: Uint8Array): void
  /** A view, not a copy; null beyond the end. */
  at(place: number): Uint8Array | null
}

export function packedDigests(): PackedDigests {
  let bytes = new Uint8Array(digestBytes * 16)
  let length = 0
  return {
    length: () => length,
    push(digest) {
      if ((length + 1) * digestBytes > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      bytes.set(digest, length * digestBytes)
      length += 1
    },
    set(place, digest) {
      if (place >= 0 && place < length) bytes.set(digest, place * digestBytes)
    },
    at: (place) =>
      Number.isSafeInteger(place) && place >= 0 && place < length
        ? bytes.subarray(place * digestBytes, (place + 1) * digestBytes)
        : null,
  }
}

const digestBytes = 32
