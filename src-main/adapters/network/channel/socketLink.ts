import type { RawData, WebSocket } from 'ws'
import type { Timers } from '../networkPorts.ts'
import type { FrameLink, LinkListener } from './frameLink.ts'

/** A link over a WebSocket that is open, either side. A half-open one is cut after `silenceMs` without a word. */
export function socketLink(socket: WebSocket, listener: LinkListener, timers: Timers): FrameLink {
  let heardAt = 0
  let beat = 0
  const stopBeating = timers.every(beatMs, () => {
    beat++
    // What is not read here is no silence of the other side.
    if (socket.isPaused) hear()
    if (beat - heardAt > silentBeats) return socket.terminate()
    if (socket.readyState === socket.OPEN) socket.ping()
  })
  const hear = () => {
    heardAt = beat
  }

  socket.binaryType = 'nodebuffer'
  socket.on('message', (data: RawData, isBinary) => {
    hear()
    // A text is no frame: an empty frame is refused in the same way.
    listener.onBytes(isBinary ? bytesOf(data) : new Uint8Array(0))
  })
  socket.on('ping', hear)
  socket.on('pong', hear)
  // Whatever went wrong, `close` follows.
  socket.on('error', () => {})
  socket.on('close', () => {
    stopBeating()
    listener.onEnd()
  })

  return {
    send: (bytes, compress) => {
      if (socket.readyState !== socket.OPEN) return
      socket.send(bytes, { binary: true, compress }, () => listener.onDrain())
    },
    bufferedBytes: () => socket.bufferedAmount,
    pause: () => {
      if (socket.readyState === socket.OPEN) socket.pause()
    },
    resume: () => socket.resume(),
    close: () => {
      socket.resume()
      socket.close(1000)
      timers.after(graceMs, () => socket.terminate())
    },
    cut: () => socket.terminate(),
  }
}

/** Plain bytes, without a copy: `slice` of a Buffer is a view, of everything else a copy. */
function bytesOf(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  const buffer = Array.isArray(data) ? Buffer.concat(data) : data
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}

/** A ping every ten seconds; a line without an answer is given up between thirty and forty seconds. */
const beatMs = 10_000
const silentBeats = 3
const graceMs = 5_000
