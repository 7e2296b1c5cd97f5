import type { Block, DocumentModel } from '#shared/domain/documents/model.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Decode, utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { DocumentIssue, IssuedContent } from '#shared/operations/documentIssue.ts'
import type { OperationData } from '#shared/operations/operation.ts'
import type { Reader, Transaction } from '../ports.ts'

/**
 * Keeps it: the same content, the same blob, however often it leaves; and the logo of three hundred letters once, in a
 * blob of its own. Answers what the paper cites.
 */
export function keepIssuedContent(
  transaction: Pick<Transaction, 'putBlob'>,
  content: IssuedContent,
): Required<Pick<OperationData['document.issue@2'], 'contentDigest' | 'pictureDigests'>> {
  const pictures = new Set<string>()
  const apart = withPictures(content, (base64) => {
    const digest = transaction.putBlob(utf8Encode(base64))
    pictures.add(digest)
    return apartPrefix + digest
  })
  const contentDigest = transaction.putBlob(utf8Encode(canonicalJson(apart as unknown as Json)))
  return { contentDigest, pictureDigests: [...pictures] }
}

/** What a document that left was drawn from. Refusals: `document.not-kept`, `file.damaged`. */
export function issuedContent(
  reader: Reader,
  { contentDigest }: Pick<DocumentIssue, 'contentDigest'>,
): Result<IssuedContent> {
  if (contentDigest === null) return refuse('document.not-kept')
  const content = parsed(textOf(reader, contentDigest))
  if (content === null) return refuse('file.damaged', { where: 'contenu d’un document produit' })
  // A picture that is gone is drawn as one that cannot be read: the words of the document stay.
  return ok(
    withPictures(content, (base64) =>
      base64.startsWith(apartPrefix) ? (textOf(reader, base64.slice(apartPrefix.length)) ?? '') : base64,
    ),
  )
}

/** No base64 holds a colon. */
const apartPrefix = 'blob:'

const textOf = (reader: Reader, digest: string): string | undefined => {
  const bytes = reader.blob(digest)
  return bytes === null ? undefined : utf8Decode(bytes)
}

function withPictures(content: IssuedContent, change: (base64: string) => string): IssuedContent {
  const changed = (model: DocumentModel): DocumentModel => ({
    ...model,
    blocks: model.blocks.map(
      (block): Block => (block.type === 'image' ? { ...block, base64: change(block.base64) } : block),
    ),
  })
  const { model, merged } = content
  return {
    ...content,
    model: changed(model),
    merged: merged && { ...merged, body: changed(merged.body) },
  }
}

function parsed(text: string | undefined): IssuedContent | null {
  try {
    const content = JSON.parse(text ?? '') as IssuedContent
    return content.format === 1 ? content : null
  } catch {
    return null
  }
}
