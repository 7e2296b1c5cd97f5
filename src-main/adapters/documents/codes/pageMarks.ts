import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type DecodedPicture, type GreyImage, greyImage } from './greyImage.ts'

/** A, b, c, d, e, f of a PDF: (x, y) becomes (a·x + c·y + e, b·x + d·y + f). */
export type Matrix = readonly [number, number, number, number, number, number]

/** What a page shows besides text, in the order it is drawn. */
export type PageMark =
  /** The unit square, from its lower left corner, through `matrix`. */
  | { readonly type: 'picture'; readonly image: GreyImage; readonly matrix: Matrix }
  /** Left, bottom, right, top, in points. */
  | {
      readonly type: 'box'
      readonly edges: readonly [number, number, number, number]
      readonly isDark: boolean
    }

/** A page of ours has some hundreds of boxes in its code; a drawing by an architect is not read. */
const mostMarks = 20_000
const mostPictures = 200
const deepestState = 500

/** Throws on a page that cannot be read. */
export async function pageMarks(page: PDFPageProxy): Promise<readonly PageMark[]> {
  const { fnArray: operations, argsArray } = await page.getOperatorList()
  const marks: PageMark[] = []
  let pictures = 0
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], isDark: true }
  const kept: State[] = []
  for (const [index, operation] of operations.entries()) {
    const args = argsArray[index] as readonly unknown[] | null
    switch (operation) {
      case OPS.save:
      case OPS.paintFormXObjectBegin: {
        if (kept.length < deepestState) kept.push(state)
        const [own] = args ?? []
        if (isMatrix(own)) state = { ...state, matrix: multiplied(state.matrix, own) }
        break
      }
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = kept.pop() ?? state
        break
      case OPS.transform:
        if (isMatrix(args)) state = { ...state, matrix: multiplied(state.matrix, args) }
        break
      case OPS.setFillRGBColor:
        state = { ...state, isDark: isDarkColour(args?.[0]) }
        break
      case OPS.constructPath: {
        const [painting, paths] = (args ?? []) as [number, readonly unknown[]]
        if (fills.has(painting) && marks.length < mostMarks) marks.push(...boxesOf(paths?.[0], state))
        break
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject: {
        if (pictures++ >= mostPictures) break
        const image = greyImage(await decoded(page, args?.[0]))
        if (image !== null) marks.push({ type: 'picture', image, matrix: state.matrix })
        break
      }
    }
  }
  return marks
}

interface State {
  readonly matrix: Matrix
  readonly isDark: boolean
}

const fills: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke])

/** The picture itself, or its name among the objects of the page, which arrive after the list of operations. */
function decoded(page: PDFPageProxy, given: unknown): Promise<DecodedPicture> {
  const name = typeof given === 'string' ? given : (given as { data?: unknown } | undefined)?.data
  if (typeof name !== 'string') return Promise.resolve((given ?? nothing) as DecodedPicture)
  return new Promise((resolve) => {
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs
    objects.get(name, (picture: unknown) => resolve((picture ?? nothing) as DecodedPicture))
  })
}

const nothing: DecodedPicture = { width: 0, height: 0 }

const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || value instanceof Float32Array) &&
  value.length === 6 &&
  [...value].every((each) => typeof each === 'number')

const multiplied = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** « #1a1a1a ». */
function isDarkColour(colour: unknown): boolean {
  if (typeof colour !== 'string') return true
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/giu) ?? []).map((part) =>
    Number.parseInt(part, 16),
  )
  return red + green + blue < 3 * 128
}

/** Each closed outline as the box around it: the modules of a code are boxes, and curves are of no interest. */
function boxesOf(path: unknown, { matrix, isDark }: State): PageMark[] {
  if (!(path instanceof Float32Array)) return []
  const boxes: PageMark[] = []
  let points: (readonly [number, number])[] = []
  const finish = (): void => {
    if (points.length >= 4) {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
      const edges = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
      boxes.push({ type: 'box', edges, isDark })
    }
    points = []
  }
  for (let at = 0; at < path.length && boxes.length < mostMarks; ) {
    const step = path[at]
    const length = step === 4 ? 0 : step === 2 ? 6 : step === 3 ? 4 : 2
    if (step === 0) finish()
    if (length > 0 && points.length < 8) {
      const [x = 0, y = 0] = path.subarray(at + length - 1, at + length + 1)
      const [a, b, c, d, e, f] = matrix
      points.push([a * x + c * y + e, b * x + d * y + f])
    }
    at += 1 + length
  }
  finish()
  return boxes
}
