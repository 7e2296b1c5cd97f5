import { gatherWordList, wordListLevel } from './gatherWordList.ts'

/**
 * What another program put on the clipboard, in the few elements of the editor: emphasis that is only a style becomes an
 * element, the paragraphs that Word writes for a list become one. What stays unknown is read by the schema as plain text, so
 * nothing typed is lost.
 */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  for (const element of page.querySelectorAll('script, title')) element.remove()
  for (const element of page.querySelectorAll('[data-style]')) emphasise(element)
  for (const line of page.querySelectorAll('br')) splitAt(line)
  for (const paragraph of page.querySelectorAll('p')) {
    if (wordListLevel(paragraph) !== null && paragraph.closest('li') === null) gatherWordList(paragraph)
  }
  return page.body.innerHTML
}

/** Styles kept to be read: as such, the policy of the page would refuse them aloud. */
const withoutStyles = (html: string): string =>
  html
    .replace(/<style\b[\s\S]*?<\/style\s*>/giu, '')
    .replace(/<[a-z][^>]*>/giu, (tag) => tag.replace(/\sstyle\s*=/giu, ' data-style='))

function emphasise(element: Element): void {
  const style = element.getAttribute('data-style') ?? ''
  const weight = /font-weight:\s*(\w+)/iu.exec(style)?.[1]
  if (weight === 'normal' || weight === '400') {
    if (/^(?:B|STRONG)$/u.test(element.tagName)) element.replaceWith(...element.childNodes)
    return
  }
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) wrapContent(element, 'b')
  if (/font-style:\s*italic/iu.test(style)) wrapContent(element, 'i')
}

function wrapContent(element: Element, tag: 'b' | 'i'): void {
  const wrapper = element.ownerDocument.createElement(tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
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
