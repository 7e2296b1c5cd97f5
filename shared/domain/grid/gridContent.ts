import type { Json } from '#shared/kernel/canonicalJson.ts'
import type { Grid } from './grid.ts'

/**
 * [GR5] What the content hash of a grid covers: all that a marker reads and all that the sum uses. Identity, version
 * and status stay out, so that a copy of a grid has the hash of its model. Hash = SHA-256 of its canonical JSON.
 */
export const gridContent = (grid: Pick<Grid, 'label' | 'sections'>): Json => ({
  label: grid.label,
  sections: grid.sections.map((section) => ({
    label: section.label,
    criteria: section.criteria.map((criterion) => ({
      code: criterion.code,
      label: criterion.label,
      guidance: criterion.guidance,
      weight: criterion.weight,
      scale: { kind: criterion.scale.kind, anchors: { ...criterion.scale.anchors } },
      informative: criterion.informative,
      notApplicableAllowed: criterion.notApplicableAllowed,
      knockoutBelow: criterion.knockoutBelow,
      comment: criterion.comment,
    })),
  })),
})
