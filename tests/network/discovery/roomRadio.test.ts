import { createSocket } from 'node:dgram'
import { describe, expect, it } from 'vitest'
import { announceRoom, listenForRooms } from '#main/adapters/network/discovery/roomRadio.ts'
import { nodeTimers } from '#main/adapters/network/nodeTimers.ts'

const loopback = ['127.0.0.1']

describe('rooms by mDNS', () => {
  it('[NW9] a room that is announced is heard of, and no longer once it is silent', async () => {
    const announcement = announceRoom({ label: 'Salle 3F', port: 17443 }, loopback)
    const heard = await listenForRooms(loopback, 1500, nodeTimers)
    expect(heard.map(({ name, port, addresses }) => [name, port, addresses.includes('127.0.0.1')])).toEqual([
      ['Salle 3F', 17443, true],
    ])
    await announcement.stop()
    expect(await listenForRooms(loopback, 600, nodeTimers)).toEqual([])
  })

  it('[NW9] on an address that is not there, or on none, nothing is heard and nothing breaks', async () => {
    const nowhere = ['203.0.113.9', 'fe80::1']
    const announcement = announceRoom({ label: 'Salle 3F', port: 17443 }, nowhere)
    expect(await listenForRooms(nowhere, 200, nodeTimers)).toEqual([])
    expect(await listenForRooms([], 50, nodeTimers)).toEqual([])
    await announcement.stop()
  })

  it('[NW9] where another program keeps the port for itself, nothing is heard and nothing breaks', async () => {
    const keeper = createSocket('udp4')
    await new Promise<void>((done, fail) => {
      keeper.once('error', fail)
      keeper.bind(5353, '0.0.0.0', done)
    })
    const announcement = announceRoom({ label: 'Salle 3F', port: 17443 }, loopback)
    expect(await listenForRooms(loopback, 300, nodeTimers)).toEqual([])
    await announcement.stop()
    await new Promise<void>((done) => keeper.close(() => done()))
  })
})
