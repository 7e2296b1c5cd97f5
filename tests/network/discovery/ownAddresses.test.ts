import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { ownAddresses } from '#main/adapters/network/discovery/ownAddresses.ts'

const card = (address: string, mac = '3c:22:fb:00:00:01', internal = false): NetworkInterfaceInfo =>
  ({
    address,
    mac,
    internal,
    family: address.includes(':') ? 'IPv6' : 'IPv4',
    netmask: '',
    cidr: null,
  }) as NetworkInterfaceInfo

const list = (interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>) =>
  ownAddresses(interfaces).map(({ address, kind }) => `${kind} ${address}`)

describe('the addresses of this machine', () => {
  it('[NW9] on Linux: cable, hotspot, Wi-Fi, then those for want of a network; no container, no tunnel', () => {
    expect(
      list({
        lo: [card('127.0.0.1', '00:00:00:00:00:00', true)],
        docker0: [card('172.17.0.1', '02:42:00:00:00:01')],
        'br-5f0c': [card('172.18.0.1', '02:42:00:00:00:02')],
        veth12ab: [card('fe80::1')],
        tun0: [card('10.8.0.6')],
        virbr0: [card('192.168.122.1', '52:54:00:00:00:01')],
        wlp2s0: [card('192.168.1.31'), card('fe80::31')],
        ap0: [card('10.42.0.1')],
        enp3s0: [card('fd00::2'), card('10.1.2.3')],
      }),
    ).toEqual([
      'wired 10.1.2.3',
      'wired fd00::2',
      'hotspot 10.42.0.1',
      'wireless 192.168.1.31',
      'link-local fe80::31',
    ])
  })

  it('[NW9] on Windows in French: the same, by the names people see there', () => {
    expect(
      list({
        'Connexion au réseau local* 10': [card('192.168.137.1')],
        'vEthernet (WSL)': [card('172.24.96.1', '00:15:5d:01:02:03')],
        'VirtualBox Host-Only Network': [card('192.168.56.1', '0a:00:27:00:00:05')],
        'Wi-Fi': [card('192.168.1.31')],
        Ethernet: [card('169.254.10.20')],
        'Ethernet 2': [card('10.1.2.3')],
        'Loopback Pseudo-Interface 1': [card('127.0.0.1', '00:00:00:00:00:00', true)],
      }),
    ).toEqual([
      'wired 10.1.2.3',
      'hotspot 192.168.137.1',
      'wireless 192.168.1.31',
      'link-local 169.254.10.20',
    ])
  })

  it('[NW9] on a Mac: its sharing bridge counts, its tunnels and radio links do not', () => {
    expect(
      list({
        lo0: [card('127.0.0.1', '00:00:00:00:00:00', true)],
        en0: [card('192.168.1.31'), card('fe80::31')],
        awdl0: [card('fe80::a')],
        llw0: [card('fe80::b')],
        utun3: [card('fe80::c')],
        bridge100: [card('192.168.2.1')],
      }),
    ).toEqual(['hotspot 192.168.2.1', 'other 192.168.1.31', 'link-local fe80::31'])
  })

  it('[NW9] none without a network', () => {
    expect(list({ lo: [card('127.0.0.1', '00:00:00:00:00:00', true)] })).toEqual([])
  })
})
