import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import type { DocumentPress, UseCaseContext } from '../ports.ts'

/**
 * Writes a file that came back, as it came. Refusals: `entity.missing`, `file.damaged`, those of `DocumentPress.write`.
 */
export async function takeOutReturned(
  { file }: Pick<UseCaseContext, 'file'>,
  press: DocumentPress,
  input: { readonly issueId: string; readonly sha256: string; readonly path: string },
): Promise<Result<{ path: string }>> {
  const issue = loadOrRefuse(file, 'document', input.issueId)
  if (!issue.ok) return issue
  if (!issue.value.returned.some(({ sha256 }) => sha256 === input.sha256)) return refuse('entity.missing')
  const bytes = file.blob(input.sha256)
  if (bytes === null) return refuse('file.damaged', { where: 'fichier revenu' })
  const written = await press.write(input.path, bytes)
  return written.ok ? ok({ path: input.path }) : written
}
