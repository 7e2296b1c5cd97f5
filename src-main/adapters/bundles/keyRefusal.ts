import { type Result, refuse } from '#shared/kernel/result.ts'
import { writeRefusal } from '../documents/writing/writeRefusal.ts'

/**
 * At the end of a `catch` on a USB key: what the system says no to, as a refusal; a bug is thrown on. A key that is
 * pulled out fails in ways of its own: `bundle.cut` while it is read, `file.missing` while it is written.
 */
export function keyRefusal(
  error: unknown,
  path: string,
  doing: 'reading' | 'writing',
): Extract<Result<never>, { ok: false }> {
  const { code } = error as NodeJS.ErrnoException
  if (code !== undefined && pulledOut.includes(code))
    return refuse(doing === 'reading' ? 'bundle.cut' : 'file.missing', { path })
  const refusal = writeRefusal(code)
  if (refusal === null) throw error
  return refuse(refusal, { path })
}

const pulledOut = ['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'ENOTCONN', 'UNKNOWN']
