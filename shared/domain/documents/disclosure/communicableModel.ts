import { note } from '../blocks.ts'
import type { Block, DocumentModel } from '../model.ts'
import { counted, typographic } from '../typography.ts'

/**
 * [DX5] A document drawn from communicable facts says so: under its title, in its number, at the head of its pages.
 * `maskCount`: how many mentions were masked.
 */
export function communicableModel(model: DocumentModel, maskCount: number): DocumentModel {
  const said = note(
    maskCount === 0
      ? 'Exemplaire communicable : aucune mention n’a eu à être occultée.'
      : `Exemplaire communicable : ${counted(maskCount, 'mention occultée', 'mentions occultées')} parce que relevant de l’article L311-6 du code des relations entre le public et l’administration.`,
  )
  return {
    ...model,
    title: typographic(`${model.title} (exemplaire communicable)`),
    runningHead: typographic(`${model.runningHead} · exemplaire communicable`),
    blocks: underTitle(model.blocks, said),
  }
}

function underTitle(blocks: readonly Block[], said: Block): readonly Block[] {
  const place = blocks.findIndex(({ type }) => type === 'title') + 1
  return [...blocks.slice(0, place), said, ...blocks.slice(place)]
}
