import { createServer } from 'node:net'
import { roomPort } from './roomPort.ts'

/**
 * A port at which this machine could open a room now: the usual one, else any free one. Nothing holds it afterwards; null
 * when the system gives none.
 */
export async function freeRoomPort(): Promise<number | null> {
  return (await tried(roomPort)) ?? tried(0)
}

function tried(port: number): Promise<number | null> {
  return new Promise((settle) => {
    const probe = createServer()
    probe.once('error', () => settle(null))
    probe.listen({ port }, () => {
      const address = probe.address()
      const found = typeof address === 'object' ? (address?.port ?? null) : null
      probe.close(() => settle(found))
    })
  })
}
