import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { CommittedOperation } from '../commit.ts'
import { isHexDigest } from './hexDigest.ts'

/**
 * The digests that one operation cites, each once: every text of its data that has the form of one. Read from the
 * form rather than kind by kind, so that an operation of a later program still lets its attachments travel (SY26).
 */
export function blobsCitedBy({ d }: Pick<CommittedOperation, 'd'>): readonly string[] {
  const cited = new Set<string>()
  collect(d, cited)
  return [...cited]
}

function collect(value: Json | undefined, cited: Set<string>): void {
  if (isHexDigest(value)) cited.add(value)
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value as Record<string, Json | undefined>)) collect(member, cited)
}
