/**
 * The invitation that a person put where a server is asked, in one line again when a mail cut it; empty when it is only an
 * address. An invitation is a link that says more after its `#`.
 */
export function pastedInvitation(typed: string): string {
  const compact = typed.replaceAll(/\s/g, '')
  return compact.includes('#') && URL.canParse(compact) ? compact : ''
}
