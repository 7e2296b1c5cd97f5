import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'

/** The fields whose name or meaning holds what is sought, accents and capitals aside; a list stays with those it holds. */
export function matchingFields(
  fields: readonly FieldDefinition[],
  sought: string,
): readonly FieldDefinition[] {
  const wanted = foldForSearch(sought)
  if (wanted.trim() === '') return fields
  return fields.flatMap((field) => {
    const of = matchingFields(field.of ?? [], sought)
    const matches = foldForSearch(`${field.name} ${field.meaning}`).includes(wanted)
    if (matches) return [field]
    return of.length > 0 ? [{ ...field, of }] : []
  })
}
