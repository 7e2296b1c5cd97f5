import type { HostEvent as ContractEvent } from '#shared/contract/contract.ts'

/** What the shell of a host tells its page, on the same channel as the events of the dispatcher. */
export type ShellEvent =
  | Extract<ContractEvent, { kind: 'open-requested' }>
  /** An entry of the application menu that a screen carries out. */
  | { readonly kind: 'menu'; readonly command: MenuCommand }

export type MenuCommand = 'file.new' | 'file.open' | 'file.lock' | 'edit.undo' | 'edit.redo' | 'help.guide'
