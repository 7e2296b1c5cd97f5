import { paragraph } from '#shared/domain/documents/blocks.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { Block } from '#shared/domain/documents/model.ts'
import type { TemplateDocument } from '#shared/domain/documents/templates/templateDocument.ts'
import type { TemplateTarget } from './templateTarget.ts'

/**
 * [TM4] What is opened in Word for a document that the program draws by itself, and for a letterhead: who writes above, the
 * whole document in the middle, its proof below. One puts one's logo there and brings it back.
 */
export const letterheadTemplate = (target: TemplateTarget): TemplateDocument => ({
  // A letterhead is for every kind; the Word file is laid out as a letter.
  document: target === 'letterhead' ? 'letter-award' : target,
  id: 'en-tete-1',
  title: target === 'letterhead' ? 'Papier à en-tête' : documentNames[target],
  blocks: [
    { type: 'paragraph', tone: 'body', runs: [{ text: '{emetteur.nom}', bold: true }] },
    ...whenKnown('emetteur.adresse', '{emetteur.adresse}'),
    paragraph('{@corps}'),
    paragraph('{@preuve}'),
  ],
})

/** A paragraph that a body which has not keyed this yet does not print. */
const whenKnown = (field: string, text: string): readonly Block[] => [
  paragraph(`{#${field}}`),
  { type: 'paragraph', tone: 'note', runs: [{ text }] },
  paragraph('{/}'),
]
