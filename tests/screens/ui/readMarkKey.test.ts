import { describe, expect, test } from 'vitest'
import { type PressedKey, readMarkKey } from '../../../src-renderer/ui/readMarkKey.ts'

const press = (key: string, code = '', modifiers: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...modifiers,
})

describe('a key on a criterion', () => {
  test('[UI1] the unshifted top row of an AZERTY keyboard gives digits', () => {
    expect(readMarkKey(press('&', 'Digit1'), '0-5', '')).toEqual({ kind: 'mark', hundredths: 100 })
    expect(readMarkKey(press('(', 'Digit5'), '0-5', '')).toEqual({ kind: 'mark', hundredths: 500 })
    expect(readMarkKey(press('à', 'Digit0'), '0-5', '')).toEqual({ kind: 'mark', hundredths: 0 })
    expect(readMarkKey(press('3', 'Numpad3'), '0-3', '')).toEqual({ kind: 'mark', hundredths: 300 })
    expect(readMarkKey(press('4', 'Digit4', { shiftKey: true }), '0-5', '')).toEqual({
      kind: 'mark',
      hundredths: 400,
    })
  })

  test('[UI1] a digit above the scale is said, not taken', () => {
    expect(readMarkKey(press('è', 'Digit7'), '0-5', '')).toEqual({ kind: 'off-scale', text: '7' })
    expect(readMarkKey(press('é', 'Digit2'), 'yes-no', '')).toEqual({ kind: 'off-scale', text: '2' })
  })

  test('[UI1] two-digit scales wait for the second digit, halves included', () => {
    expect(readMarkKey(press('&', 'Digit1'), '0-20', '')).toEqual({ kind: 'typing', text: '1' })
    expect(readMarkKey(press('é', 'Digit2'), '0-20', '1')).toEqual({ kind: 'typing', text: '12' })
    expect(readMarkKey(press(',', 'KeyM'), '0-20', '12')).toEqual({ kind: 'typing', text: '12,' })
    expect(readMarkKey(press('Enter'), '0-20', '12,5')).toEqual({ kind: 'mark', hundredths: 1250 })
    expect(readMarkKey(press('Enter'), '0-20', '21')).toEqual({ kind: 'off-scale', text: '21' })
    expect(readMarkKey(press('Enter'), '0-10', '7,3')).toEqual({ kind: 'off-scale', text: '7,3' })
    expect(readMarkKey(press('Escape'), '0-10', '7')).toEqual({ kind: 'cancel' })
  })

  test('[UI1] letters give levels on A-D, where the comment is Shift+C', () => {
    expect(readMarkKey(press('a', 'KeyQ'), 'A-D', '')).toEqual({ kind: 'mark', hundredths: 300 })
    expect(readMarkKey(press('c', 'KeyC'), 'A-D', '')).toEqual({ kind: 'mark', hundredths: 100 })
    expect(readMarkKey(press('C', 'KeyC', { shiftKey: true }), 'A-D', '')).toEqual({ kind: 'comment' })
    expect(readMarkKey(press('d', 'KeyD'), 'A-D', '')).toEqual({ kind: 'mark', hundredths: 0 })
    expect(readMarkKey(press('n', 'KeyN'), 'A-D', '')).toEqual({ kind: 'not-applicable' })
  })

  test('[UI1] on yes/no, N says no and S says not applicable', () => {
    expect(readMarkKey(press('o', 'KeyO'), 'yes-no', '')).toEqual({ kind: 'mark', hundredths: 100 })
    expect(readMarkKey(press('n', 'KeyN'), 'yes-no', '')).toEqual({ kind: 'mark', hundredths: 0 })
    expect(readMarkKey(press('s', 'KeyS'), 'yes-no', '')).toEqual({ kind: 'not-applicable' })
  })

  test('[UI1] Alt+arrows change candidature, Ctrl+Enter files, other chords pass', () => {
    expect(readMarkKey(press('ArrowRight', 'ArrowRight', { altKey: true }), '0-5', '')).toEqual({
      kind: 'next-candidature',
    })
    expect(readMarkKey(press('Enter', 'Enter', { ctrlKey: true }), '0-5', '')).toEqual({ kind: 'file' })
    expect(readMarkKey(press('z', 'KeyW', { ctrlKey: true }), '0-5', '')).toBeNull()
    expect(readMarkKey(press('x', 'KeyX'), '0-5', '')).toBeNull()
  })
})
