import type { DisclosureMask } from '#shared/domain/documents/documentBoard.ts'

/** One mention that is masked in one or several places for one reason: one line to read again, not sixty. */
export interface MaskGroup {
  readonly kind: DisclosureMask['kind']
  readonly text: string
  readonly reason: string
  readonly masks: readonly DisclosureMask[]
}

/** In the order of the documents, by the first place of each. */
export const maskGroups = (masks: readonly DisclosureMask[]): readonly MaskGroup[] =>
  [...Map.groupBy(masks, ({ kind, text, reason }) => JSON.stringify([kind, text, reason])).values()].flatMap(
    (of) => {
      const [first] = of
      return first === undefined
        ? []
        : [{ kind: first.kind, text: first.text, reason: first.reason, masks: of }]
    },
  )

/** Masks lifted after one of them, or all those of a group, was checked or unchecked. */
export const liftedAfter = (
  lifted: readonly string[],
  ids: readonly string[],
  isMasked: boolean,
): readonly string[] => {
  const others = lifted.filter((id) => !ids.includes(id))
  return isMasked ? others : [...others, ...ids]
}
