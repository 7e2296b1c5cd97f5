import { fileURLToPath } from 'node:url'

/** Absolute path of the repository. */
export const rootDir = fileURLToPath(new URL('../../', import.meta.url))
