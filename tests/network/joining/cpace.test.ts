import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cpaceKeys, cpaceShare, isSameTag } from '#main/adapters/network/joining/cpace.ts'
import { elligator2 } from '#main/adapters/network/joining/elligator2.ts'

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'))
const ascii = (text: string) => new Uint8Array(Buffer.from(text))

/** Published with draft-irtf-cfrg-cpace, group X25519, hash SHA-512. */
const vector = {
  setting: {
    secret: ascii('Password'),
    channel: ascii('\nAinitiator\nBresponder'),
    exchange: hex('7e4b4791d6a8ef019b936c79fb7f2c57'),
  },
  first: {
    scalar: hex('45acf93116ae5d3dae995a7c627df2924321a8e857d9a200807131e38839b0c2'),
    share: hex('6f7fd31863b18b0cc9830fc842c60dea80120ccf2fd375498225e45a52065361'),
  },
  second: {
    scalar: hex('a145e914b347002d298ce2051394f0ed68cf3623dfe5db082c78ffa5a667acdc'),
    share: hex('e1b730a4956c0f853d96c5d125cebeeea46952c07c6f66da65bd9ffd2f71a462'),
  },
  sessionKey: hex(`99a9e0ff35acb94ad8af1cd6b32ac409dc7d00557ccd9a7d19d3b4629e5f1f08
    4f9332096162438c7ecc78331b4eda17e1a229a47182eccc9ea58cd9cdcd8e9a`),
}
const transcript = {
  first: { share: vector.first.share, associated: ascii('ADa') },
  second: { share: vector.second.share, associated: ascii('ADb') },
}

describe('the exchange that proves a short secret', () => {
  it('[NW6] maps to the published generator', () => {
    expect(elligator2(hex('10047198e8c4cacf0ab8a6d0ac337b8ae497209d042f7f3a5094586394e8217c'))).toEqual(
      hex('4e6098733061c0e8486611a904fe5edb049804d26130a44131a6229e55c5c321'),
    )
  })

  it('[NW6] gives the published shares and key', () => {
    expect(cpaceShare(vector.setting, vector.first.scalar)).toEqual(vector.first.share)
    expect(cpaceShare(vector.setting, vector.second.scalar)).toEqual(vector.second.share)
    const ours = cpaceKeys(vector.setting, vector.first.scalar, vector.second.share, transcript)
    const theirs = cpaceKeys(vector.setting, vector.second.scalar, vector.first.share, transcript)
    expect(ours?.sessionKey).toEqual(vector.sessionKey)
    expect(theirs).toEqual(ours)
  })

  it.each([
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ])('[NW6] refuses the published point of small order %s', (point) => {
    const scalar = hex('af46e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449aff')
    expect(cpaceKeys(vector.setting, scalar, hex(point), transcript)).toBeUndefined()
  })

  it('[NW6] with another secret, channel or exchange, no tag of one side is one of the other', () => {
    const meet = (ours: typeof vector.setting, theirs: typeof vector.setting) => {
      const [a, b] = [randomBytes(32), randomBytes(32)]
      const said = {
        first: { share: cpaceShare(ours, a), associated: ascii('first') },
        second: { share: cpaceShare(theirs, b), associated: ascii('second') },
      }
      const [first, second] = [
        cpaceKeys(ours, a, said.second.share, said),
        cpaceKeys(theirs, b, said.first.share, said),
      ]
      if (!first || !second) throw new Error('no keys')
      return [isSameTag(first.firstTag, second.firstTag), isSameTag(second.secondTag, first.secondTag)]
    }
    expect(meet(vector.setting, vector.setting)).toEqual([true, true])
    expect(meet(vector.setting, { ...vector.setting, secret: ascii('Passwore') })).toEqual([false, false])
    expect(meet(vector.setting, { ...vector.setting, channel: ascii('x') })).toEqual([false, false])
    expect(meet(vector.setting, { ...vector.setting, exchange: ascii('x') })).toEqual([false, false])
  })

  it('[NW6] the tag of one side does not serve the other', () => {
    const keys = cpaceKeys(vector.setting, vector.first.scalar, vector.second.share, transcript)
    expect(keys?.firstTag).not.toEqual(keys?.secondTag)
  })
})
