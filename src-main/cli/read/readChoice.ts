import { InvalidArgumentError } from 'commander'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'

/**
 * Reads one of a closed list of words. The French word and the permanent code are both accepted, without regard to
 * accents or case.
 * @param words code → French words; the first one is shown in sentences.
 */
export function choiceOf<Code extends string>(
  words: Readonly<Record<Code, readonly [string, ...string[]]>>,
): (text: string) => Code {
  const codes = Object.keys(words) as Code[]
  return (text) => {
    const wanted = foldForSearch(text)
    const found = codes.find((code) => [code, ...words[code]].some((word) => foldForSearch(word) === wanted))
    if (found !== undefined) return found
    const shown = codes.map((code) => words[code][0]).join(', ')
    throw new InvalidArgumentError(`Valeurs possibles : ${shown}.`)
  }
}
