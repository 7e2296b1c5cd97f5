import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { newJoinCode, readJoinCode } from '#main/adapters/network/joining/joinCode.ts'
import { readRoomAddress } from '#main/adapters/network/joining/readRoomAddress.ts'
import { roomPort } from '#main/adapters/network/room/roomPort.ts'
import { people, room } from '#tests/e2e/support/sharing/sharingSamples.ts'
import { qrPath } from '../../../src-renderer/features/room/hub/qrPath.ts'
import { formatTypedCode } from '../../../src-renderer/features/room/join/formatTypedCode.ts'
import { lagOf } from '../../../src-renderer/features/room/lagOf.ts'
import { mayTakeOver } from '../../../src-renderer/features/room/open/mayTakeOver.ts'
import { spokenAddress } from '../../../src-renderer/features/room/spokenAddress.ts'

describe('[UI35] what is read out is what is typed', () => {
  test.each([
    ['192.168.1.20', roomPort],
    ['192.168.1.20', 4_444],
    ['fd00::2', roomPort],
    ['fd00::2', 4_444],
  ])('%s, port %i', (address, port) => {
    expect(readRoomAddress(spokenAddress(address, port))).toEqual({ ok: true, value: { address, port } })
  })

  test('the usual port is not said', () => {
    expect(spokenAddress('192.168.1.20', roomPort)).toBe('192.168.1.20')
  })

  test('a code typed in any hand becomes the one of the wall, which the host reads alike', () => {
    const code = newJoinCode({ bytes: (count) => Uint8Array.from({ length: count }, (_, at) => at * 5 + 1) })
    for (const typed of [code, code.toLowerCase(), code.replace('-', ' '), code.replace('-', '')]) {
      expect(formatTypedCode(typed)).toBe(code)
      expect(readJoinCode(formatTypedCode(typed))).toBe(readJoinCode(code))
    }
  })

  test('what is not yet a code stays as it was typed', () => {
    expect(formatTypedCode(' k7qf ')).toBe('k7qf')
  })
})

test('[UI36] every dark square of the QR is drawn, and no other', () => {
  const rows = encode('delibere-salle:exemple', { ecc: 'M', border: 0 }).data.map((row) =>
    row.map((isDark) => (isDark ? '1' : '0')).join(''),
  )
  const drawn = rows.map((row) => [...row].map(() => '0'))
  for (const [, x, y, width] of qrPath(rows, 4).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = 0; at < Number(width); at++) (drawn[Number(y) - 4] as string[])[Number(x) - 4 + at] = '1'
  expect(drawn.map((row) => row.join(''))).toEqual(rows)
})

test('[UI35] how far each laptop has received, the furthest of the room being the measure', () => {
  const list = room('s').people
  expect(list.map((person) => lagOf(person, list))).toEqual([0, 0, 0, 0, 14, 35, null])
})

test('[UI35] only valid laptops with the right, and not this one, may go on', () => {
  expect(mayTakeOver(people)).toEqual([
    { deviceId: 'd2', person: 'Yann Tanguy', device: 'Portable de M. Tanguy' },
  ])
})
