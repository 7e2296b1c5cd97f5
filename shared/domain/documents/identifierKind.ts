/** What an identifier is, by its shape: « SIRET », « SIREN », « RNA »; empty without identifier. */
export function identifierKind(identifier: string): string {
  const plain = identifier.replaceAll(/\s/gu, '')
  if (plain === '') return ''
  if (/^\d{14}$/u.test(plain)) return 'SIRET'
  if (/^\d{9}$/u.test(plain)) return 'SIREN'
  return /^W[\dA-Z]{9}$/iu.test(plain) ? 'RNA' : 'Identifiant'
}
