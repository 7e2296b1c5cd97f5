import type { HostEvent, InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Result } from '#shared/kernel/result.ts'

/**
 * The one door of the screens to their host. In Electron the preload puts it on the window, in the browser host
 * `/bridge.js` does; nothing else of the host is reachable.
 */
export interface Bridge {
  readonly kind: 'electron' | 'browser'
  /** Answers a `Result`; rejects only on a bug, with the sentence of the incident. */
  call(procedure: string, input: unknown): Promise<unknown>
  /** @returns how to stop listening */
  subscribe(listener: (event: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly delibereBridge?: Bridge
  }
}

export const call = <N extends ProcedureName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> =>
  bridge().call(name, input) as Promise<Result<OutputOf<N>>>

export const subscribe = (listener: (event: HostEvent) => void): (() => void) =>
  bridge().subscribe((event) => {
    if (typeof event === 'object' && event !== null) listener(event as HostEvent)
  })

function bridge(): Bridge {
  if (window.delibereBridge === undefined) throw new Error('Aucun hôte ne répond à cette page.')
  return window.delibereBridge
}
