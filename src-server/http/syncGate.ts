/** What takes over the channels that devices open (`delibere.sync.v1`). It alone knows frames and proofs of key. */
export interface SyncGate {
  open(channel: SyncChannel): void
}

/** One WebSocket, bytes only. */
export interface SyncChannel {
  readonly organisation: string
  /** As the device called it: its proof of key names it. */
  readonly origin: string
  send(frame: Uint8Array): void
  /** What was given to `send` and has not left yet. */
  waitingBytes(): number
  onFrame(listener: (frame: Uint8Array) => void): void
  onClosed(listener: () => void): void
  close(): void
}
