import { isAbsolute, resolve } from 'node:path'

/**
 * The first `.delibere` file among the arguments of a launch, as an absolute path.
 * @param workingDir folder the arguments were typed in
 */
export function delibereFileIn(args: readonly string[], workingDir: string): string | null {
  const file = args.find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.delibere'))
  if (file === undefined) return null
  return isAbsolute(file) ? file : resolve(workingDir, file)
}
