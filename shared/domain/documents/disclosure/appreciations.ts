/** A stretch of a text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * [DX3] The sentences that judge, or may judge, a natural person: those that name somebody who is no member of the
 * instance, and those that qualify somebody by a role (« le porteur est peu rigoureux »). A human confirms each.
 */
export function appreciations(
  text: string,
  people: { readonly members: readonly string[]; readonly others: readonly string[] },
): readonly Stretch[] {
  return sentencesOf(text).filter(({ from, to }) => {
    const sentence = text.slice(from, to)
    return (
      people.others.some((name) => holdsName(sentence, name)) ||
      namesStranger(sentence, people.members) ||
      (role.test(sentence) && appraisal.test(sentence))
    )
  })
}

/** Whole words, whatever the accents of the capitals: « LE GOFF » and « Le Goff » are the same name. */
export function holdsName(text: string, name: string): boolean {
  const wanted = folded(name).trim()
  if (wanted === '') return false
  const at = ` ${folded(text)} `.indexOf(` ${wanted} `)
  return at !== -1
}

/** A civility followed by a name that no member bears: « Mme Morvan », « M. Le Bihan », « le docteur Kerjean ». */
function namesStranger(sentence: string, members: readonly string[]): boolean {
  const lastNames = members.map((name) => folded(name))
  return [...sentence.matchAll(civility)].some((match) => {
    const named = folded(match[1] ?? '').trim()
    return (
      named !== '' &&
      !lastNames.some((member) => named.split(' ').every((word) => ` ${member} `.includes(` ${word} `)))
    )
  })
}

const civility =
  /(?<![\p{L}])(?:MM?\.|Mmes?|Mlles?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Dr|[Dd]octeur|Me|[Mm]aître)[\s\u00A0]+((?:(?:de|du|des|la|le|d['’])[\s\u00A0]?)*\p{Lu}[\p{L}'’-]*(?:[\s\u00A0]+(?:(?:de|du|des|la|le|Le|La)[\s\u00A0])?\p{Lu}[\p{L}'’-]*)*)/gu

const role =
  /(?<!\p{L})(?:porteu(?:r|se)|dirigeante?|gérante?|président|présidente|trésori(?:er|ère)|directeur|directrice|responsable|chef(?:fe)?|élue?|maire|adjointe?|salariée?|bénévole|demandeu(?:r|se)|candidate?|interlocuteur|interlocutrice|personne)s?(?!\p{L})/iu

const appraisal =
  /(?<!\p{L})(?:in)?(?:compétent|capable|fiable|sérieu[xs]|expérimenté|qualifié|honnête|rigoureu[xs]|motivé|efficace|crédible|impliqué|investi|professionnel|maladroit|négligent|malhonnête|désorganisé|dépassé|malade|fragile|conflictuel|autoritaire|brillant|remarquable|médiocre|défaillant)(?:le)?(?:e)?s?(?!\p{L})/iu

/** Sentences of a text with where they stand; a line end always ends one. */
function sentencesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  // An abbreviation before a name (« M. », « Mme. ») and a number (« n. 3 ») end no sentence.
  const end =
    /(?<!(?:^|[\s(])(?:M|MM|Mme|Mmes|Mlle|Dr|Me|n|art|p|cf))[.!?…]+(?:[\s\u00A0\u202F]*»)?(?=\s|$)|\n/gu
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

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
