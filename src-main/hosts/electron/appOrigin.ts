export const appScheme = 'app'
export const appHost = 'delibere'
/** Address of the first page. Everything outside this origin is refused. */
export const appStartUrl = `${appScheme}://${appHost}/`

/** Whether an address is one of our own pages. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost
}
