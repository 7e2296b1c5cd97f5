import type { Timers } from '#main/adapters/network/networkPorts.ts'
import type { PeerChannel } from '#shared/operations/exchange/exchangePorts.ts'

/**
 * A device that says too much at once is heard at its pace (SV17): its line waits, so that it feels it, and loses nothing.
 * @param take asks for the cost of a frame: 0, or after how many milliseconds to ask again
 */
export function pacedChannel(
  channel: PeerChannel,
  take: (cost: number) => number,
  timers: Pick<Timers, 'after'>,
): PeerChannel {
  const pause = (ms: number) => new Promise<void>((resolve) => void timers.after(ms, resolve))
  return {
    ...channel,
    onFrame: (listener) =>
      channel.onFrame(async (frame) => {
        const cost = frame.type === 'push' ? Math.max(1, frame.commits.length) : 1
        for (let waitMs = take(cost); waitMs > 0; waitMs = take(cost)) await pause(waitMs)
        await listener(frame)
      }),
  }
}
