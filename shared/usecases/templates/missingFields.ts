import type { TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import { type MandatoryField, mandatoryFields } from './mandatoryFields.ts'
import type { TemplateTarget } from './templateTarget.ts'

/** [TM5] A problem for each thing that is owed and that neither `{@corps}` nor a field of the template prints. */
export function missingFields(
  target: TemplateTarget,
  printed: readonly string[],
): readonly TemplateProblem[] {
  if (printed.includes('@corps')) return []
  return mandatoryFields(target)
    .filter(({ anyOf }) => !anyOf.some((name) => printed.includes(name.replace(/^#/u, ''))))
    .map((missing) => ({ sentence: inWords(missing), place: '' }))
}

/** « Ce modèle n’imprime pas les voies de recours ({#recours}) : la loi le demande (CJA R421-5). » */
function inWords({ anyOf: [advised = ''], what, source }: MandatoryField): string {
  const owed = source === '' ? 'ce document ne peut pas s’en passer' : `la loi le demande (${source})`
  return `Ce modèle n’imprime pas ${what} ({${advised}}) : ${owed}.`
}
