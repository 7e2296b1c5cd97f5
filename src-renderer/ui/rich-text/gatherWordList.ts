/** 1 for a paragraph of a Word list, 2 and more for one of a list within it; null for any other. */
export function wordListLevel(paragraph: Element): number | null {
  const level = /mso-list:[^;]*level(\d+)/iu.exec(paragraph.getAttribute('data-style') ?? '')?.[1]
  return level === undefined ? null : Number(level)
}

/** Makes lists of this paragraph and of those that follow it: Word writes them as paragraphs, with their labels as text. */
export function gatherWordList(first: Element): void {
  const items: { readonly level: number; readonly tag: 'OL' | 'UL'; readonly element: Element }[] = []
  for (let each: Element | null = first; each !== null; each = each.nextElementSibling) {
    const level = wordListLevel(each)
    if (level === null) break
    items.push({ level, tag: takeLabel(each), element: each })
  }
  const page = first.ownerDocument
  const place = page.createElement('div')
  first.before(place)
  let outer = null as Element | null
  let inner = null as Element | null
  for (const { level, tag, element } of items) {
    const item = page.createElement('li')
    item.append(element)
    const parent = level > 1 ? (outer?.lastElementChild ?? null) : null
    if (parent === null) {
      inner = null
      if (outer?.tagName !== tag) outer = appended(place, tag)
      outer.append(item)
    } else {
      if (inner?.tagName !== tag) inner = appended(parent, tag)
      inner.append(item)
    }
  }
  place.replaceWith(...place.childNodes)
}

function appended(place: Element, tag: 'OL' | 'UL'): Element {
  const list = place.ownerDocument.createElement(tag)
  place.append(list)
  return list
}

/** Takes the written label out, and says by it which kind of list it labels. */
function takeLabel(paragraph: Element): 'OL' | 'UL' {
  const label = [...paragraph.querySelectorAll('[data-style]')].find((span) =>
    /mso-list:\s*ignore/iu.test(span.getAttribute('data-style') ?? ''),
  )
  const isNumber = /\d|^\s*\p{L}[.)]/u.test(label?.textContent ?? '')
  label?.remove()
  return isNumber ? 'OL' : 'UL'
}
