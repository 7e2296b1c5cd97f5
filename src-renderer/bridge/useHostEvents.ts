import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { HostEvent } from '#shared/contract/contract.ts'
import { ok } from '#shared/kernel/result.ts'
import { subscribe } from './bridge.ts'
import { readAgainOnce } from './readAgainOnce.ts'
import { readKey } from './useRead.ts'

/** Everything shown is read again when the host says that something was written, or that another file is open. */
export function useReadAgainOnChange(): void {
  const client = useQueryClient()
  useEffect(() => {
    const readAgain = readAgainOnce(client)
    return subscribe((event) => {
      if (event.kind === 'changed') readAgain()
      if (event.kind === 'sync-changed') {
        client.setQueryData(readKey('sync.state', {}), ok(event.state))
        void client.invalidateQueries({ predicate: followsTheOthers })
      }
      if (event.kind === 'room-changed') void client.invalidateQueries({ queryKey: ['room.state'] })
      if (event.kind === 'file') {
        // Nothing read from the previous file may stay in memory; what the frame stands on is read again in place.
        void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.state' })
        void client.invalidateQueries({ queryKey: ['app.state'] })
      }
    })
  }, [client])
}

/** What another laptop or the server changes without a writing of this file. */
const followsTheOthers = ({ queryKey: [name] }: { readonly queryKey: readonly unknown[] }): boolean =>
  name === 'room.unfinished' || (String(name).startsWith('sync.') && name !== 'sync.state')

/** Hears the host as long as the component is shown. */
export function useHostEvents(listener: (event: HostEvent) => void): void {
  useEffect(() => subscribe(listener), [listener])
}
