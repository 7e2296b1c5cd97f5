import type { Issuer } from '../../issuer/issuer.ts'
import { courtOfDepartment } from './administrativeCourts.ts'

/**
 * [LE6] The court named in the appeal paragraph: the one of the issuer as soon as it is keyed, else the one of the
 * département of its address (CJA R312-1). Both texts are empty when nothing says it: the letter then asks for it.
 */
export function courtOf({ court, address }: Omit<Issuer, 'id'>, date: string): Issuer['court'] {
  if (court.name.trim() !== '') return court
  const code = departmentOfAddress(address)
  const known = code === null ? null : courtOfDepartment(code, date)
  return known === null ? court : { name: known.name, address: known.address }
}

/** From the last postal code of an address: « 35044 Rennes Cedex » → 35. Null when it bears none. */
export function departmentOfAddress(address: string): string | null {
  const postalCode = [...address.matchAll(/(?<!\d)\d{5}(?!\d)/gu)].at(-1)?.[0]
  if (postalCode === undefined) return null
  if (/^9[78]/u.test(postalCode)) return overseasOf(postalCode)
  if (postalCode.startsWith('20')) return postalCode < '20200' ? '2A' : '2B'
  return postalCode.slice(0, 2)
}

/** Saint-Barthélemy and Saint-Martin keep postal codes of Guadeloupe. */
const overseasOf = (postalCode: string): string =>
  ({ '97133': '977', '97150': '978' })[postalCode] ?? postalCode.slice(0, 3)
