import { useCallback, useState } from 'react'
import type { HostEvent } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { useAct } from '../../bridge/useAct.ts'
import { useHostEvents } from '../../bridge/useHostEvents.ts'
import { useHoldHome } from '../../frame/holdHome.ts'

export interface Example {
  readonly open: () => void
  readonly isOpening: boolean
  /** What is being prepared, in the words of the host. */
  readonly step: string | null
  readonly refusal: Refusal | null
  /** The passphrase to show once the example is open. */
  readonly ready: string | null
  readonly enter: () => void
}

/** Opens the example and stays on the first-run screen until its passphrase has been read. */
export function useExample(): Example {
  const hold = useHoldHome()
  const { act, isActing, refusal } = useAct('file.open-example')
  const [ready, setReady] = useState<string | null>(null)
  const [step, setStep] = useState<string | null>(null)
  useHostEvents(
    useCallback((event: HostEvent) => {
      if (event.kind === 'progress') setStep(event.label)
    }, []),
  )
  const open = async () => {
    hold(true)
    const opened = await act({})
    if (opened.ok) setReady(opened.value.passphrase)
    else hold(false)
  }
  return { open: () => void open(), isOpening: isActing, step, refusal, ready, enter: () => hold(false) }
}
