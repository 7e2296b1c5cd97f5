import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

const profile = (folder: string): string => `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`

/**
 * One file turned into another by an office suite that starts for it, in a profile of its own that exists already: the
 * first start of a profile takes seconds that nobody meets twice. `to`: « pdf » or « docx:… ».
 */
export async function convertWithLibreOffice(
  source: Uint8Array,
  from: string,
  to: string,
  options: readonly string[] = [],
): Promise<Conversion> {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-bench-'))
  try {
    await run([profile(folder), '--headless', '--terminate_after_init'])
    const path = join(folder, `source.${from}`)
    writeFileSync(path, source)
    const start = performance.now()
    const used = await run([
      profile(folder),
      '--headless',
      ...options,
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'out'),
      path,
    ])
    const ms = performance.now() - start
    const bytes = new Uint8Array(readFileSync(join(folder, 'out', `source.${to.split(':')[0]}`)))
    return { bytes, ms, ...used }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
