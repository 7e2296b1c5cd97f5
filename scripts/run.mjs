// Runs a TypeScript file of this repository: node scripts/run.mjs <file.ts> [its arguments].
// The arguments reach the file untouched, its exit code is ours, and the folder stays the caller's.
import { join } from 'node:path'
import { ensure } from './ground/ensure.mjs'
import { rootDir } from './ground/paths.mjs'
import { runVisibly } from './ground/runVisibly.mjs'
import { layOutResources } from './resources.mjs'

await ensure()
// Fonts and the national list of territories: documents and imports need them, with or without a build.
await layOutResources()
const [file = '', ...fileArguments] = process.argv.slice(2)
// npm moves to the repository before running a script; a path typed by the person is relative to where they are.
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exit(
  await runVisibly(['--disable-warning=ExperimentalWarning', join(rootDir, file), ...fileArguments], { cwd }),
)
