import { shownFingerprint } from './shownFingerprint.ts'

/** As many as a secretary reads. */
const mostTold = 10

/**
 * In French, what a later state of a PDF shows that an earlier one did not, signatures set apart; empty when both look
 * the same. A signature keeps the bytes it was put on, and yet what is added behind them may draw something else.
 */
export async function changesSince(earlier: Uint8Array, later: Uint8Array): Promise<readonly string[]> {
  try {
    const [before, after] = [await shownFingerprint(earlier), await shownFingerprint(later)]
    const pages = before.pages.length
    const changes = [
      ...(after.pages.length === pages
        ? []
        : [`nombre de pages : ${pages} avant, ${after.pages.length} après`]),
      ...after.pages
        .slice(0, pages)
        .flatMap((page, index) => [
          ...(page === before.pages[index]
            ? []
            : [`page ${index + 1} : son contenu, ses polices ou ses images ont été changés`]),
          ...(after.notes[index] === before.notes[index]
            ? []
            : [`page ${index + 1} : une note, un tampon ou un champ a été ajouté ou changé`]),
        ]),
      ...(after.behaviour === before.behaviour
        ? []
        : ['des calques, un script ou une action d’ouverture ont été changés']),
    ]
    return changes.slice(0, mostTold)
  } catch {
    return ['ce qui a été ajouté ne se lit pas']
  }
}
