import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'

/**
 * Hears one channel for as long as the server lives. The first connection must succeed; a lost one is made again, and
 * what was said meanwhile is not heard: `tell` then gets an empty message, which means « look again ».
 */
export async function listenForever(
  newClient: () => pg.Client,
  channel: string,
  tell: (message: string) => void,
  onFailure: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  let client = await listen()

  async function listen(): Promise<pg.Client> {
    const fresh = newClient()
    fresh.on('notification', ({ payload }) => tell(payload ?? ''))
    fresh.on('error', onFailure)
    await fresh.connect()
    await fresh.query(`LISTEN ${channel}`)
    fresh.once('end', () => void listenAgain())
    return fresh
  }

  async function listenAgain(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        client = await listen()
        if (stopping.signal.aborted) await client.end()
        else tell('')
        return
      } catch (error) {
        onFailure(error)
        await wait(retryMs, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  return {
    async stop() {
      stopping.abort()
      await client.end().catch(onFailure)
    },
  }
}

const retryMs = 1_000
