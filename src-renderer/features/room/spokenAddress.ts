/** Where a room listens unless its port was taken: an address alone is then enough to be typed. */
const usualPort = 17_443

/** « 192.168.1.20 », « 192.168.1.20:4444 », « [fd00::2]:4444 »: what is read out and typed. */
export function spokenAddress(address: string, port: number): string {
  if (port === usualPort) return address
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}
