import { createRequire } from 'node:module'
import type { loadOlder, OlderProgram } from './loadOlder.ts'

/** Loaded by Node itself, once for a process: who runs the tests transforms and keeps what he loads in his own way. */
export function olderProgram(): Promise<OlderProgram> {
  const required = createRequire(import.meta.url)('./loadOlder.ts') as {
    readonly loadOlder: typeof loadOlder
  }
  return required.loadOlder()
}
