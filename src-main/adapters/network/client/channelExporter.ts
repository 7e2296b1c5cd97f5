import type { TLSSocket } from 'node:tls'

/** 32 bytes that the two ends of one TLS 1.3 channel share and nobody else has (RFC 9266, `tls-exporter`). */
export function channelExporter(socket: TLSSocket): Uint8Array {
  return new Uint8Array(socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0)))
}
