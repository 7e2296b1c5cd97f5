import type { Block, Runs } from '#shared/domain/documents/model.ts'
import type { ReadingContext } from './readingContext.ts'

/** Lines of the addressee, one block however many paragraphs Word has. */
export function appendAddress(blocks: Block[], lines: readonly Runs[], { addressed }: ReadingContext): void {
  const last = blocks.at(-1)
  addressed.is = true
  if (last?.type === 'address') blocks[blocks.length - 1] = { ...last, lines: [...last.lines, ...lines] }
  else blocks.push({ type: 'address', lines })
}
