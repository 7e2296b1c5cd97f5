import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateDeviceKeys, nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { parseJson } from '#shared/kernel/parseJson.ts'
import { refuse } from '#shared/kernel/result.ts'
import { type ChainHead, verifyNextCommit } from '#shared/operations/chain.ts'
import type { CommittedOperation, SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { nextHybridTime } from '#shared/operations/commitClock.ts'
import { type CommitAuthor, encodeCommit } from '#shared/operations/commitEncode.ts'
import { sliceForCommits } from '#shared/operations/commitSlices.ts'
import { utf8Decode, utf8Encode } from '#shared/operations/commitUtf8.ts'
import { namesOf } from '#tests/support/plainNames.ts'

const keys = generateDeviceKeys()
const ports = { ...nodeCrypto, ...nodeSigner(keys.privateKey) }
const device = { id: 'device-1', publicKey: keys.publicKey }

const author = (seq: number, prev: string | null): CommitAuthor => ({
  org: 'file-1',
  dev: device.id,
  seq,
  prev,
  hlc: [1_780_000_000_000, seq],
  usr: 'secrétaire',
  scope: 'comité',
  sv: 1,
  app: '0.1.0',
})

const operation = (text: string): CommittedOperation => ({
  id: '01900000-0000-7000-8000-000000000000',
  k: 'dossier.edit@1',
  e: 'dossier/1',
  d: { title: text },
})

function commit(
  seq: number,
  head: ChainHead | null,
  operations: readonly CommittedOperation[],
): SignedCommit {
  const prev = head === null ? null : base64UrlEncode(head.headerDigest)
  const result = encodeCommit(author(seq, prev), operations, ports)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('commit codec', () => {
  test('[LOG1] a chain of commits verifies and gives back what was written', () => {
    let head: ChainHead | null = null
    for (let seq = 1; seq <= 3; seq++) {
      const signed = commit(seq, head, [operation(`Œuvre n° ${seq} 🏫`)])
      const verified = verifyNextCommit(head, device, signed, ports)
      if (!verified.ok) throw new Error(verified.refusal.code)
      expect(verified.value.body.ops).toEqual([operation(`Œuvre n° ${seq} 🏫`)])
      expect(verified.value.header.n).toBe(1)
      head = verified.value.head
    }
  })

  test('[LOG1] the first header has these very bytes', () => {
    const fixed = { ...ports, bytes: (length: number) => new Uint8Array(length) }
    const result = encodeCommit(author(1, null), [operation('a')], fixed)
    if (!result.ok) throw new Error(result.refusal.code)
    expect(utf8Decode(result.value.body)).toBe(
      '{"ops":[{"d":{"title":"a"},"e":"dossier/1","id":"01900000-0000-7000-8000-000000000000","k":"dossier.edit@1"}],"salt":"AAAAAAAAAAAAAAAAAAAAAA"}',
    )
    expect(utf8Decode(result.value.header)).toBe(
      `{"app":"0.1.0","base":null,"bh":"${base64UrlEncode(nodeCrypto.sha256(result.value.body))}","dev":"device-1","follow":null,"hlc":[1780000000000,1],"n":1,"org":"file-1","prev":null,"scope":"comité","seq":1,"sv":1,"usr":"secrétaire","v":1}`,
    )
  })

  test('[LOG2] any flipped bit of header, body, signature or identifier is refused', () => {
    const signed = commit(1, null, [operation('Berric')])
    fc.assert(
      fc.property(
        fc.constantFrom('header', 'body', 'signature', 'id' as const),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        (part, position, bit) => {
          const name = part as keyof SignedCommit
          const bytes = Uint8Array.from(signed[name])
          const index = position % bytes.length
          bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
          return !verifyNextCommit(null, device, { ...signed, [name]: bytes }, ports).ok
        },
      ),
      { numRuns: 300 },
    )
  })

  test('[LOG3] a gap, a repeat, a fork and another device are named', () => {
    const first = commit(1, null, [operation('1')])
    const verified = verifyNextCommit(null, device, first, ports)
    if (!verified.ok) throw new Error(verified.refusal.code)
    const head = verified.value.head
    const code = (result: ReturnType<typeof verifyNextCommit>) => (result.ok ? 'ok' : result.refusal.code)
    expect(code(verifyNextCommit(head, device, first, ports))).toBe('chain.gap')
    expect(code(verifyNextCommit(head, device, commit(3, head, [operation('3')]), ports))).toBe('chain.gap')
    const elsewhere = { ...head, headerDigest: nodeCrypto.sha256(new Uint8Array(1)) }
    expect(code(verifyNextCommit(head, device, commit(2, elsewhere, [operation('2')]), ports))).toBe(
      'chain.broken',
    )
    const other = { id: device.id, publicKey: generateDeviceKeys().publicKey }
    expect(code(verifyNextCommit(null, other, first, ports))).toBe('commit.bad-signature')
  })

  test('[LOG4] limits: 500 operations, 256 KiB, never empty', () => {
    const code = (operations: readonly CommittedOperation[]) => {
      const result = encodeCommit(author(1, null), operations, ports)
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(code([])).toBe('commit.empty')
    expect(code(Array.from({ length: 500 }, () => operation('x')))).toBe('ok')
    expect(code(Array.from({ length: 501 }, () => operation('x')))).toBe('commit.too-many-operations')
    expect(code([operation('x'.repeat(256 * 1024))])).toBe('commit.too-large')
  })

  test('[LOG4] a batch is cut in order into commits that are all accepted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 40 }), (lengths) => {
        const operations = lengths.map((length) => operation('é'.repeat(length)))
        const slices = sliceForCommits(operations)
        expect(slices.flat()).toEqual(operations)
        for (const slice of slices) expect(encodeCommit(author(1, null), slice, ports).ok).toBe(true)
      }),
      { numRuns: 20 },
    )
    expect(sliceForCommits(Array.from({ length: 1201 }, () => operation('x'))).map((s) => s.length)).toEqual([
      500, 500, 201,
    ])
  })

  test('[LOG5] hybrid time never goes back with the clock', () => {
    expect(nextHybridTime(null, 5)).toEqual([5, 0])
    expect(nextHybridTime([5, 0], 5)).toEqual([5, 1])
    expect(nextHybridTime([5, 1], 3)).toEqual([5, 2])
    expect(nextHybridTime([5, 2], 6)).toEqual([6, 0])
  })
})

