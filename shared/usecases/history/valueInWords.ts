/** A stored value as a reader of a history understands it: money in euros, lists joined, nothing as « — ». */
export function valueInWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'number' && field.endsWith('Cents')) return euros(value)
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return words[value] ?? value
  if (Array.isArray(value)) return value.map((item) => valueInWords('', item)).join(', ') || '—'
  if (field === 'marks') return marksInWords(value as Readonly<Record<string, StoredMark>>)
  const named = value as { readonly name?: unknown }
  return typeof named.name === 'string' ? named.name : JSON.stringify(value)
}

type StoredMark = { readonly kind: string; readonly hundredths?: number }

const marksInWords = (marks: Readonly<Record<string, StoredMark>>): string =>
  Object.entries(marks)
    .map(([code, mark]) => `${code} ${mark.kind === 'value' ? (mark.hundredths ?? 0) / 100 : 'sans objet'}`)
    .join(', ') || '—'

const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100)

const words: Readonly<Record<string, string>> = {
  draft: 'brouillon',
  filed: 'déposée',
  submitted: 'déposée',
  withdrawn: 'retirée',
  inadmissible: 'irrecevable',
  effective: 'effectif',
  lifted: 'levé',
  planned: 'prévue',
  open: 'ouverte',
  closed: 'close',
  amount: 'montant',
  'amount-zero': 'montant nul',
  territory: 'territoire',
  duplicate: 'doublon',
  department: 'département',
  siret: 'SIRET',
  applicant: 'demandeur',
  'contact-removed': 'coordonnée retirée',
}
