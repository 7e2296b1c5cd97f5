import { useRef } from 'react'

/** The bytes shown before, when those just read are the same: the pages stay where they are instead of being drawn again. */
export function useSameBytes(bytes: Uint8Array | undefined): Uint8Array | undefined {
  const shown = useRef(bytes)
  if (bytes !== shown.current && !areSame(bytes, shown.current)) shown.current = bytes
  return shown.current
}

const areSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.length === other.length &&
  one.every((byte, place) => byte === other[place])
