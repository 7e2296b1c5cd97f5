import { readTags } from '#shared/domain/documents/templates/readTags.ts'

/** A tag of a paragraph as Word holds it, its name made plain. */
export interface Tag {
  readonly kind: 'field' | 'open' | 'inverted' | 'close' | 'special'
  readonly name: string
  /** As it is written, braces included, and where it begins in the text of its paragraph. */
  readonly text: string
  readonly start: number
}

export interface TagReading {
  readonly tags: readonly Tag[]
  /** Where braces stand that belong to no tag. */
  readonly strays: readonly { readonly brace: '{' | '}'; readonly start: number }[]
}

export function tagsOf(text: string): TagReading {
  const tags: Tag[] = []
  const strays: { brace: '{' | '}'; start: number }[] = []
  let start = 0
  for (const part of readTags(text)) {
    if (part.kind === 'text') {
      for (const match of part.text.matchAll(/[{}]/gu))
        strays.push({ brace: match[0] as '{' | '}', start: start + match.index })
    } else {
      const kind = part.text.startsWith('{@') ? 'special' : part.kind
      tags.push({ kind, name: plainName(part.name), text: part.text, start })
    }
    start += part.text.length
  }
  return { tags, strays }
}

/** Word turns apostrophes round and puts spaces that do not break: a name is the same without them. */
export const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u00AD\u2060\uFEFF]/gu, '')
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()

const signs = { field: '', open: '#', inverted: '^', close: '/', special: '@' } as const

/** The tag as the engine reads it. */
export const plainTag = ({ kind, name }: Pick<Tag, 'kind' | 'name'>): string => `{${signs[kind]}${name}}`

export const bodyTag = 'corps'
export const proofTag = 'preuve'
