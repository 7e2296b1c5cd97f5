/** A stretch of a text: places of its first character and after its last one. */
export interface Stretch {
  readonly from: number
  readonly to: number
}
