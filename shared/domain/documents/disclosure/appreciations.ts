import { foldedName } from './foldedName.ts'
import { namesStranger } from './namesStranger.ts'
import { qualifiesRole } from './qualifiesRole.ts'
import type { Stretch } from './stretch.ts'

/**
 * [DX3] The sentences that judge, or may judge, a natural person: those that name somebody who is no member of the
 * instance, be it by the last name alone, and those that qualify somebody by a role (« le porteur est peu rigoureux »,
 * « la présidente boit »). A human confirms each.
 */
export function appreciations(
  text: string,
  people: { readonly members: readonly string[]; readonly others: readonly string[] },
): readonly Stretch[] {
  const lastNames = people.others
    .map(lastNameOf)
    .filter((name) => name !== '' && !people.members.some((member) => holdsName(member, name)))
  return sentencesOf(text).filter(({ from, to }) => {
    const sentence = text.slice(from, to)
    return (
      people.others.some((name) => holdsName(sentence, name)) ||
      lastNames.some((name) => holdsLastName(sentence, name)) ||
      namesStranger(sentence, people.members) ||
      qualifiesRole(sentence)
    )
  })
}

/** Whole words, whatever the accents of the capitals: « LE GOFF » and « Le Goff » are the same name. */
export function holdsName(text: string, name: string): boolean {
  const wanted = foldedName(name).trim()
  if (wanted === '') return false
  const at = ` ${foldedName(text)} `.indexOf(` ${wanted} `)
  return at !== -1
}

/** « Hélène Morvan » is called « Morvan », « Yves Le Bihan » « Le Bihan »; a name of one word has no other. */
const lastNameOf = (name: string): string => name.trim().split(/\s+/u).slice(1).join(' ')

/** With its capital: « Petit » is a name, « petit » is none. */
function holdsLastName(sentence: string, name: string): boolean {
  const wanted = foldedName(name).trim().split(' ')
  const words = sentence.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.some((_, start) =>
    wanted.every((word, index) => {
      const said = words[start + index] ?? ''
      const isLast = index === wanted.length - 1
      return foldedName(said) === word && (!isLast || /^\p{Lu}/u.test(said))
    }),
  )
}

/** Sentences of a text with where they stand; a line end always ends one. */
function sentencesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  // An abbreviation before a name (« M. », « Mme. ») and a number (« n. 3 ») end no sentence.
  const end =
    /(?<!(?:^|[\s(])(?:M|MM|Mr|Mme|MME|Mmes|MMES|Mlle|MLLE|Dr|DR|Me|n|art|p|cf))[.!?…]+(?:[\s\u00A0\u202F]*»)?(?=\s|$)|\n/gu
  let from = 0
  for (const match of text.matchAll(end)) {
    const to = match.index + (match[0] === '\n' ? 0 : match[0].length)
    stretches.push({ from, to })
    from = match.index + match[0].length
  }
  stretches.push({ from, to: text.length })
  return stretches.map((stretch) => trimmed(text, stretch)).filter((stretch) => stretch.to > stretch.from)
}

function trimmed(text: string, { from, to }: Stretch): Stretch {
  const inside = text.slice(from, to)
  return {
    from: from + (inside.length - inside.trimStart().length),
    to: to - (inside.length - inside.trimEnd().length),
  }
}
