import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { CommittedOperation } from '../commit.ts'
import { isAggregateKind } from '../judge/isEntityOf.ts'
import { isHexDigest } from './hexDigest.ts'

/**
 * [BL13] The digests that one operation, or one aggregate, cites, each once. Of what this program knows only papers and
 * closings cite any: text that somebody typed cites nothing, or whoever knows a digest would have its bytes. Of an
 * aggregate of a later program every text that has the form of one does (SY26).
 */
export function blobsCitedBy({ e, d }: Pick<CommittedOperation, 'e' | 'd'>): readonly string[] {
  const cited = new Set<string>()
  const kind = e.slice(0, Math.max(0, e.indexOf('/')))
  if (kind === 'session') collect(d, cited, (name) => name === 'factsDigest')
  // The facts behind a paper are those of its session, and go with them.
  else if (kind === 'document') collect(d, cited, (name) => name !== 'factsDigest')
  else if (kind === 'template' || !isAggregateKind(kind)) collect(d, cited, () => true)
  return [...cited]
}

function collect(
  value: Json | undefined,
  cited: Set<string>,
  isCiting: (name: string) => boolean,
  name = '',
): void {
  if (isHexDigest(value)) {
    if (isCiting(name)) cited.add(value)
  } else if (Array.isArray(value)) for (const each of value) collect(each, cited, isCiting, name)
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value as Record<string, Json | undefined>))
      collect(each, cited, isCiting, key)
}
