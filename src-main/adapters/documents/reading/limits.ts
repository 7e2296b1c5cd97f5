/** A file of ours is a few megabytes; a stranger's must not be able to fill the memory [VF1]. */
export const largestFileBytes = 64 * 1024 * 1024
export const largestUnpackedBytes = 256 * 1024 * 1024
export const largestXmlBytes = 64 * 1024 * 1024
