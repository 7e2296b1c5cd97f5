import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib'

/**
 * The marked contents of a tagged PDF in the order of its structure tree, as « page:contentId »; null when it is not
 * tagged. A row split between two pages is drawn line by line but read cell by cell: only this tree knows.
 */
export async function readStructureOrder(bytes: Uint8Array): Promise<readonly string[] | null> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (root === undefined) return null
  const pageIndexes = new Map(document.getPages().map((page, index) => [page.ref.toString(), index]))
  const order: string[] = []
  const seen = new Set<PDFDict>()
  // An explicit stack: a hostile tree may be deeper than the call stack, or turn in circles.
  const pending: { readonly node: PDFObject | undefined; readonly page: PDFRef | null }[] = [
    { node: root.get(PDFName.of('K')), page: null },
  ]
  while (pending.length > 0) {
    const next = pending.pop()
    if (next === undefined) break
    const node = next.node instanceof PDFRef ? document.context.lookup(next.node) : next.node
    if (node instanceof PDFNumber) {
      const pageIndex = next.page === null ? undefined : pageIndexes.get(next.page.toString())
      if (pageIndex !== undefined) order.push(`${pageIndex}:${node.asNumber()}`)
    } else if (node instanceof PDFArray) {
      for (const kid of node.asArray().toReversed()) pending.push({ node: kid, page: next.page })
    } else if (node instanceof PDFDict && !seen.has(node)) {
      seen.add(node)
      const own = node.get(PDFName.of('Pg'))
      const page = own instanceof PDFRef ? own : next.page
      const contentId = node.get(PDFName.of('MCID'))
      pending.push({ node: contentId ?? node.get(PDFName.of('K')), page })
    }
  }
  return order
}
