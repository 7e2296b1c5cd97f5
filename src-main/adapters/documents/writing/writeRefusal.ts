import type { RefusalCode } from '#shared/kernel/refusalCodes.ts'

/** The refusal that a failure of the file system means; null when it is a bug or a broken disk, which throws. */
export function writeRefusal(errorCode: string | undefined): RefusalCode | null {
  switch (errorCode) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'EISDIR':
      return 'file.read-only'
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'file.disk-full'
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'file.missing'
    case 'EBUSY':
    case 'ETXTBSY':
      return 'file.in-use'
    default:
      return null
  }
}
