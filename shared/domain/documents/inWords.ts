/**
 * « deux mille vingt-six ». Traditional spelling: hyphens below a hundred only, « vingt » and « cent » take an s when
 * multiplied and last (and before « millions »), « mille » never does. From 0 to 999 999 999 999.
 */
export function integerInWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e12)
    throw new RangeError(`out of range: ${value}`)
  if (value === 0) return 'zéro'
  const billions = Math.floor(value / 1e9)
  const millions = Math.floor(value / 1e6) % 1000
  const thousands = Math.floor(value / 1000) % 1000
  const rest = value % 1000
  return [
    billions > 0 ? `${belowThousand(billions, true)} milliard${billions > 1 ? 's' : ''}` : '',
    millions > 0 ? `${belowThousand(millions, true)} million${millions > 1 ? 's' : ''}` : '',
    thousands > 1 ? `${belowThousand(thousands, false)} mille` : thousands === 1 ? 'mille' : '',
    rest > 0 ? belowThousand(rest, true) : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** « douze mille cinq cents euros et quatre-vingts centimes », « un million d’euros ». */
export function amountInWords(amountCents: number): string {
  const euros = Math.floor(amountCents / 100)
  const rest = amountCents % 100
  const link = euros >= 1e6 && euros % 1e6 === 0 ? ' d’' : ' '
  const unit = euros < 2 ? 'euro' : 'euros'
  const eurosText = `${integerInWords(euros)}${link}${unit}`
  if (rest === 0) return eurosText
  const restText = `${integerInWords(rest)} ${rest < 2 ? 'centime' : 'centimes'}`
  return euros === 0 ? `${restText} d’euro` : `${eurosText} et ${restText}`
}

/** `closes`: nothing, or « million », follows, so that « vingt » and « cent » may take their s. */
function belowThousand(value: number, closes: boolean): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const hundredsText =
    hundreds === 0
      ? ''
      : hundreds === 1
        ? 'cent'
        : `${units[hundreds]} cent${rest === 0 && closes ? 's' : ''}`
  return [hundredsText, rest === 0 ? '' : belowHundred(rest, closes)].filter((part) => part !== '').join(' ')
}

function belowHundred(value: number, closes: boolean): string {
  if (value < 20) return units[value] ?? ''
  const base = value >= 60 ? Math.floor(value / 20) * 20 : Math.floor(value / 10) * 10
  const rest = value - base
  const name = tens[base] ?? ''
  if (base === 80) return rest === 0 ? (closes ? 'quatre-vingts' : name) : `${name}-${units[rest]}`
  if (rest === 0) return name
  // « vingt et un », « soixante et onze ».
  return rest === 1 || rest === 11 ? `${name} et ${units[rest]}` : `${name}-${units[rest]}`
}

const units =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )

const tens: Readonly<Record<number, string>> = {
  20: 'vingt',
  30: 'trente',
  40: 'quarante',
  50: 'cinquante',
  60: 'soixante',
  80: 'quatre-vingt',
}
