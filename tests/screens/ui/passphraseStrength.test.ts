import { expect, test } from 'vitest'
import { judgePassphrase } from '../../../src-renderer/ui/passphraseStrength.ts'

test('[UI5] only length is required of a passphrase, and the rest is said honestly', () => {
  const judged = [
    '',
    'onze lettre',
    '123456789012',
    'aaaaaaaaaaaaaaaa',
    'Vannes2026!!',
    'cheval agrafe lampe nuage',
  ].map((text) => {
    const { isAccepted, tone } = judgePassphrase(text)
    return { isAccepted, tone }
  })
  expect(judged).toEqual([
    { isAccepted: false, tone: 'unfavourable' },
    { isAccepted: false, tone: 'unfavourable' },
    { isAccepted: true, tone: 'reserved' },
    { isAccepted: true, tone: 'reserved' },
    { isAccepted: true, tone: 'info' },
    { isAccepted: true, tone: 'favourable' },
  ])
})
