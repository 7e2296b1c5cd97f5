/**
 * A field of the proposal or of the vote whose text could not be read: what it shows is not what would be recorded.
 * `within`: the form, or the whole screen.
 */
export const unreadField = (within: ParentNode = document): HTMLElement | null =>
  within.querySelector<HTMLElement>(
    '[data-step="proposal"] [aria-invalid="true"], [data-step="vote"] [aria-invalid="true"]',
  )
