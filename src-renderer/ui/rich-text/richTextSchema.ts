import {
  type Extensions,
  Node,
  nodeInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { dossierLabel } from './words.ts'

/** What light markup can say, and nothing else: what is pasted or typed cannot become anything that would be lost. */
export const richTextSchema = (nameOf: (number: number) => string | undefined): Extensions => [
  StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    hardBreak: false,
    heading: false,
    horizontalRule: false,
    link: false,
    listItem: false,
    orderedList: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  heading,
  bulletList,
  orderedList,
  listItem,
  dossierNode(nameOf),
]

const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  // A heading is one as a whole.
  marks: '',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [
    ...['h1', 'h2', 'h3'].map((tag) => ({ tag, attrs: { level: 1 } })),
    ...['h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 2 } })),
  ],
  // Under the heading of the point, which is the third level of the screen.
  renderHTML: ({
    node: {
      attrs: { level },
    },
  }) => [level === 1 ? 'h4' : 'h5', 0],
  addInputRules() {
    return [
      textblockTypeInputRule({
        find: /^(#{3,4})\s$/,
        type: this.type,
        getAttributes: (match) => ({ level: match[1]?.length === 3 ? 1 : 2 }),
      }),
    ]
  },
})

const bulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-–•]\s$/, type: this.type })]
  },
})

const orderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: () => ['ol', 0],
  // « 3. » typed alone is a text: a list would make a one of it.
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*1\.\s$/, type: this.type })]
  },
})

const listItem = Node.create({
  name: 'listItem',
  content: 'paragraph (bulletList | orderedList)*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) }
  },
})

const numberOf = ({ attrs: { number } }: { readonly attrs: Readonly<Record<string, unknown>> }): number =>
  Number(number)

const dossierNode = (nameOf: (number: number) => string | undefined) =>
  Node.create({
    name: 'dossier',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ number: { default: 1, rendered: false } }),
    parseHTML: () => [
      {
        tag: 'span[data-dossier]',
        getAttrs: (element) => ({ number: Number(element.getAttribute('data-dossier')) || 1 }),
      },
    ],
    renderHTML: ({ node }) => {
      const number = numberOf(node)
      return ['span', { 'data-dossier': String(number) }, dossierLabel(number, nameOf(number))]
    },
    renderText: ({ node }) => {
      const number = numberOf(node)
      return dossierLabel(number, nameOf(number))
    },
    addInputRules() {
      return [
        nodeInputRule({
          // A group would be all that is replaced.
          find: /\[\[[1-9]\d{0,5}\]\]$/,
          type: this.type,
          getAttributes: (match) => ({ number: Number(match[0].slice(2, -2)) }),
        }),
      ]
    },
  })
