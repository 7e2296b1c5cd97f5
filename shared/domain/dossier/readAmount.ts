import { type Cents, cents } from '#shared/kernel/cents.ts'
import type { AmountDoubt, AmountMeaning, AmountReading, TaxBasis } from './amountReading.ts'
import { foldForSearch } from './foldForSearch.ts'
import { readFrenchNumber } from './frenchNumber.ts'

/**
 * What an amount written by a person or a spreadsheet means: certain, or to check with the amounts it could mean
 * ([DO1] to [DO8]). Never throws, never guesses, never uses floating point on euros.
 */
export function readAmount(text: string): AmountReading {
  const tokens = tokenize(text)
  if (text.trim() === '') return toCheck(text, 'empty', [])
  const [first, second] = tokens
  if (first === undefined) return toCheck(text, 'no-figure', [])
  if (tokens.length === 1) return readSingle(text, first)
  if (tokens.length === 2 && second !== undefined) {
    const together = readGrantAndBase(text, first, second)
    if (together !== null) return together
  }
  return readSeveral(text, tokens)
}

interface Token {
  readonly candidatesCents: readonly number[]
  readonly doubt: AmountDoubt | null
  readonly taxBasis: TaxBasis | 'both' | null
  /** Folded words before and after, without currency and tax words. */
  readonly before: string
  readonly after: string
  readonly percentage: boolean
}

