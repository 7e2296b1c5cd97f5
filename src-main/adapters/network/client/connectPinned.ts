import { networkInterfaces } from 'node:os'
import { connect, type TLSSocket } from 'node:tls'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { certificateFingerprint } from '../certificate/roomKey.ts'
import type { Timers } from '../networkPorts.ts'
import { explainFailure } from './wayThere.ts'

export interface PinnedAddress {
  readonly address: string
  readonly port: number
  /** Null while the machine is not known yet: only the exchange of the door may run, see `enterRoom`. */
  readonly fingerprint: Uint8Array | null
  readonly isCertain: boolean
}

export interface PinnedSocket {
  readonly socket: TLSSocket
  /** The pin of the machine that answered. */
  readonly fingerprint: Uint8Array
}

/**
 * TLS 1.3 to the machine that holds exactly this key, whatever its names, dates and issuers: nothing is sent to another.
 * Refusals: `network.other-machine`, and those of `explainFailure`.
 */
export function connectPinned(
  to: PinnedAddress,
  timers: Timers,
  signal?: AbortSignal,
): Promise<Result<PinnedSocket>> {
  return new Promise((settle) => {
    const socket = connect({
      host: to.address,
      port: to.port,
      // The chain of a room says nothing; its key is compared below, before a byte is sent.
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
    })
    const giveUp = timers.after(connectMs, () => end('timeout'))
    const abort = () => end('timeout')
    signal?.addEventListener('abort', abort)

    function release(): void {
      giveUp()
      signal?.removeEventListener('abort', abort)
      socket.off('error', onError)
      socket.off('close', onClose)
    }
    function end(code: string): void {
      release()
      socket.on('error', () => {})
      socket.destroy()
      settle(explainFailure({ address: to.address, code, isCertain: to.isCertain }, networkInterfaces()))
    }
    const onError = (error: NodeJS.ErrnoException) => end(error.code ?? 'unknown')
    const onClose = () => end('ECONNRESET')
    socket.on('error', onError)
    socket.on('close', onClose)
    socket.once('secureConnect', () => {
      const shown = socket.getPeerX509Certificate()
      const fingerprint = shown === undefined ? null : certificateFingerprint(shown.raw)
      if (fingerprint === null || (to.fingerprint !== null && !isEqual(fingerprint, to.fingerprint))) {
        release()
        socket.on('error', () => {})
        socket.destroy()
        return settle(refuse('network.other-machine', { address: to.address }))
      }
      release()
      settle(ok({ socket, fingerprint }))
    })
  })
}

const isEqual = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** A machine of the room answers within milliseconds; a Wi-Fi that wakes up, within seconds. */
const connectMs = 5_000
