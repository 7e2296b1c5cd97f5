/** U+00A0, before : % € and inside guillemets. */
export const noBreakSpace = '\u00A0'
/** U+202F, before ; ! ? and between thousands. */
export const narrowNoBreakSpace = '\u202F'

/**
 * Puts the spaces and the apostrophe of French typography into a text somebody typed [TY1]. Spaces that are there
 * become no-break; none is added where there is none, so that « 18:05 » and addresses of sites stay as they are.
 */
export function typographic(text: string): string {
  // Every word of every document comes here, and most have nothing to put right: what a rule is about is looked for first.
  const marked = punctuation.test(text) ? withPunctuation(text) : text
  const numbered = digit.test(marked) ? withNumbers(marked) : marked
  return numbered.replace(afterAbbreviation, noBreakSpace)
}

const punctuation = /['\u02BC;!?:%€«»]/u
const digit = /\d/u

const withPunctuation = (text: string): string =>
  text
    .replace(/(?<=\p{L})['\u02BC](?=\p{L})/gu, '’')
    .replace(/[ \u00A0\u202F]+(?=[;!?])/gu, narrowNoBreakSpace)
    .replace(/[ \u00A0\u202F]+(?=[:%€»])/gu, noBreakSpace)
    .replace(/«[ \u00A0\u202F]*/gu, `«${noBreakSpace}`)
    .replace(/(?<=[^\s«])»/gu, `${noBreakSpace}»`)

const withNumbers = (text: string): string =>
  text
    .replace(/(?<=\d) (?=\d{3}(?:\D|$))/gu, narrowNoBreakSpace)
    .replace(dayBeforeMonth, noBreakSpace)
    .replace(/(?<=\d) (?=(?:h|min|km|m²|hab\.|M€|k€)(?:\P{L}|$))/gu, noBreakSpace)

/** « 1er mars 2024 » from an ISO date. A text that is no ISO date is given back unchanged. */
export function frenchDate(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate)
  const month = months[Number(match?.[2]) - 1]
  if (match === null || month === undefined) return isoDate
  const day = Number(match[3])
  return `${day === 1 ? '1er' : day}${noBreakSpace}${month} ${match[1]}`
}

/** « mardi 18 février 2026 ». */
export function frenchDateWithWeekday(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate)
  if (match === null) return isoDate
  const weekday = weekdays[dayOfWeek(Number(match[1]), Number(match[2]), Number(match[3]))] ?? ''
  return `${weekday} ${frenchDate(isoDate)}`
}

/** « 18 h 05 » and « 9 h » from "18:05" and "09:00". */
export function frenchHour(time: string): string {
  const match = /^(\d{1,2}):(\d{2})/.exec(time)
  if (match === null) return time
  const minutes = match[2] === '00' ? '' : `${noBreakSpace}${match[2]}`
  return `${Number(match[1])}${noBreakSpace}h${minutes}`
}

/** « 47 291,00 € » from integer cents; a minus sign U+2212 before a negative amount. */
export function frenchAmount(amountCents: number): string {
  const absolute = Math.abs(amountCents)
  const euros = groupThousands(String(Math.floor(absolute / 100)))
  const rest = String(absolute % 100).padStart(2, '0')
  return `${amountCents < 0 ? '−' : ''}${euros},${rest}${noBreakSpace}€`
}

/** « 1 234 ». */
export const frenchInteger = (value: number): string =>
  `${value < 0 ? '−' : ''}${groupThousands(String(Math.abs(value)))}`

/** « 74,00 % » from hundredths of a percent. */
export function frenchPercent(basisPoints: number): string {
  const absolute = Math.abs(basisPoints)
  const rest = String(absolute % 100).padStart(2, '0')
  return `${basisPoints < 0 ? '−' : ''}${groupThousands(String(Math.floor(absolute / 100)))},${rest}${noBreakSpace}%`
}

/** « 74,00 » from "74.00". */
export const frenchDecimal = (text: string): string => text.replace('.', ',')

/** « 1er », « 2e ». */
export const frenchOrdinal = (rank: number): string => (rank === 1 ? '1er' : `${frenchInteger(rank)}e`)

/** « Anne, Bruno et Chloé ». */
export function frenchList(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} et ${names.at(-1) ?? ''}`
}

/** « de Paul », « d’Anne », « d’Élie ». An aspirated h cannot be told from a name: h never elides. */
export const ofName = (name: string): string =>
  /^[aàâeéèêëiîïoôuùûyœæ]/iu.test(name) ? `d’${name}` : `de ${name}`

/** « 1 présent », « 2 présents »: in French the plural begins at two. */
export const counted = (count: number, singular: string, plural: string): string =>
  `${frenchInteger(count)}${noBreakSpace}${Math.abs(count) < 2 ? singular : plural}`

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, narrowNoBreakSpace)
}

/** 0 is Sunday. Zeller's congruence for the Gregorian calendar: no time zone can move the day. */
function dayOfWeek(year: number, month: number, day: number): number {
  const shiftedMonth = month < 3 ? month + 12 : month
  const shiftedYear = month < 3 ? year - 1 : year
  const century = Math.floor(shiftedYear / 100)
  const h =
    (day +
      Math.floor((13 * (shiftedMonth + 1)) / 5) +
      (shiftedYear % 100) +
      Math.floor((shiftedYear % 100) / 4) +
      Math.floor(century / 4) +
      5 * century) %
    7
  return (h + 6) % 7
}

const dayBeforeMonth =
  /(?<=(?:^|\D)(?:\d{1,2}|1er)) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\P{L}|$))/gu
const afterAbbreviation = /(?<=\b(?:n°|art\.|p\.|M\.|Mme|MM\.|Mmes)) (?=\S)/gu
const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
