import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** False where this system gives no disk of one's own to a program. */
export const canHaveSmallDisk =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt']).status === 0

/** What to start a process within, so that this folder is, for it alone, a disk of that size. */
export const onSmallDisk = (folder: string, mebibytes: number): readonly string[] => [
  ...['unshare', '-rm', 'sh', '-c', `mount -t tmpfs -o size=${mebibytes}m tmpfs "$0" && exec "$@"`],
  folder,
]

/** Leaves no byte free on that disk. What is answered frees them again. */
export function fillDisk(pid: number, folder: string): () => void {
  const path = join(`/proc/${pid}/root`, folder, 'occupe')
  const file = openSync(path, 'w')
  for (const size of [1 << 20, 1 << 12, 1])
    for (;;) {
      try {
        if (writeSync(file, Buffer.alloc(size)) < size) break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        break
      }
    }
  closeSync(file)
  return () => rmSync(path)
}
