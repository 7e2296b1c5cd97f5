import { isIPv4, isIPv6 } from 'node:net'

/** The 4 or 16 bytes of an IP address, its zone (`%eth0`) put aside; undefined for anything else. */
export function addressBytes(address: string): Uint8Array | undefined {
  const plain = address.split('%')[0] ?? ''
  if (isIPv4(plain)) return Uint8Array.from(plain.split('.').map(Number))
  if (!isIPv6(plain)) return undefined
  const [left = '', right] = withoutQuad(plain).split('::')
  const head = groups(left)
  const tail = right === undefined ? [] : groups(right)
  const middle = new Array<number>(8 - head.length - tail.length).fill(0)
  return Uint8Array.from([...head, ...middle, ...tail].flatMap((group) => [group >> 8, group & 0xff]))
}

/** The way back, in the form in which people write it: RFC 5952 for sixteen bytes. */
export function addressText(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return bytes.join('.')
  if (bytes.length !== 16) return undefined
  const hex = Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? []
  return new URL(`http://[${hex.join(':')}]`).hostname.slice(1, -1)
}

function groups(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}

/** `::ffff:192.168.1.20` as `::ffff:c0a8:114`. */
function withoutQuad(address: string): string {
  const quad = /\d+\.\d+\.\d+\.\d+$/.exec(address)?.[0]
  if (quad === undefined) return address
  const [a = 0, b = 0, c = 0, d = 0] = quad.split('.').map(Number)
  return `${address.slice(0, -quad.length)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}
