import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { watchProcesses } from '../measure/watchProcesses.ts'

export interface Conversion {
  readonly bytes: Uint8Array
  readonly ms: number
  /** Of every process that LibreOffice started; NaN where the system does not tell (elsewhere than Linux). */
  readonly cpuMs: number
  readonly peakMb: number
}

/**
 * One file turned into another by an office suite that starts for it. Its profile is in `folder`, made before the clock
 * starts: the first start of a profile takes seconds that nobody meets twice. `to`: « pdf » or « docx:… ».
 */
export async function convertWithLibreOffice(
  folder: string,
  source: { readonly bytes: Uint8Array; readonly extension: string },
  to: string,
  options: readonly string[] = [],
): Promise<Conversion> {
  const profileFolder = join(folder, 'office-profile')
  const profile = `-env:UserInstallation=${pathToFileURL(profileFolder)}`
  if (!existsSync(profileFolder)) await run([profile, '--headless', '--terminate_after_init'])
  const path = join(folder, `office-source.${source.extension}`)
  writeFileSync(path, source.bytes)
  const start = performance.now()
  const used = await run([profile, '--headless', ...options, '--convert-to', to, '--outdir', folder, path])
  const ms = performance.now() - start
  const bytes = new Uint8Array(readFileSync(join(folder, `office-source.${to.split(':')[0]}`)))
  return { bytes, ms, ...used }
}

async function run(args: readonly string[]): Promise<Pick<Conversion, 'cpuMs' | 'peakMb'>> {
  const office = spawn('soffice', [...args], { stdio: 'ignore' })
  const watch = watchProcesses(office.pid ?? 0)
  const code = await new Promise<number | null>((resolve, reject) => {
    office.once('error', reject)
    office.once('exit', resolve)
  })
  const used = watch.stop()
  if (code !== 0) throw new Error(`soffice ended with ${code}`)
  return used
}
