import type { ServerResponse } from 'node:http'
import { toWire } from './wireJson.ts'

const BEAT_MS = 15_000

/** The open pages, and how to tell them something (server-sent events). */
export interface EventStreams {
  /** Takes over an answer whose headers are already decided. */
  open(response: ServerResponse, headers: Readonly<Record<string, string>>): void
  /** How many pages listened. */
  tell(event: unknown): number
  closeAll(): void
}

export function createEventStreams(): EventStreams {
  const pages = new Set<ServerResponse>()
  // A comment now and then lets a sleeping laptop notice that the connection is gone.
  const beat = setInterval(() => {
    for (const page of pages) page.write(':\n\n')
  }, BEAT_MS)
  beat.unref()

  return {
    open(response, headers) {
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8' })
      response.write(':\n\n')
      pages.add(response)
      response.on('close', () => pages.delete(response))
    },
    tell(event) {
      for (const page of pages) page.write(`data: ${toWire(event)}\n\n`)
      return pages.size
    },
    closeAll() {
      clearInterval(beat)
      for (const page of pages) page.end()
    },
  }
}
