import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { UseCaseContext } from '../ports.ts'
import { setOthersAside } from './setOthersAside.ts'

/**
 * [TM3] From now on documents of its kind are made with this version of the template, or, with null, with the template of
 * the program. What left stays as it left. Refusal: `template.missing` for a template or a version that does not exist.
 */
export function useTemplate(
  context: UseCaseContext,
  { templateId, version }: { readonly templateId: string; readonly version: number | null },
): Result<null> {
  const template = context.file.load('template', templateId)?.state
  if (template === undefined) return refuse('template.missing')
  const { name, versions, inUse } = template
  if (version !== null && !versions.some((each) => each.version === version))
    return refuse('template.missing')
  if (version === inUse) return ok(null)
  const label =
    version === null ? `Modèle du programme au lieu de « ${name} »` : `Modèle « ${name} », version ${version}`
  return context.file.transact({ actor: context.actor, label, undoable: true }, (transaction) => {
    const aside = version === null ? ok(null) : setOthersAside(transaction, template)
    return aside.ok
      ? transaction.emit('template.use@1', entityOf('template', templateId), { version })
      : aside
  })
}
