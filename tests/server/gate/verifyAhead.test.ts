import { describe, expect, test } from 'vitest'
import { nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { verifyAhead } from '#server/authority/verifyAhead.ts'
import { testDevice } from '#tests/operations/support/device.ts'

const [anne, bruno] = [testDevice('d-anne', 'u-anne'), testDevice('d-bruno', 'u-bruno')]
const keyOf = ({ enrolled }: typeof anne) => new Uint8Array(Buffer.from(enrolled.publicKey, 'base64url'))
const text = (of: string) => new Uint8Array(Buffer.from(of))
const signature = nodeSigner(anne.privateKey).sign(text('thirty euros'))

describe('signatures verified ahead', () => {
  test.each(['ahead', 'at once'])(
    '[SY6] what was verified %s passes for nothing else: other bytes, another key, another signature',
    async (when) => {
      const verifier = verifyAhead()
      if (when === 'ahead') await verifier.ahead(keyOf(anne), text('thirty euros'), signature)
      expect(verifier.verify(keyOf(anne), text('thirty euros'), signature)).toBe(true)
      expect(verifier.verify(keyOf(anne), text('ninety euros'), signature)).toBe(false)
      expect(verifier.verify(keyOf(bruno), text('thirty euros'), signature)).toBe(false)
      expect(verifier.verify(keyOf(anne), text('thirty euros'), new Uint8Array(64))).toBe(false)
      // What was refused meanwhile takes nothing away from what holds.
      expect(verifier.verify(keyOf(anne), text('thirty euros'), signature)).toBe(true)
    },
  )

  test('[SY6] bytes that are written over while, or after, they are verified are not what was verified', async () => {
    const verifier = verifyAhead()
    for (const bytes of [Buffer.from('thirty euros'), text('thirty euros')]) {
      const verified = verifier.ahead(keyOf(anne), bytes, signature)
      bytes.set(text('ninety'))
      await verified
      expect(verifier.verify(keyOf(anne), bytes, signature)).toBe(false)
      bytes.set(text('thirty'))
      expect(verifier.verify(keyOf(anne), bytes, signature)).toBe(true)
      bytes.set(text('ninety'))
      expect(verifier.verify(keyOf(anne), bytes, signature)).toBe(false)
    }
  })

  test('[SY6] what is no key, no signature, or was forgotten is verified again, never believed', async () => {
    const verifier = verifyAhead(2)
    await verifier.ahead(new Uint8Array(31), text('thirty euros'), signature)
    await verifier.ahead(keyOf(anne), text('thirty euros'), signature.slice(1))
    expect(verifier.verify(new Uint8Array(31), text('thirty euros'), signature)).toBe(false)
    expect(verifier.verify(keyOf(anne), text('thirty euros'), signature.slice(1))).toBe(false)
    for (const other of ['one', 'two', 'three'])
      await verifier.ahead(keyOf(anne), text(other), nodeSigner(anne.privateKey).sign(text(other)))
    expect(verifier.verify(keyOf(anne), text('thirty euros'), signature)).toBe(true)
  })
})
