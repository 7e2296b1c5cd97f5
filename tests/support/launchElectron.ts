import { _electron } from 'playwright'
import type { LaunchedApp } from './launchApp.ts'
import { rootDir } from './rootDir.ts'

/** Starts the built application on a real Electron. */
export async function launchElectron(
  executablePath: string,
  { args, env }: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> },
): Promise<Omit<LaunchedApp, 'userDataDir'>> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath,
    args: [...asRoot, rootDir, ...args],
    env: { ...definedOnly(process.env), ...env },
  })
  return {
    kind: 'electron',
    page: await app.firstWindow(),
    // The same functions run on both; Playwright gives them Electron's module, the double its own.
    evaluate: app.evaluate.bind(app) as unknown as LaunchedApp['evaluate'],
    close: () => app.close(),
    async kill() {
      const child = app.process()
      const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGKILL')
      await exited
    },
  }
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
