import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { checkNewPassphrase } from '#main/adapters/keys/passphraseRule.ts'
import { newRecoveryCode, readRecoveryCode } from '#main/adapters/keys/recoveryCode.ts'

describe('passphrase', () => {
  test('[KEY1] under 12 characters is refused with the figures, 12 is accepted', () => {
    expect(checkNewPassphrase('onze lettre')).toEqual({
      ok: false,
      refusal: { code: 'file.weak-passphrase', details: { characters: 11, minimum: 12 } },
    })
    expect(checkNewPassphrase('douze lettre')).toEqual({ ok: true, value: 'douze lettre' })
  })

  test('[KEY1] the same letters typed in composed or decomposed form are one passphrase', () => {
    expect(checkNewPassphrase('une école à côté'.normalize('NFD'))).toEqual(
      checkNewPassphrase('une école à côté'),
    )
  })
})

describe('recovery code', () => {
  test('[KEY2] six groups of five, read back whatever the case, the separators and the look-alikes', () => {
    const code = newRecoveryCode(nodeCrypto)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/)
    const plain = code.replaceAll('-', '')
    expect(readRecoveryCode(code)).toBe(plain)
    const careless = ` ${code.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    expect(readRecoveryCode(careless)).toBe(plain)
  })

  test('[KEY2] every single wrong character is noticed, but 0 for Z', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(fc.nat(29), fc.nat(31), (index, replacement) => {
        const plain = newRecoveryCode(nodeCrypto).replaceAll('-', '')
        const character = alphabet.charAt(replacement)
        const distance = Math.abs(alphabet.indexOf(plain.charAt(index)) - replacement)
        fc.pre(distance !== 0 && distance !== 31)
        expect(readRecoveryCode(plain.slice(0, index) + character + plain.slice(index + 1))).toBeUndefined()
      }),
    )
  })

  test('[KEY2] what cannot be a code is not one', () => {
    for (const text of ['', 'ABCDE', 'U'.repeat(30)]) expect(readRecoveryCode(text)).toBeUndefined()
  })
})
