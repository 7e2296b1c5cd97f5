import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/** Never over something that is there: « comité.delibere », « comité (2).delibere »… */
export function freePath(wanted: string): string {
  const extension = extname(wanted)
  const stem = basename(wanted, extension)
  let path = wanted
  for (let copy = 2; existsSync(path); copy += 1)
    path = join(dirname(wanted), `${stem} (${copy})${extension}`)
  return path
}
