import { open } from 'node:fs/promises'

/** So that the new name survives a power cut. Windows has no such call on a folder. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
