import { type Refusal, type Result, refuse } from '#shared/kernel/result.ts'

/** At the end of a `catch`: what the system said no to, as a refusal; anything else is a bug and is thrown on. */
export function refusedBySystem(error: unknown, path: string): Extract<Result<never>, { ok: false }> {
  const refusal = sqliteRefusal(error, path)
  if (refusal === undefined) throw error
  return { ok: false, refusal }
}

function sqliteRefusal(error: unknown, path: string): Refusal | undefined {
  const code = systemCode(error)
  if (code === undefined) return undefined
  for (const [prefixes, refusalCode] of refusalsByCode)
    if (prefixes.some((prefix) => code === prefix || code.startsWith(`${prefix}_`)))
      return refuse(refusalCode, { path }).refusal
  return undefined
}

function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const refusalsByCode = [
  [['SQLITE_FULL', 'ENOSPC', 'EDQUOT'], 'file.disk-full'],
  [['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'EROFS', 'EACCES', 'EPERM'], 'file.read-only'],
  [['SQLITE_BUSY', 'EBUSY'], 'file.in-use'],
  [['SQLITE_CORRUPT', 'SQLITE_NOTADB'], 'file.damaged'],
  [['ENOENT', 'ENOTDIR'], 'file.missing'],
  [['EEXIST'], 'file.exists'],
] as const