/** Cuts the text at its numbers; each number takes the words around it. */
function tokenize(text: string): Token[] {
  const plain = foldKeepingSigns(text)
  const matches = Array.from(plain.matchAll(/\d+(?:[ .,'’]\d+)*/g))
  return matches.map((match, index) => {
    const start = match.index
    const end = start + match[0].length
    const previous = matches[index - 1]
    const next = matches[index + 1]
    const before = plain.slice(previous ? previous.index + previous[0].length : 0, start)
    const after = plain.slice(end, next ? next.index : plain.length)
    const numeric = readFrenchNumber(match[0])
    const beforeWithoutPrevious = previous ? before.replace(leadingTax, '') : before
    return {
      ...numeric,
      taxBasis: taxBasisAfter(after),
      before: words(beforeWithoutPrevious),
      after: words(after),
      percentage: /^ ?(%|pour ?cent\b)/.test(after),
    }
  })
}

/** Unlike search folding, dashes stay: they say « minus » or « to ». */
const foldKeepingSigns = (text: string): string =>
  foldForSearch(text.replace(/[-‐‑‒–—−]/g, ' \ue000 '))
    .replace(/ ?\ue000 ?/g, ' - ')
    .trim()

const taxWords = String.raw`(?:h ?\. ?t\b\.?|ht\b\.?|hors taxes?\b|t ?\. ?t ?\. ?c\b\.?|ttc\b\.?|toutes taxes comprises\b)`
const currencyWords = String.raw`(?:€|euros?\b|eur\b)`
const leadingTax = new RegExp(String.raw`^ ?${currencyWords}?\.? ?\(?${taxWords}?\)?`)

function taxBasisAfter(after: string): Token['taxBasis'] {
  const found = Array.from(after.matchAll(new RegExp(`(?<![a-z0-9])${taxWords}`, 'g')), (match) =>
    /^h/.test(match[0]) ? 'HT' : 'TTC',
  )
  const distinct = new Set(found)
  return distinct.size === 2 ? 'both' : (found[0] ?? null)
}

/** The words that remain once currency, tax and punctuation are gone. */
const words = (text: string): string =>
  text
    .replace(new RegExp(`(?<![a-z])${taxWords}`, 'g'), ' ')
    .replace(new RegExp(currencyWords, 'g'), ' ')
    .replace(/[.,:;=()[\]«»"*/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function readSingle(raw: string, token: Token): AmountReading {
  const { taxBasis } = token
  const meanings = meaningsOf(token, taxBasis === 'both' ? null : taxBasis)
  const around = `${token.before} | ${token.after}`
  const scale = scaleOf(token.after)
  if (token.percentage) return toCheck(raw, 'percentage', [])
  if (scale !== null) return toCheck(raw, 'scaled-unit', scaled(meanings, scale))
  if (/(^| )- ?$/.test(token.before) || inParentheses.test(raw.trim()))
    return toCheck(raw, 'negative', meanings)
  if (approximation.test(around)) return toCheck(raw, 'approximate', meanings)
  if (otherCurrency.test(around)) return toCheck(raw, 'other-currency', [])
  if (token.doubt !== null) return toCheck(raw, token.doubt, meanings)
  if (taxBasis === 'both') return toCheck(raw, 'tax-basis-unclear', meanings)
  if (!knownWordsOnly(around)) return toCheck(raw, 'unknown-words', meanings)
  const [meaning] = meanings
  return meaning === undefined ? toCheck(raw, 'no-figure', []) : certain(raw, meaning)
}

/** An accountant's minus sign: « (12 000) ». */
const inParentheses = /^\([^a-z()]*\d[^a-z()]*\)\s*€?$/i

/** « 77 600 € sur dépense subventionnable de 98 000 € HT » and the reverse order; null when no words tell them apart. */
function readGrantAndBase(raw: string, first: Token, second: Token): AmountReading | null {
  const secondIsBase = baseWords.test(first.after) && !baseWords.test(first.before)
  const firstIsBase = baseWords.test(first.before) && grantWords.test(first.after)
  if (secondIsBase === firstIsBase) return null
  const [grant, base] = secondIsBase ? [first, second] : [second, first]
  const [grantCents] = grant.candidatesCents
  const [baseCents] = base.candidatesCents
  const bases = new Set([first.taxBasis, second.taxBasis].filter((basis) => basis !== null))
  const [taxBasis = null] = bases
  if (grantCents === undefined || baseCents === undefined || taxBasis === 'both') return null
  const meaning: AmountMeaning = {
    amountCents: cents(grantCents),
    taxBasis: bases.size === 1 ? taxBasis : null,
    eligibleBaseCents: cents(baseCents),
  }
  if (bases.size === 2) return toCheck(raw, 'tax-basis-unclear', [meaning])
  const allWords = `${first.before} | ${first.after} | ${second.after}`
  const doubtful =
    grant.doubt !== null ||
    base.doubt !== null ||
    grant.percentage ||
    base.percentage ||
    scaleOf(grant.after) !== null ||
    scaleOf(base.after) !== null ||
    approximation.test(allWords) ||
    otherCurrency.test(allWords) ||
    /-/.test(allWords) ||
    grantCents > baseCents ||
    !knownWordsOnly(allWords)
  return doubtful ? null : certain(raw, meaning)
}

function readSeveral(raw: string, tokens: readonly Token[]): AmountReading {
  const proposals = tokens
    .filter((token) => !token.percentage)
    .flatMap((token) => {
      const scale = scaleOf(token.after)
      const meanings = meaningsOf(token, token.taxBasis === 'both' ? null : token.taxBasis)
      return scale === null ? meanings : scaled(meanings, scale)
    })
  const [first] = tokens
  const isRange =
    tokens.length === 2 &&
    first !== undefined &&
    /^(-|a|et|jusqu a)$/.test(first.after) &&
    (first.after !== 'et' || /entre$/.test(first.before))
  return toCheck(raw, isRange ? 'range' : 'several-amounts', proposals)
}

const meaningsOf = (token: Token, taxBasis: TaxBasis | null): AmountMeaning[] =>
  token.candidatesCents.map((value) => ({ amountCents: cents(value), taxBasis, eligibleBaseCents: null }))

const baseWords = /\b(?:subventionnables?|eligibles?|assiette|base)\b/
const grantWords = /\b(?:subvention|aide|financement|demandee?s?|sollicitee?s?)\b/
const approximation =
  /(?:^|[ |])(?:environ|env|approximativement|approx|pres de|autour de|a peu pres|au moins|au plus|minimum|mini|min|maximum|maxi|max|plafond|plafonnee?|jusqu a|plus de|moins de|entre|~|≈|±|<|>|≤|≥|\+)(?=[ |]|$)|[~≈±<>≤≥?]/
const otherCurrency = /[$£¥]|\b(?:usd|gbp|chf|dollars?|francs?|frf|xpf|f)\b/

/** Words that change nothing to an amount. Any other word asks a person: « par an », « accordés en 2021 »… */
const harmless = new Set(
  (
    'montant montants demande demandee demandes sollicite sollicitee subvention aide financement somme total totale de du d ' +
    'la le l un une est soit a hauteur sur pour au titre depense depenses previsionnelle previsionnelles prevue prevues ' +
    'subventionnable subventionnables eligible eligibles assiette base france relance et dont'
  ).split(' '),
)
const knownWordsOnly = (text: string): boolean =>
  text.split(/[ |]+/).every((word) => word === '' || harmless.has(word))

/** 1 000 for k€, 1 000 000 for M€, in whole units. */
function scaleOf(after: string): number | null {
  if (/^(?:k|ke|keuros?|kilo ?euros?|milliers?|mille)\b/.test(after)) return 1_000
  if (/^(?:m|meuros?|millions?|mio)\b/.test(after)) return 1_000_000
  return /^(?:md|mds|milliards?)\b/.test(after) ? 1_000_000_000 : null
}

const scaled = (meanings: readonly AmountMeaning[], scale: number): AmountMeaning[] =>
  meanings
    .filter((meaning) => Number.isSafeInteger(meaning.amountCents * scale))
    .map((meaning) => ({ ...meaning, amountCents: cents(meaning.amountCents * scale) }))

const toCheck = (raw: string, doubt: AmountDoubt, proposals: readonly AmountMeaning[]): AmountReading => ({
  status: 'to-check',
  raw,
  doubt,
  proposals,
})

const certain = (raw: string, meaning: AmountMeaning): AmountReading => ({
  status: 'certain',
  raw,
  ...meaning,
  flags: meaning.amountCents === (0 as Cents) ? ['zero'] : [],
})
