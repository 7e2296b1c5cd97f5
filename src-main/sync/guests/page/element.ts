/** One element, its properties, what is in it. Text is always text: nothing that somebody typed becomes markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  Object.assign(made, properties)
  made.append(...children)
  return made
}

/** Shows another view, and takes the reader there. */
export function show(...children: readonly Node[]): void {
  const main = document.querySelector('main') as HTMLElement
  main.replaceChildren(...children)
  main.focus()
  window.scrollTo(0, 0)
}
