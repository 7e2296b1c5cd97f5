import { createHash } from 'node:crypto'
import type { Randomness } from '#shared/kernel/clock.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { newJoinCode, readJoinCode } from '../joining/joinCode.ts'

/** Who enters with a browser, without the application: one person, one code, used once, given by the secretariat. */
export interface GuestDoor {
  /** A new code for this person; the one before, and the session opened with it, are over. */
  invite(memberId: string): string
  /** Takes back code and session. */
  withdraw(memberId: string): void
  /** Refuses `network.guest-code-refused`, and `network.door-locked` after too many wrong codes. */
  enter(typed: string): Result<{ readonly memberId: string; readonly token: string }>
  /** Whose session this is; null for none. What he may see is decided by his rights as a guest, [SY3]. */
  memberOf(token: string): string | null
  leave(token: string): void
  wrongCodes(): number
  isLocked(): boolean
  /** Opens again after a lock: codes that were not used are void, sessions go on. */
  unlock(): void
}

export function guestDoor(randomness: Randomness): GuestDoor {
  /** By member. */
  const codes = new Map<string, string>()
  /** By SHA-256 of the token: what is in memory opens nothing. */
  const sessions = new Map<string, string>()
  let wrongCodes = 0

  function withdraw(memberId: string): void {
    codes.delete(memberId)
    for (const [key, member] of sessions) if (member === memberId) sessions.delete(key)
  }

  return {
    invite: (memberId) => {
      withdraw(memberId)
      const taken = new Set(codes.values())
      let shown = newJoinCode(randomness)
      while (taken.has(readJoinCode(shown) as string)) shown = newJoinCode(randomness)
      codes.set(memberId, readJoinCode(shown) as string)
      return shown
    },
    withdraw,
    enter: (typed) => {
      if (wrongCodes >= maxWrongCodes) return refuse('network.door-locked', { attempts: wrongCodes })
      const code = readJoinCode(typed)
      const found = code === undefined ? undefined : [...codes].find(([, given]) => given === code)
      if (found === undefined) {
        // A slip of the finger is not a guess: whoever guesses computes the check character.
        if (code !== undefined) wrongCodes++
        return refuse('network.guest-code-refused')
      }
      const [memberId] = found
      codes.delete(memberId)
      const token = Buffer.from(randomness.bytes(32)).toString('base64url')
      sessions.set(keyOf(token), memberId)
      return ok({ memberId, token })
    },
    memberOf: (token) => sessions.get(keyOf(token)) ?? null,
    leave: (token) => void sessions.delete(keyOf(token)),
    wrongCodes: () => wrongCodes,
    isLocked: () => wrongCodes >= maxWrongCodes,
    unlock: () => {
      codes.clear()
      wrongCodes = 0
    },
  }
}

const keyOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** With thirty codes given out: 30 × 30 chances in 2^35, one in forty million. */
const maxWrongCodes = 30
