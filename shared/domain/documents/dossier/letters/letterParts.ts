import type { Block, ListBlock, ParagraphBlock, Run } from '../../model.ts'
import { typographic } from '../../typography.ts'

/** Short ways to write the blocks of a letter; what stands between braces is filled later. */
export const text = (words: string): ParagraphBlock => ({
  type: 'paragraph',
  tone: 'body',
  runs: [{ text: words }],
})

export const quiet = (...runs: readonly (string | Run)[]): ParagraphBlock => ({
  type: 'paragraph',
  tone: 'note',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
})

/** Stays with what it announces. */
export const announcing = (words: string): ParagraphBlock => ({ ...text(words), keepWithNext: true })

/** The blocks between, when the field holds; `^` before its name: when it does not. */
export const when = (field: string, ...blocks: readonly Block[]): readonly Block[] => {
  const name = field.replace(/^\^/u, '')
  return [text(field.startsWith('^') ? `{^${name}}` : `{#${name}}`), ...blocks, text(`{/${name}}`)]
}

/** One item for each entry of a list. */
export const itemsOf = (list: string, field: string): ListBlock => ({
  type: 'list',
  ordered: false,
  items: [[{ text: `{#${list}}` }], [{ text: `{${field}}` }], [{ text: `{/${list}}` }]],
})

/** One quiet paragraph for each entry of a list. */
export const notesOf = (list: string, field: string): readonly Block[] => when(list, quiet(`{${field}}`))

/** Why, in law and in fact: both are owed (CRPA L211-5), each under its name. */
export const rationale: readonly Block[] = [
  announcing('Cette décision repose sur les motifs suivants :'),
  {
    type: 'keyValues',
    entries: [
      { key: 'En droit', value: [{ text: '{motif.droit}' }] },
      { key: 'En fait', value: [{ text: '{motif.fait}' }] },
    ],
  },
  ...when('motif.classement', text('{motif.classement}')),
]

export const strongText = (words: string): Run => ({ text: typographic(words), bold: true })
