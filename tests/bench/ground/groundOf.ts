import { join } from 'node:path'
import type { Ground, Sizes } from '../measure/contest.ts'
import { writeBigFile } from './writeBigFile.ts'

/** @param folder an empty folder of this run. */
export function groundOf(sizes: Sizes, folder: string): Ground {
  let bigFile: Promise<string> | undefined
  const file = (name: string) => join(folder, name)
  return {
    sizes,
    file,
    bigFile: () => {
      bigFile ??= writeBigFile(file('grand comité.delibere'), sizes)
      return bigFile
    },
  }
}
