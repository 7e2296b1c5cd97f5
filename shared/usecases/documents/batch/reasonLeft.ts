import { frenchList } from '#shared/domain/documents/typography.ts'
import type { Refusal } from '#shared/kernel/result.ts'

/**
 * [BA2] Why one document could not be made, in words without a full stop: what its candidature lacks. Null for what would
 * stop any other as well (a template that cannot be read, a damaged file): the batch is refused then.
 */
export function reasonLeft({ code, details }: Refusal): string | null {
  const { items, reason } = details
  const named = frenchList(Array.isArray(items) ? items : [])
  switch (code) {
    case 'document.missing-items':
      return `il manque ${named}`
    case 'template.missing-values':
      return `le modèle demande ${named}, qui n’est pas renseigné`
    case 'document.not-for-this':
      return typeof reason === 'string' ? reason : 'ce document n’a pas lieu d’être ici'
    default:
      return null
  }
}
