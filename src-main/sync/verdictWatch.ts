import type { Verdict } from '#shared/operations/authority/verdict.ts'
import type { DeviceEvent } from '#shared/operations/exchange/deviceExchange.ts'
import type { Timers } from '../adapters/network/networkPorts.ts'

/** Waits for what an authority says of a commit of one's own. */
export interface VerdictWatch {
  /** Null when nothing was said within that time. */
  of(cid: string, patienceMs: number): Promise<Verdict | null>
  /** Every event of every line goes through here. */
  heard(event: DeviceEvent): void
}

export function verdictWatch(timers: Timers): VerdictWatch {
  const waiting = new Map<string, (verdict: Verdict | null) => void>()
  const settle = (cid: string, verdict: Verdict | null): void => {
    waiting.get(cid)?.(verdict)
    waiting.delete(cid)
  }
  return {
    of: (cid, patienceMs) =>
      new Promise((done) => {
        const callOff = timers.after(patienceMs, () => settle(cid, null))
        waiting.set(cid, (verdict) => {
          callOff()
          done(verdict)
        })
      }),
    heard: (event) => {
      if (event.kind === 'settled') settle(event.cid, 'ok')
      if (event.kind === 'refused') settle(event.cid, event.refusal.verdict)
    },
  }
}
