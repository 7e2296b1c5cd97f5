import { createRequire } from 'node:module'
import type { laptop } from '../nodes/laptop.ts'
import type { wireLaptop } from '../wire/wireLaptop.ts'

/** The laptops of the program as it was before it knew {@link newKinds}, beside those of the one on disk. */
export interface OlderProgram {
  readonly laptop: typeof laptop
  readonly wireLaptop: typeof wireLaptop
}

/** Loaded by Node itself, once for a process: who runs the tests transforms and keeps what he loads in his own way. */
export function olderProgram(): Promise<OlderProgram> {
  const { loadOlder } = createRequire(import.meta.url)('./loadOlder.ts') as typeof import('./loadOlder.ts')
  return loadOlder()
}
