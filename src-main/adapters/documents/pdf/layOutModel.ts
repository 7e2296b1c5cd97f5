import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { blockSlices, type DrawingTools } from './blockSlices.ts'
import { createLandmarks, type Landmarks } from './landmarks.ts'
import type { PageCanvas } from './pageCanvas.ts'
import { paintFurniture } from './pageFurniture.ts'
import { paginate } from './paginate.ts'
import type { StructureElement } from './structureTree.ts'

/** The pages of one document, drawn, and where things are on them. */
export interface LaidOut extends Landmarks {
  readonly pages: readonly PageCanvas[]
}

/** Draws a document whole; its elements are added to `root`. `before`: pages of the file that other documents took. */
export function layOutModel(
  tools: DrawingTools,
  root: StructureElement,
  model: DocumentModel,
  before = 0,
): LaidOut {
  const landmarks = createLandmarks()
  const pages = paginate(blockSlices(tools, root, model, landmarks), model.orientation, before)
  paintFurniture(tools.measure, model, pages)
  return { ...landmarks, pages }
}
