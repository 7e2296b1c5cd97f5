import type { Verification } from '#shared/domain/documents/verification.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { UseCaseContext } from '../ports.ts'
import { examineFile, type ProofTools } from './proof/examineFile.ts'
import { verdictOf } from './proof/verdictOf.ts'

/**
 * Whether a file is what this committee's file says (P8): « conforme » when its bytes are those of an export, were so before
 * it was signed, or when another program made it with the same text; « modifié » when it names one of our documents and
 * differs, or when a signature of it does not hold; else « inconnu ». Refusals: those of `DocumentPress.read`.
 */
export async function verifyDocument(
  context: UseCaseContext,
  tools: ProofTools,
  input: { readonly path: string },
): Promise<Result<Verification>> {
  const read = await tools.press.read(input.path)
  if (!read.ok) return read
  const examination = await examineFile(context, tools, read.value)
  return ok(verdictOf(context.file, examination, input.path))
}
