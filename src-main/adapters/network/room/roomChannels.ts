import type { TLSSocket } from 'node:tls'
import type { FrameLink, LinkListener } from '../channel/frameLink.ts'
import { makeChannel } from '../channel/makeChannel.ts'
import { openAsAuthority } from '../channel/openAsAuthority.ts'
import { channelExporter } from '../client/channelExporter.ts'
import type { Channel, ChannelAuthority, Timers } from '../networkPorts.ts'

/** Who is in the room: one channel a device, the latest. */
export interface RoomChannels {
  welcome(connect: (listener: LinkListener) => FrameLink, socket: TLSSocket): void
  onChannel(listener: (channel: Channel) => void): void
  all(): readonly Channel[]
  /** Says good-bye to everybody, and waits until it was heard; whoever comes meanwhile hears the same. */
  close(): Promise<void>
}

export function roomChannels(
  authority: ChannelAuthority,
  fingerprint: Uint8Array,
  timers: Timers,
): RoomChannels {
  const inside = new Map<string, Channel>()
  const listeners: ((channel: Channel) => void)[] = []
  let opening = 0
  let isClosed = false

  function enter(channel: Channel): void {
    inside.get(channel.peer)?.close('replaced')
    inside.set(channel.peer, channel)
    channel.onClose(() => {
      if (inside.get(channel.peer) === channel) inside.delete(channel.peer)
    })
    for (const listener of listeners) listener(channel)
  }

  return {
    welcome: (connect, socket) => {
      const binding = {
        kind: 'channel',
        exporter: channelExporter(socket),
        serverKey: fingerprint,
      } as const
      const raw = makeChannel(connect)
      if (isClosed) return raw.close('closing')
      if (opening >= maxOpening) return raw.close('busy', 1000)
      opening++
      const callOff = timers.after(openingMs, () => raw.close('busy'))
      void openAsAuthority(raw, authority, binding).then((opened) => {
        callOff()
        opening--
        if (!opened.ok) return
        if (isClosed) opened.value.close('closing')
        else enter(opened.value)
      })
    },
    onChannel: (listener) => {
      listeners.push(listener)
      for (const channel of inside.values()) listener(channel)
    },
    all: () => [...inside.values()],
    close: async () => {
      isClosed = true
      const leaving = [...inside.values()].map(
        (channel) => new Promise<void>((gone) => channel.onClose(() => gone())),
      )
      for (const channel of inside.values()) channel.close('closing')
      await Promise.all(leaving)
    },
  }
}

/** Strangers that have not proven their key yet. */
const maxOpening = 64
const openingMs = 10_000
