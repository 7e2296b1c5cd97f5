/** The last part of a path, whatever the system. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path
