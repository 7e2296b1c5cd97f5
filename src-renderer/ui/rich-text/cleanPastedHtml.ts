/**
 * What another program put on the clipboard, in the few elements of the editor: Word writes its lists as paragraphs, with
 * their labels as text. What stays unknown is read by the schema as plain text, so nothing typed is lost.
 */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.querySelectorAll('style, script, title, head')) element.remove()
  for (const line of page.querySelectorAll('br')) splitAt(line)
  for (const first of page.querySelectorAll('p')) {
    if (first.isConnected && listLevel(first) !== null) gatherList(first)
  }
  return page.body.innerHTML
}

/** A line end within a paragraph begins another one; elsewhere it is a space. */
function splitAt(line: Element): void {
  const block = line.closest('p, div, li, td, h1, h2, h3, h4, h5, h6')
  if (block === null || !/^(?:P|DIV)$/u.test(block.tagName)) {
    line.replaceWith(' ')
    return
  }
  const rest = line.ownerDocument.createRange()
  rest.setStartAfter(line)
  rest.setEndAfter(block)
  line.remove()
  block.after(rest.extractContents())
}

/** 1 for a paragraph of a Word list, 2 and more for one of a list within it; null for any other. */
function listLevel(paragraph: Element): number | null {
  const level = /mso-list:[^;]*level(\d+)/iu.exec(paragraph.getAttribute('style') ?? '')?.[1]
  return level === undefined ? null : Number(level)
}

/** Makes one list of this paragraph and of those that follow it. */
function gatherList(first: Element): void {
  const items: { readonly level: number; readonly ordered: boolean; readonly element: Element }[] = []
  for (let each: Element | null = first; each !== null; each = each.nextElementSibling) {
    const level = listLevel(each)
    if (level === null) break
    items.push({ level, ordered: takeLabel(each), element: each })
  }
  const page = first.ownerDocument
  const place = page.createElement('div')
  first.before(place)
  let outer = null as Element | null
  let inner = null as Element | null
  for (const { level, ordered, element } of items) {
    const tag = ordered ? 'OL' : 'UL'
    const item = page.createElement('li')
    item.append(element)
    if (level > 1 && outer?.lastElementChild) {
      if (inner?.tagName !== tag) {
        inner = page.createElement(tag)
        outer.lastElementChild.append(inner)
      }
      inner.append(item)
    } else {
      inner = null
      if (outer?.tagName !== tag) {
        outer = page.createElement(tag)
        place.append(outer)
      }
      outer.append(item)
    }
  }
  place.replaceWith(...place.childNodes)
}

/** Takes the written label out; whether it was a number. */
function takeLabel(paragraph: Element): boolean {
  const label = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/iu.test(span.getAttribute('style') ?? ''),
  )
  const ordered = /\d/u.test(label?.textContent ?? '')
  label?.remove()
  return ordered
}
