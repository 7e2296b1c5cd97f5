import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from 'pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)
const painting = ['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'b', 'Do', 'sh', 'BI']

/** Every ink is an artifact or stands under one element of the structure; colours are those of the screen. */
export function contentFaults(document: PDFDocument): readonly string[] {
  const parents = parentTree(document)
  return document.getPages().flatMap((page, pageIndex) => {
    const key = page.node.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber() ?? -1
    const owners = parents.get(key)
    const contents = page.node.lookup(name('Contents'))
    if (page.node.get(name('Tabs')) !== name('S')) return [`page ${pageIndex}: no tab order`]
    if (!(owners instanceof PDFArray)) return [`page ${pageIndex}: not in the parent tree`]
    if (!(contents instanceof PDFRawStream)) return [`page ${pageIndex}: no content`]
    const source = Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1')
    const faults: string[] = []
    const seen = new Set<number>()
    const open: string[] = []
    let operands: string[] = []
    for (const token of source.match(tokens) ?? []) {
      if (!isOperator.test(token)) {
        operands.push(token)
        continue
      }
      if (token === 'BDC' || token === 'BMC') {
        const contentId = /\/MCID (\d+)/.exec(operands.join(' '))?.[1]
        if (contentId !== undefined) {
          if (seen.has(Number(contentId))) faults.push(`content ${contentId} twice`)
          seen.add(Number(contentId))
          const owner = owners.lookup(Number(contentId))
          if (!(owner instanceof PDFDict)) faults.push(`content ${contentId} in no element`)
          else if (owner.get(name('S')) !== name(operands[0]?.slice(1) ?? ''))
            faults.push(`content ${contentId} in an element of another role`)
        } else if (operands[0] !== '/Artifact') faults.push('marked content without element')
        open.push(token)
      } else if (token === 'EMC') open.pop()
      else if (painting.includes(token) && open.length !== 1) faults.push(`${token} outside marked content`)
      else if (token === 'k' || token === 'K') faults.push('inks without profile')
      operands = []
    }
    if (open.length > 0) faults.push('marked content without end')
    if (seen.size !== owners.size()) faults.push('the parent tree has contents that the page has not')
    return faults.map((fault) => `page ${pageIndex}: ${fault}`)
  })
}

const tokens = /<<(?:[^<>]|<[^<>]*>)*>>|<[0-9a-f]*>|[[\]]|\/[^\s<>[\]/]+|[^\s<>[\]/]+/g
const isOperator = /^[A-Za-z'"]+\*?$/

/** By key: the elements of a page, or the element of a field. */
export function parentTree(document: PDFDocument): ReadonlyMap<number, PDFObject | undefined> {
  const numbers = document.catalog
    .lookup(name('StructTreeRoot'), PDFDict)
    .lookup(name('ParentTree'), PDFDict)
    .lookup(name('Nums'), PDFArray)
  return new Map(
    Array.from({ length: numbers.size() / 2 }, (_, index) => [
      numbers.lookup(index * 2, PDFNumber).asNumber(),
      numbers.lookup(index * 2 + 1),
    ]),
  )
}
