import { expect, test } from 'vitest'
import { deviceBudget } from '#server/gate/deviceBudget.ts'
import { pacedChannel } from '#server/gate/pacedChannel.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'
import type { WireFrame } from '#shared/operations/wire/wireFrame.ts'

test('[SV17] a device may ask for a minute at once, then at its pace; another is not concerned', () => {
  let now = 1_000
  const budget = deviceBudget(60, () => now)
  const some = (device: string, count: number) => Array.from({ length: count }, () => budget.take(device, 1))
  expect(some('anne', 60)).toEqual(Array(60).fill(0))
  // One a second from here on, however often it asks meanwhile.
  expect(some('anne', 3)).toEqual([1_000, 1_000, 1_000])
  expect(some('bruno', 1)).toEqual([0])
  now += 400
  expect(some('anne', 1)).toEqual([600])
  now += 600
  expect(some('anne', 2)).toEqual([0, 1_000])
  now += 3_600_000
  expect(some('anne', 61)).toEqual([...Array(60).fill(0), 1_000])
  // A clock that is set back gives nothing, and takes nothing.
  now -= 3_600_000
  expect(some('anne', 1)).toEqual([1_000])
})

test('[SV17] what costs more than is left passes whole, and what follows waits for it', () => {
  let now = 0
  const budget = deviceBudget(60, () => now)
  expect([budget.take('anne', 100), budget.take('anne', 1)]).toEqual([0, 41_000])
  now += 41_000
  expect([budget.take('anne', 1), budget.take('anne', 1)]).toEqual([0, 1_000])
})

test('[SV17] on a channel a flood is heard in order, at its pace, without a frame lost', async () => {
  let now = 0
  const waits: number[] = []
  const budget = deviceBudget(60, () => now)
  let say: (frame: WireFrame) => void | Promise<void> = () => {}
  const channel = {
    peer: 'anne',
    onFrame: (listener: typeof say) => {
      say = listener
    },
  } as unknown as PeerChannel
  const heard: string[] = []
  const paced = pacedChannel(channel, (cost) => budget.take('anne', cost), {
    after: (ms, act) => {
      waits.push(ms)
      now += ms
      act()
      return () => {}
    },
  })
  paced.onFrame((frame) => {
    heard.push(`${frame.type} at ${now}`)
  })
  const commit = { header: new Uint8Array(), body: new Uint8Array(), signature: new Uint8Array() }
  await say({ type: 'push', batch: 1, commits: Array(60).fill(commit) })
  await say({ type: 'push', batch: 2, commits: [commit, commit] })
  await say({ type: 'pull', log: 'centre', after: 0, limitBytes: 1, whole: false })
  expect(heard).toEqual(['push at 0', 'push at 1000', 'pull at 3000'])
  expect(waits).toEqual([1_000, 2_000])
})
