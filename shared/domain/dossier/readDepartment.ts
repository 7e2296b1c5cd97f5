import { departments } from './departments.ts'
import { foldForSearch } from './foldForSearch.ts'

export interface Department {
  readonly code: string
  readonly name: string
}

/** Null when nothing is there, when it is unknown, or when code and name disagree ([DO24]). */
export function readDepartment(text: string): Department | null {
  const folded = foldForSearch(text)
    .replace(/[().:,;/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const code = /(?:^|\s)(2[ab]|9[78]\d|\d{1,2})(?:\s|$)/.exec(folded)?.[1]
  const name = folded
    .replace(/(?:^|\s)(2[ab]|9[78]\d|\d{1,2})(?=\s|$)/, ' ')
    .replace(/^\s*(?:departement )?(?:des |du |de la |de l |de |d )?/, '')
    .trim()
  const byCode = code === undefined ? null : findByCode(code.toUpperCase().padStart(2, '0'))
  const byName = name === '' ? null : findByName(name)
  if (code !== undefined && name !== '') return byCode?.code === byName?.code ? byCode : null
  return byCode ?? byName
}

/** `56` → Morbihan. Codes are `01` to `95`, `2A`, `2B`, `971`… */
function findByCode(code: string): Department | null {
  const found = departments.find(([known]) => known === code)
  return found ? { code: found[0], name: found[1] } : null
}

function findByName(foldedName: string): Department | null {
  const found = departments.find(
    ([, name]) =>
      foldForSearch(name).replace(/^(?:la|le|les|l) /, '') === foldedName.replace(/^(?:la|le|les|l) /, ''),
  )
  return found ? { code: found[0], name: found[1] } : null
}
