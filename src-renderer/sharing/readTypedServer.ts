/** What a person put where the server is asked: its address, or the whole invitation, which holds the address. */
export interface TypedServer {
  readonly origin: string
  /** Empty when only an address was typed. */
  readonly invitation: string
}

/** An invitation is a link that says more after its `#`; a mail may have cut it into lines. */
export function readTypedServer(typed: string): TypedServer {
  const compact = typed.replaceAll(/\s/g, '')
  if (!compact.includes('#') || !URL.canParse(compact)) return { origin: typed.trim(), invitation: '' }
  return { origin: new URL(compact).origin, invitation: compact }
}
