/** « envoi.delibere-cle », whatever the system writes paths with. */
export const nameOfPath = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
