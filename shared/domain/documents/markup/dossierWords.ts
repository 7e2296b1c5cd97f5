/** Who asks, by number of candidature. */
export type DossierNames = ReadonlyMap<number, string>

/**
 * « dossier n° 12 (Mairie de Melrand) », with a capital where a sentence begins. A number that nobody bears stays as it
 * was typed, so that it is seen.
 */
export function dossierWords(number: number, names: DossierNames, before: string): string {
  const name = names.get(number)
  if (name === undefined) return `[[${number}]]`
  const noun = /(?:^|[.!?…])$/u.test(before.trim()) ? 'Dossier' : 'dossier'
  return `${noun} n° ${number} (${name})`
}
