/** Carries encoded frames between two machines: a WebSocket, or requests over HTTPS. Knows nothing of what they say. */
export interface FrameLink {
  /** @param compress worth deflating: many small texts at once. */
  send(bytes: Uint8Array, compress: boolean): void
  /** What was given to `send` and has not left this machine. */
  bufferedBytes(): number
  /** Stops reading: the other side feels it once its own buffers are full. */
  pause(): void
  resume(): void
  /** After what was sent has left, or `graceMs` later. */
  close(): void
  /** At once. */
  cut(): void
}

/** What a link tells; given when it is made, so that nothing is missed. */
export interface LinkListener {
  onBytes(bytes: Uint8Array): void
  /** Something left; `bufferedBytes` is lower. */
  onDrain(): void
  /** Once. */
  onEnd(): void
}
