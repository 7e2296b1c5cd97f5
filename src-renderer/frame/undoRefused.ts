import type { Refusal } from '#shared/kernel/result.ts'

/** Named event of the window: undo is asked from several places, one dialog answers. */
export const undoRefusedEvent = 'delibere:undo-refused'

export const tellUndoRefused = (refusal: Refusal): void =>
  void window.dispatchEvent(new CustomEvent<Refusal>(undoRefusedEvent, { detail: refusal }))
