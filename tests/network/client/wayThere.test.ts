import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { explainFailure } from '#main/adapters/network/client/wayThere.ts'
import { readRoomAddress } from '#main/adapters/network/joining/readRoomAddress.ts'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import { type RefusalCode, refusalCodes } from '#shared/kernel/refusalCodes.ts'

const card = (cidr: string, internal = false): NetworkInterfaceInfo =>
  ({
    address: cidr.split('/')[0],
    cidr,
    family: cidr.includes(':') ? 'IPv6' : 'IPv4',
    internal,
    mac: '3c:22:fb:00:00:01',
    netmask: '',
  }) as NetworkInterfaceInfo
const wifi = { lo: [card('127.0.0.1/8', true)], wlan0: [card('192.168.1.31/24'), card('fd00::31/64')] }
const alone = { lo: [card('127.0.0.1/8', true)] }

describe('why a room is not reached', () => {
  it.each<[string, string, boolean, typeof wifi | typeof alone, RefusalCode]>([
    ['192.168.1.20', 'ECONNREFUSED', true, wifi, 'network.room-closed'],
    ['192.168.1.20', 'timeout', true, wifi, 'network.devices-isolated'],
    ['192.168.1.20', 'EHOSTUNREACH', true, wifi, 'network.devices-isolated'],
    ['fd00::20', 'timeout', true, wifi, 'network.devices-isolated'],
    ['192.168.1.20', 'timeout', false, wifi, 'network.nobody-answers'],
    ['10.4.0.20', 'timeout', true, wifi, 'network.nobody-answers'],
    ['192.168.1.20', 'ENETUNREACH', true, alone, 'network.no-network'],
    ['poste-salle.local', 'ENOTFOUND', false, wifi, 'network.nobody-answers'],
    ['poste-salle.local', 'EAI_AGAIN', false, alone, 'network.no-network'],
    ['127.0.0.1', 'timeout', true, alone, 'network.nobody-answers'],
    ['192.168.1.20', 'ERR_SSL_WRONG_VERSION_NUMBER', false, wifi, 'network.other-machine'],
    ['192.168.1.20', 'ECONNRESET', false, wifi, 'network.other-machine'],
  ])('[NW10] %s, %s, certain: %s', (address, code, isCertain, own, expected) => {
    expect(explainFailure({ address, code, isCertain }, own).refusal.code).toBe(expected)
  })

  it('[NW10] every sentence says what is safe or what to do, without a word of the trade', () => {
    const codes = refusalCodes.filter((code) => code.startsWith('network.') || code.startsWith('wire.'))
    expect(codes.length).toBeGreaterThan(15)
    for (const code of codes) {
      const sentence = refusalSentence({
        code,
        details: { address: '192.168.1.20', attempts: 10, port: 17443 },
      })
      expect(sentence).not.toMatch(/TLS|certificat|socket|proxy|undefined|TCP|handshake|empreinte|multicast/i)
      expect(sentence.split(/[.?] /).length).toBeGreaterThan(1)
    }
  })

  it('[NW10] isolated machines are offered a cable, the hotspot, the key', () => {
    expect(refusalSentence({ code: 'network.devices-isolated', details: {} })).toBe(
      'Les appareils ne se voient pas : ce réseau sépare les postes les uns des autres. Votre travail est conservé sur ce poste. Reliez les deux postes par un câble, ou rejoignez le partage de connexion du poste de la salle, ou passez par une clé USB.',
    )
  })
})

describe('the address that a person types', () => {
  it.each([
    ['192.168.1.20', '192.168.1.20', 17443],
    [' 192,168,1,20 : 4444 ', '192.168.1.20', 4444],
    ['https://192.168.1.20:17443/entree', '192.168.1.20', 17443],
    ['poste-salle.local', 'poste-salle.local', 17443],
    ['[fd00::2]:4444', 'fd00::2', 4444],
    ['fd00::2', 'fd00::2', 17443],
  ])('[NW5] « %s »', (typed, address, port) => {
    expect(readRoomAddress(typed)).toEqual({ ok: true, value: { address, port } })
  })

  it.each([
    '',
    '192.168.1',
    '192.168.1.300',
    '12345',
    'poste salle !',
    '10.0.0.1:0',
    '10.0.0.1:70000',
    '[]:1',
  ])('[NW5] « %s » is none', (typed) => {
    expect(readRoomAddress(typed)).toMatchObject({ refusal: { code: 'network.address-invalid' } })
  })
})
