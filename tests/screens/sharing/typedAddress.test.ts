import { expect, test } from 'vitest'
import { typedAddress } from '../../../src-renderer/sharing/typedAddress.ts'

test('[UI39] an address typed by habit with http is asked over https, and nothing else of it changes', () => {
  expect(
    [' http://delibere.exemple.fr:8443 ', 'HTTP://delibere', 'https://delibere', 'delibere:8443'].map(
      typedAddress,
    ),
  ).toEqual(['https://delibere.exemple.fr:8443', 'https://delibere', 'https://delibere', 'delibere:8443'])
})
