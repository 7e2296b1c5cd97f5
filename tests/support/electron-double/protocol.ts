import type { Route } from 'playwright'
import { fromWebAddress } from './addresses.ts'
import { record } from './recorder.ts'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown): void {
    record('protocol.registerSchemesAsPrivileged', schemes)
  },
  handle(scheme: string, handler: Handler): void {
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme)
  },
}

/** Every request of the page passes here: ours is answered by the application, the others are cut and recorded. */
export async function serveRequest(route: Route): Promise<void> {
  const asked = route.request()
  const address = fromWebAddress(asked.url())
  const handler = handlers.get(address.split(':')[0] ?? '')
  if (handler === undefined) {
    record('network.blocked', address)
    return route.abort('blockedbyclient')
  }
  try {
    const answer = await handler(requestFor(address, asked.method(), asked.headers()))
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  } catch (error) {
    record('protocol.error', String(error))
    await route.abort('failed').catch(() => undefined)
  }
}

/** Node's Request accepts our scheme but normalises nothing else: what the application reads is what was asked. */
function requestFor(address: string, method: string, headers: Record<string, string>): Request {
  return new Request(address, { method, headers })
}
