/** The row of a member comes into sight and its first cell takes the keys. */
export function focusRow(evaluatorId: string): void {
  const row = document.querySelector(`[data-row="${evaluatorId}"]`)
  row?.querySelector<HTMLElement>('[data-cell]')?.focus()
}
