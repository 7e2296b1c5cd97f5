import type { AskKind } from '../wire/asks.ts'
import type { FrameOf } from '../wire/wireFrame.ts'
import { type Asks, askShapes } from './askShapes.ts'
import type { Answered } from './deviceExchange.ts'
import { askLimits } from './exchangeLimits.ts'
import type { PeerChannel } from './exchangePorts.ts'
import { decodeParcel, encodeParcel, type Parcel } from './parcel.ts'
import { cutInParts, type Gathering, gatherParts } from './parts.ts'

/** The questions of a device on one channel [EX9]. */
export interface OpenAsks {
  ask<K extends AskKind>(what: K, ask: Asks[K]['ask']): Promise<Answered<Asks[K]['answer']>>
  /** False: an answer that was never asked, or is none. */
  hear(answer: FrameOf<'answer'>): boolean
  /** The channel is shut: nothing is answered any more. */
  lose(): void
}

export function openAsks(channel: Pick<PeerChannel, 'send'>): OpenAsks {
  const open = new Map<number, OpenAsk>()
  let lastId = 0
  let isLost = false
  return {
    ask<K extends AskKind>(what: K, ask: Asks[K]['ask']) {
      const parcel = encodeParcel(ask as unknown as Parcel)
      if (parcel.length > askLimits[what].askBytes)
        return Promise.resolve({ ok: false, why: 'too-large' } as const)
      const id = ++lastId
      return new Promise<Answered<Asks[K]['answer']>>((settle) => {
        const lost = { ok: false, why: 'lost' } as const
        if (isLost) return settle(lost)
        // The kind of the question says what the answer is: its shape is checked before it comes here.
        open.set(id, {
          what,
          gathering: gatherParts(askLimits[what].answerBytes),
          settle: settle as (answered: Answered<unknown>) => void,
        })
        for (const part of cutInParts(parcel))
          if (!channel.send({ type: 'ask', id, what, ...part }).ok) {
            open.delete(id)
            return settle(lost)
          }
      })
    },
    hear(answer) {
      const asked = open.get(answer.id)
      if (asked === undefined) return false
      if (answer.refusal !== null) {
        open.delete(answer.id)
        asked.settle({ ok: false, why: answer.refusal })
        return true
      }
      const parcel = asked.gathering.add(answer)
      if (parcel === 'more') return true
      open.delete(answer.id)
      const shape = askShapes[asked.what].answer as (value: unknown) => value is unknown
      const value = parcel === 'wrong' ? undefined : decodeParcel(parcel, shape)
      asked.settle(value === undefined ? { ok: false, why: 'malformed' } : { ok: true, value })
      return value !== undefined
    },
    lose() {
      isLost = true
      for (const { settle } of open.values()) settle({ ok: false, why: 'lost' })
      open.clear()
    },
  }
}

interface OpenAsk {
  readonly what: AskKind
  readonly gathering: Gathering
  settle(answered: Answered<unknown>): void
}
