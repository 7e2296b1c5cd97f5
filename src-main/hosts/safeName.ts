/** The last part of a name that a screen sends, without what a file system refuses or reads as a path. */
export function safeName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? ''
  const cleaned = last
    .replace(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-120)
  return cleaned === '' ? 'fichier' : cleaned
}
