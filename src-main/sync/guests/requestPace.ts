/** How many requests one address may make: a page that saves each keystroke stays far below. */
export interface RequestPace {
  mayPass(address: string): boolean
}

/** A bucket an address: bursts of a page that opens, then a steady pace. Addresses that fell silent are forgotten. */
export function requestPace(nowMs: () => number): RequestPace {
  const buckets = new Map<string, { left: number; atMs: number }>()
  return {
    mayPass: (address) => {
      const now = nowMs()
      if (buckets.size > maxAddresses)
        for (const [key, { atMs }] of buckets) if (now - atMs > forgottenMs) buckets.delete(key)
      const bucket = buckets.get(address) ?? { left: burst, atMs: now }
      const left = Math.min(burst, bucket.left + ((now - bucket.atMs) / 1000) * perSecond)
      buckets.set(address, { left: Math.max(0, left - 1), atMs: now })
      return left >= 1
    },
  }
}

const burst = 120
const perSecond = 20
const maxAddresses = 1_000
const forgottenMs = 60_000
