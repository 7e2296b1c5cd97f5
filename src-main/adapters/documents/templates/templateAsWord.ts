import type { DocumentModel } from '#shared/domain/documents/model.ts'
import type { TemplateDocument } from '#shared/domain/documents/templates/templateDocument.ts'
import { ownContentTwips, renderDocx } from '../docx/renderDocx.ts'
import { templateFoot } from '../docx/wordFurniture.ts'
import { plainTag, proofTag } from './tags/tagsOf.ts'

/** A template of the program as a Word file, tags as they are, to be changed in Word and brought back. */
export function templateAsWord(template: TemplateDocument): Promise<Uint8Array> {
  const model: DocumentModel = {
    kind: template.document,
    title: template.title,
    language: 'fr-FR',
    number: '',
    factsDigest: '',
    frozenAt: '',
    author: '',
    template: template.id,
    runningHead: '',
    orientation: 'portrait',
    blocks: template.blocks,
  }
  return renderDocx(model, {
    contentTwips: ownContentTwips,
    foot: (widthTwips) => templateFoot(widthTwips, plainTag({ kind: 'special', name: proofTag })),
    // It is no document of ours: it has no identity. It says of what it is the template.
    properties: [{ name: 'delibere:template', value: template.id }],
  })
}
