/** Attributes that say, while a template is being filled, what held tags; they are taken off before it is written. */
export const heldTags = 'delibere-held'
export const bodyPlace = 'delibere-body'
export const proofPlace = 'delibere-proof'
