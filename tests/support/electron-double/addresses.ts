// Chromium driven from outside knows no scheme of our own: app://delibere/x is served, by interception,
// at https://delibere.app-scheme.test/x, a secure origin like the real one.

export function toWebAddress(address: string): string {
  const match = /^([a-z][a-z0-9+-]*):\/\/([^/]+)(.*)$/.exec(address)
  if (match === null || /^https?$/.test(match[1] ?? '')) return address
  return `https://${match[2]}.${match[1]}-scheme.test${match[3] || '/'}`
}

export function fromWebAddress(address: string): string {
  return address.replace(/^https:\/\/([^/.]+)\.([a-z0-9+-]+)-scheme\.test/, '$2://$1')
}
