import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Decode, utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { DocumentIssue, IssuedContent } from '#shared/operations/documentIssue.ts'
import type { Reader } from '../ports.ts'

/** The bytes that are kept of it: the same content, the same blob, however often it leaves. */
export const issuedContentBytes = (content: IssuedContent): Uint8Array =>
  utf8Encode(canonicalJson(content as unknown as Json))

/** What a document that left was drawn from. Refusals: `document.not-kept`, `file.damaged`. */
export function issuedContent(
  reader: Reader,
  { contentDigest }: Pick<DocumentIssue, 'contentDigest'>,
): Result<IssuedContent> {
  if (contentDigest === null) return refuse('document.not-kept')
  const bytes = reader.blob(contentDigest)
  const content = parsed(bytes === null ? undefined : utf8Decode(bytes))
  return content === null ? refuse('file.damaged', { where: 'contenu d’un document produit' }) : ok(content)
}

function parsed(text: string | undefined): IssuedContent | null {
  try {
    const content = JSON.parse(text ?? '') as IssuedContent
    return content.format === 1 ? content : null
  } catch {
    return null
  }
}
