import type { Randomness } from '#shared/kernel/clock.ts'
import type { DoorState } from '../networkPorts.ts'
import { isSameTag } from './cpace.ts'
import { writeInvitation } from './invitation.ts'
import { newJoinCode, readJoinCode } from './joinCode.ts'
import { type JoinChannel, joinExchange, joinSecret } from './joinExchange.ts'
import type { JoinMessage } from './joinMessages.ts'

/** The door of a room: its code, who knocks, how often wrongly. Knows no socket. */
export interface Door {
  state(): DoorState
  onState(listener: (state: DoorState) => void): void
  renew(): void
  close(): void
  /** Addresses changed, and the invitation with them. */
  moved(): void
  knock(message: JoinMessage<'knock'>, channel: JoinChannel): Knock | JoinMessage<'refused'>
}

export interface Knock {
  readonly answer: JoinMessage<'answer'>
  /** Judges one guess, once; a wrong one counts. */
  judge(proof: JoinMessage<'proof'>): JoinMessage<'admitted'> | JoinMessage<'refused'>
}

/**
 * @param whereabouts addresses, port and fingerprint for the invitation; asked anew at each look, addresses change.
 */
export function makeDoor(
  randomness: Randomness,
  whereabouts: () => { addresses: readonly string[]; port: number; fingerprint: Uint8Array },
): Door {
  const listeners: ((state: DoorState) => void)[] = []
  let secrets = draw()
  let wrongCodes = 0
  let isClosed = false

  function draw() {
    return { code: newJoinCode(randomness), invitation: randomness.bytes(16) }
  }

  function state(): DoorState {
    return {
      state: isClosed ? 'closed' : wrongCodes >= maxWrongCodes ? 'locked' : 'open',
      code: secrets.code,
      invitation: writeInvitation({ ...whereabouts(), secret: secrets.invitation }),
      wrongCodes,
    }
  }

  function tell(): void {
    for (const listener of listeners) listener(state())
  }

  function refused(reason: JoinMessage<'refused'>['refused']): JoinMessage<'refused'> {
    return { refused: reason, attemptsLeft: Math.max(0, maxWrongCodes - wrongCodes) }
  }

  /** Asked before the exchange and again at the proof: a thousand exchanges begun together are still few guesses. */
  function barred(by: 'code' | 'invitation'): JoinMessage<'refused'> | null {
    if (isClosed) return refused('room-closed')
    return by === 'code' && wrongCodes >= maxWrongCodes ? refused('door-locked') : null
  }

  return {
    state,
    onState: (listener) => void listeners.push(listener),
    renew: () => {
      secrets = draw()
      wrongCodes = 0
      isClosed = false
      tell()
    },
    close: () => {
      isClosed = true
      tell()
    },
    moved: tell,
    knock: ({ by, share }, channel) => {
      const no = barred(by)
      if (no !== null) return no
      const drawn = secrets
      const secret =
        by === 'code'
          ? joinSecret.code(readJoinCode(drawn.code) as string)
          : joinSecret.invitation(drawn.invitation)
      const exchange = joinExchange('hub', secret, channel)
      const keys = exchange.keys(share)
      let isJudged = false
      return {
        answer: { share: new Uint8Array(exchange.share) },
        judge: ({ tag }) => {
          const nowBarred = barred(by)
          if (nowBarred !== null) return nowBarred
          if (isJudged || drawn !== secrets) return refused('wrong-code')
          isJudged = true
          if (keys !== undefined && isSameTag(tag, keys.firstTag))
            return { tag: new Uint8Array(keys.secondTag) }
          if (by === 'code') {
            wrongCodes++
            tell()
          }
          return refused('wrong-code')
        },
      }
    },
  }
}

/**
 * Ten wrong codes in the life of one code: an attacker's chance is 10 in 2^35, three in ten thousand million. A slip of the
 * finger does not count, its check character stops it at home.
 */
export const maxWrongCodes = 10
