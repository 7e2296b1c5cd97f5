import { useState } from 'react'
import type { ServerLook } from '#shared/contract/syncAnswers.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../bridge/useAct.ts'
import { pastedInvitation } from './pastedInvitation.ts'
import { typedAddress } from './typedAddress.ts'

/** Who answers at an address, before anything is given to it. */
export interface Looking {
  readonly server: ServerLook | null
  /** When it was pasted instead of an address; else empty. */
  readonly invitation: string
  readonly look: (typed: string) => void
  readonly isLooking: boolean
  readonly refusal: Refusal | null
  /** Another address is wanted. */
  readonly forget: () => void
}

export function useServerLook(): Looking {
  const { act, isActing, refusal, forget } = useAct('sync.look-at-server')
  const [found, setFound] = useState<{ server: ServerLook; invitation: string } | null>(null)
  const look = async (typed: string) => {
    const invitation = pastedInvitation(typed)
    // The invitation says also by which key its server is known.
    const seen = await act({ origin: invitation === '' ? typedAddress(typed) : invitation })
    setFound(seen.ok ? { server: seen.value, invitation } : null)
  }
  return {
    server: found?.server ?? null,
    invitation: found?.invitation ?? '',
    look: (typed) => void look(typed),
    isLooking: isActing,
    refusal,
    forget: () => {
      setFound(null)
      forget()
    },
  }
}
