import type { Block } from '#shared/domain/documents/model.ts'

/**
 * Whether our own numbering of headings says what Word prints before them; if not, their labels (« Article 2 ») are put
 * into their words, so that none is lost.
 */
export function numberHeadings(
  blocks: readonly Block[],
  labels: ReadonlyMap<Block, string>,
): { readonly blocks: readonly Block[]; readonly numberedHeadings: boolean } {
  const counts = [0, 0, 0]
  const headings = blocks.filter((block) => block.type === 'heading')
  const isOurs =
    headings.length > 0 &&
    headings.every((heading) => {
      const at = heading.level - 1
      counts[at] = (counts[at] ?? 0) + 1
      counts.fill(0, at + 1)
      const expected = counts.slice(0, heading.level).join('.')
      return labels.get(heading)?.replace(/\.$/u, '') === expected
    })
  if (isOurs) return { blocks, numberedHeadings: true }
  return {
    blocks: blocks.map((block) => {
      const label = block.type === 'heading' ? (labels.get(block) ?? '') : ''
      return block.type === 'heading' && label !== '' ? { ...block, text: `${label} ${block.text}` } : block
    }),
    numberedHeadings: false,
  }
}
