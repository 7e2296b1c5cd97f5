import { fileURLToPath } from 'node:url'

/** Absolute path of the repository, whatever folder the command was typed in. */
export const rootDir = fileURLToPath(new URL('../../', import.meta.url))
