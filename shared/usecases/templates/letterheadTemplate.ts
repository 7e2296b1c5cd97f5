import { paragraph } from '#shared/domain/documents/blocks.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { Block } from '#shared/domain/documents/model.ts'
import type { TemplateDocument } from '#shared/domain/documents/templates/templateDocument.ts'
import type { TemplateTarget } from './templateTarget.ts'

/**
 * [TM4] What is opened in Word for a document that the program draws by itself, and for a letterhead: who writes, then the
 * whole document, its proof in the foot. One puts one's logo there and brings it back. A letter on a letterhead does not
 * say a second time who writes.
 */
export const letterheadTemplate = (target: TemplateTarget): TemplateDocument => ({
  // A letterhead is for every kind; the Word file is laid out as a letter.
  document: target === 'letterhead' ? 'letter-award' : target,
  id: 'en-tete-1',
  title: target === 'letterhead' ? 'Papier à en-tête' : documentNames[target],
  blocks: [...sender, paragraph('{@corps}')],
})

/** A body that has not keyed its address yet does not print it. */
const sender: readonly Block[] = [
  { type: 'paragraph', tone: 'body', runs: [{ text: '{emetteur.nom}', bold: true }] },
  paragraph('{#emetteur.adresse}'),
  { type: 'paragraph', tone: 'note', runs: [{ text: '{emetteur.adresse}' }] },
  paragraph('{/}'),
]
