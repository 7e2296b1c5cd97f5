import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { Server as TlsServer } from 'node:tls'
import type { Configuration } from '../configuration/configuration.ts'
import type { GatePorts } from '../gate/gatePorts.ts'
import type { HttpSettings } from '../http/serverPorts.ts'
import { ownCertificate } from '../tls/ownCertificate.ts'

/** How this process shows itself to the network. */
export interface Front {
  readonly tls: HttpSettings['tls']
  readonly pin: Uint8Array | null
  /** As devices call it. @param port the one that is open. */
  origin(port: number): string
  binding(origin: () => string): GatePorts['binding']
  /** Makes its own certificate anew from time to time. Answers how to stop. */
  keepFresh(server: object, onFailure: (error: unknown) => void): () => void
}

export async function openFront({ tls, listen, origin }: Configuration): Promise<Front> {
  const byName = {
    pin: null,
    origin: (port: number) => origin ?? local(tls.kind === 'none' ? 'http' : 'https', listen.host, port),
    binding: (called: () => string) => ({ kind: 'origin', origin: called }) as const,
    keepFresh: () => () => {},
  }
  if (tls.kind === 'none') return { ...byName, tls: null }
  if (tls.kind === 'files')
    return {
      ...byName,
      tls: { certificate: readFileSync(tls.certificatePath), key: readFileSync(tls.keyPath) },
    }
  const own = ownCertificate(tls.keyPath)
  const first = await own.make()
  return {
    tls: { certificate: first.certificate, key: first.privateKey },
    pin: own.pin,
    origin: (port) =>
      origin ?? local('https', isAny(listen.host) ? (own.addresses()[0] ?? '127.0.0.1') : listen.host, port),
    binding: () => ({ kind: 'channel', serverKey: own.pin }),
    keepFresh(server, onFailure) {
      const timer = setInterval(() => {
        own
          .make()
          .then(({ certificate, privateKey }) => {
            if (server instanceof TlsServer) server.setSecureContext({ cert: certificate, key: privateKey })
          })
          .catch(onFailure)
      }, renewMs)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}

const local = (scheme: string, host: string, port: number): string =>
  `${scheme}://${isIP(host) === 6 ? `[${host}]` : host}:${port}`

const isAny = (host: string): boolean => host === '0.0.0.0' || host === '::'

/** A day: a certificate is good for thirty. */
const renewMs = 24 * 3600 * 1000
