import type { DocumentModel } from './model.ts'
import { frenchDate } from './typography.ts'

/** The two lines at the foot of every page; the page number « Page x / N » stands right of the first. */
export function footer(model: DocumentModel): { readonly act: string; readonly digest: string } {
  return {
    act: `${model.number} · établi le ${frenchDate(model.frozenAt.slice(0, 10))} · modèle ${model.template}`,
    digest: `Empreinte SHA-256 des faits\u00A0: ${model.factsDigest}`,
  }
}
