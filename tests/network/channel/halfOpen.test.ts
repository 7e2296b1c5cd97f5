import { afterEach, describe, expect, it } from 'vitest'
import { connectRoom } from '#main/adapters/network/client/connectRoom.ts'
import type { Channel, ChannelEnd } from '#main/adapters/network/networkPorts.ts'
import { handTimers } from '../support/handTimers.ts'
import { tcpRelay } from '../support/relay.ts'
import { testRoom } from '../support/testRoom.ts'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
})

const ended = (channel: Channel) => new Promise<ChannelEnd>((settle) => channel.onClose(settle))
/** Lets what is on its way over loopback arrive: a round trip of a frame of ours. */
async function roundTrip(from: Channel, to: Channel): Promise<void> {
  const back = new Promise<void>((done) => from.onFrame(() => done()))
  to.onFrame(() => void to.send({ type: 'poke', log: 'c', head: 1 }))
  from.send({ type: 'pull', log: 'c', after: 0, limitBytes: 1, whole: false })
  await back
}

describe('a line that is dead without a word', () => {
  it('[NW12] is given up on both sides after forty seconds, and not while it answers', async () => {
    const hubTime = handTimers()
    const ownTime = handTimers()
    const made = await testRoom({}, hubTime)
    const line = await tcpRelay(made.room.port)
    open.push({ close: () => Promise.all([line.close(), closeRoom()]) })
    const closeRoom = () => {
      const closed = made.room.close()
      hubTime.pass(10_000)
      return closed
    }
    const entered = new Promise<Channel>((settle) => made.room.onChannel(settle))
    const connected = await connectRoom({ ...made.pin, port: line.port }, made.device('anne'), ownTime)
    if (!connected.ok) throw new Error(connected.refusal.code)
    const ours = connected.value.channel
    const theirs = await entered
    let isOver = false
    ours.onClose(() => {
      isOver = true
    })

    for (let i = 0; i < 12; i++) {
      hubTime.pass(10_000)
      ownTime.pass(10_000)
      await roundTrip(ours, theirs)
    }
    expect(isOver).toBe(false)

    line.fallSilent()
    ownTime.pass(30_000)
    expect(isOver).toBe(false)
    const ends = Promise.all([ended(ours), ended(theirs)])
    ownTime.pass(10_000)
    hubTime.pass(40_000)
    expect(await ends).toEqual([{ kind: 'lost' }, { kind: 'lost' }])
    expect(made.room.channels()).toEqual([])
  })
})
