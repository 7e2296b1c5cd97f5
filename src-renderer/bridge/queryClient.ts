import { QueryClient } from '@tanstack/react-query'

/**
 * `networkMode: 'always'`: the library would otherwise pause every read on a machine without a network, which is how this
 * product is used. Nothing goes stale by itself: the host says when something was written.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        throwOnError: true,
      },
    },
  })
