/**
 * Whether a failure says that the database cannot be reached for now: its network, a connection that it ended, SQLSTATE classes
 * 08 (connection), 53 (no room), 57P (stopping, starting). It comes back by itself; what was asked may be asked again.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // A driver that lost its connection says so in words only.
  if (/^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)) return true
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.some(isDatabaseAway)
  const code = 'code' in error ? String(error.code) : ''
  if (/^(08|53|57P)/.test(code)) return true
  return 'syscall' in error &&
    (error.syscall === 'connect' || error.syscall === 'read' || error.syscall === 'write')
    ? /^(ECONN|ENOTFOUND|ENOENT|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE)/.test(code)
    : false
}
