import { spawn } from 'node:child_process'

/** Opens an address in the browser of the desktop, when there is a desktop. Never fails: the address is also printed. */
export function showInBrowser(
  address: string,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): void {
  const opener = openerFor(environment, platform)
  if (opener === null) return
  const [command, ...args] = opener
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

function openerFor(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): [string, ...string[]] | null {
  if (environment.DELIBERE_NO_BROWSER === '1') return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  const hasDesktop = Boolean(environment.DISPLAY ?? environment.WAYLAND_DISPLAY)
  return hasDesktop ? ['xdg-open'] : null
}
