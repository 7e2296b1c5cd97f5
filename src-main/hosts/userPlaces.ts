import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where this person's things lie outside Electron, by the custom of each system. `DELIBERE_USER_DATA`
 * and `DELIBERE_FILES` move them (tests, shared computers).
 * @param environment `process.env`
 */
export function userPlaces(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): { readonly userDataDir: string; readonly filesDir: string } {
  return {
    userDataDir: environment.DELIBERE_USER_DATA ?? join(settingsDir(environment, platform), 'delibere'),
    filesDir: environment.DELIBERE_FILES ?? join(homedir(), 'Délibéré'),
  }
}

function settingsDir(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return environment.XDG_CONFIG_HOME ?? join(homedir(), '.config')
}
