import type { HostEvent } from '#shared/contract/contract.ts'

/** What the shell of a host tells its page by itself, on the same channel as the events of the dispatcher. */
export type ShellEvent = Extract<HostEvent, { kind: 'open-requested' | 'menu' }>