describe('bytes without a host', () => {
  test('[LOG6] UTF-8 agrees with the host, both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const bytes = utf8Encode(text)
        expect(bytes).toEqual(new TextEncoder().encode(text))
        expect(utf8Decode(bytes)).toBe(text)
      }),
    )
    expect(utf8Encode('\ud800x')).toEqual(new TextEncoder().encode('\ud800x'))
  })

  test('[LOG6] malformed UTF-8 is refused exactly where the host refuses it', () => {
    const host = (bytes: Uint8Array) => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      } catch {
        return undefined
      }
    }
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.nat(255), fc.constantFrom(0xc0, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0xbf)),
          { maxLength: 6 },
        ),
        (values) => {
          const bytes = Uint8Array.from(values)
          expect(utf8Decode(bytes)).toBe(host(bytes))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('[LOG6] a text is read alike whatever was read before it: a member name with an escape is none', () => {
    // Read as they are, the second of these comes out with the name of the first, and only after it.
    expect(parseJson('{"b":1,"a":"x\\n\\"y\\":2"}')).toEqual({ b: 1, a: 'x\n"y":2' })
    for (const name of ['a\\\\', 'a\\n', 'a\\"', '\\u0061', '\\u0000'])
      for (const text of [`{"b":1,"${name}":2}`, `[{"b":{"${name}" :2}}]`, `{"${name}"\n\t: {}}`])
        expect(() => parseJson(text)).toThrow(SyntaxError)
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = JSON.stringify(value)
        if (namesOf(value).every((name) => JSON.stringify(name) === `"${name}"`))
          expect(JSON.stringify(parseJson(text))).toBe(text)
        else expect(() => parseJson(text)).toThrow(SyntaxError)
      }),
      { numRuns: 2000 },
    )
    const named = { ...operation('x'), d: { 'a\n': 1 } }
    expect(encodeCommit(author(1, null), [named], ports)).toEqual(
      refuse('commit.malformed', { part: 'body' }),
    )
  })

  test('[LOG6] base64url has one text per value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const text = base64UrlEncode(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(base64UrlDecode(text)).toEqual(bytes)
      }),
    )
    for (const text of ['A', 'AB', 'AA=', 'A+', 'AAB']) expect(base64UrlDecode(text)).toBeUndefined()
  })
})
