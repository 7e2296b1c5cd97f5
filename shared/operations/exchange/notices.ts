import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { isHubLog } from '../lease/lease.ts'
import type { Mandate } from '../rights/mandate.ts'
import type { DeviceSettings } from './deviceExchange.ts'

/** What is told to the host when it is another than the last time. */
export interface Notices {
  mandates(given: readonly Mandate[]): void
  /** Everything up to `g` was taken, everything up to `seq` received. */
  upToDate(g: number, seq: number): void
}

export function openNotices(log: string, tell: DeviceSettings['tell']): Notices {
  let lastMandates = ''
  let lastPlace = ''
  return {
    mandates(given) {
      // In a room they are those of the day its lease was given.
      if (isHubLog(log)) return
      const text = canonicalJson(given as unknown as Json)
      if (text !== lastMandates) tell({ kind: 'mandates', mandates: given })
      lastMandates = text
    },
    upToDate(g, seq) {
      const place = `${g} ${seq}`
      if (place !== lastPlace) tell({ kind: 'up-to-date', log, g })
      lastPlace = place
    },
  }
}
