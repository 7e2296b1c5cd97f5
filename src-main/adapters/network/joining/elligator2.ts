/**
 * A point of Curve25519 that depends on these 32 bytes and whose logarithm nobody knows: its u-coordinate, 32 bytes, little
 * end first (RFC 9380 §6.7.1, as CPace uses it: the sign of v does not matter to X25519). The bytes are hashed secrets;
 * big integers leak a little of them by timing, to someone who measures inside this process, not over a network.
 */
export function elligator2(representative: Uint8Array): Uint8Array {
  const r = fromLittleEndian(representative) & ((1n << 255n) - 1n)
  const v = modulo(-curveA * invert(modulo(1n + nonSquare * r * r)))
  const right = modulo(((v + curveA) * v + 1n) * v)
  const onCurve = right === 0n || power(right, (prime - 1n) / 2n) === 1n
  return toLittleEndian(onCurve ? v : modulo(-v - curveA))
}

function invert(value: bigint): bigint {
  return power(value, prime - 2n)
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = modulo(base)
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = modulo(result * square)
    square = modulo(square * square)
  }
  return result
}

function modulo(value: bigint): bigint {
  const rest = value % prime
  return rest < 0n ? rest + prime : rest
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
}

function toLittleEndian(value: bigint): Uint8Array {
  return new Uint8Array(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse())
}

/** Curve25519: v² = u³ + A u² + u modulo 2^255 - 19 (RFC 7748 §4.1). */
const prime = 2n ** 255n - 19n
const curveA = 486662n
const nonSquare = 2n
