import type { QueryClient } from '@tanstack/react-query'
import { oneAtATime } from './oneAtATime.ts'

/** A dry run reads a source, not the file: reading it again at each write would only cost time. */
const dependsOnFile = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  queryKey[0] !== 'import.preview'

/**
 * How to read again everything that is shown. Ten marks keyed while one reading is under way are followed by one more of it,
 * not by ten; a slow reading (the best total) holds back no other.
 */
export function readAgainOnce(client: QueryClient): () => void {
  const readings = new Map<string, () => void>()
  return () => {
    void client.invalidateQueries({ predicate: dependsOnFile, refetchType: 'none' })
    for (const { queryKey, queryHash } of client
      .getQueryCache()
      .findAll({ type: 'active', predicate: dependsOnFile })) {
      const known = readings.get(queryHash)
      const again =
        known ?? oneAtATime(() => client.refetchQueries({ queryKey, exact: true, type: 'active' }))
      if (known === undefined) readings.set(queryHash, again)
      again()
    }
  }
}
