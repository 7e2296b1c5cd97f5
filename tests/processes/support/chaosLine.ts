import { type AddressInfo, createServer, connect as reach, type Socket } from 'node:net'
import type { Chance } from '#tests/simulator/kernel/chance.ts'

/** A stretch of network between laptops and one listener. TLS passes through it as bytes. */
export interface ChaosLine {
  readonly port: number
  /** Where what comes is carried from now on. */
  leadTo(port: number): void
  /** Resets this part of the connections, drawn by chance. */
  cut(part: number): void
  /** Keeps this part of the connections and carries nothing on them, until `heal`. */
  stall(part: number): void
  /** Carries everything late, a few bytes at a time, until `heal`. */
  slow(delayMs: number): void
  /** Everything as it should be; what was stalled is carried on. */
  heal(): void
  /** Connections so far, and how many of them were cut, stalled or slowed. */
  told(): { readonly visits: number; readonly hurt: number }
  close(): Promise<void>
}

interface Carried {
  readonly near: Socket
  readonly far: Socket
  isStalled: boolean
  isHurt: boolean
  /** Reads again, each way, unless something is on its way still: nothing overtakes it. */
  readonly goOn: (() => void)[]
}

export async function chaosLine(chance: Chance): Promise<ChaosLine> {
  const carried = new Set<Carried>()
  let target = 0
  let delayMs = 0
  let visits = 0
  let hurt = 0
  const hurtOne = (one: Carried): void => {
    if (!one.isHurt) hurt++
    one.isHurt = true
  }

  const server = createServer({ noDelay: true }, (near) => {
    visits++
    const far = reach({ port: target, host: '127.0.0.1', noDelay: true })
    const one: Carried = { near, far, isStalled: false, isHurt: false, goOn: [] }
    carried.add(one)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      let dripping: Promise<void> | null = null
      const goOn = (): void => {
        if (!one.isStalled && dripping === null) from.resume()
      }
      one.goOn.push(goOn)
      from.on('data', (chunk: Buffer) => {
        if (delayMs === 0) {
          if (!to.write(chunk)) from.pause()
          return
        }
        hurtOne(one)
        from.pause()
        dripping = drip(chunk, to).then(() => {
          dripping = null
          goOn()
        })
      })
      to.on('drain', goOn)
      from.on('end', () => to.end())
      from.on('error', () => to.destroy())
      from.on('close', () => {
        to.destroy()
        carried.delete(one)
      })
    }
  })
  /** In pieces whose bounds fall anywhere: no frame arrives whole. */
  async function drip(chunk: Buffer, to: Socket): Promise<void> {
    for (let at = 0; at < chunk.length; ) {
      const end = at + 1 + chance.below(4_096)
      await new Promise((next) => setTimeout(next, chance.below(delayMs + 1)))
      if (to.destroyed) return
      to.write(chunk.subarray(at, end))
      at = end
    }
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))

  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      target = port
    },
    cut: (part) => {
      for (const one of [...carried]) {
        if (!chance.happens(part)) continue
        hurtOne(one)
        one.near.resetAndDestroy()
        one.far.resetAndDestroy()
      }
    },
    stall: (part) => {
      for (const one of carried) {
        if (!chance.happens(part)) continue
        hurtOne(one)
        one.isStalled = true
        one.near.pause()
        one.far.pause()
      }
    },
    slow: (longest) => {
      delayMs = longest
    },
    heal: () => {
      delayMs = 0
      for (const one of carried) {
        one.isStalled = false
        for (const goOn of one.goOn) goOn()
      }
    },
    told: () => ({ visits, hurt }),
    close: () => {
      for (const { near, far } of carried) {
        near.destroy()
        far.destroy()
      }
      return new Promise((done) => server.close(() => done()))
    },
  }
}
