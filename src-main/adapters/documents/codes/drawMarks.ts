import type { GreyImage } from './greyImage.ts'
import type { PageMark } from './pageMarks.ts'

/** A code of ours keeps six dots a module. */
const dotsPerInch = 300
const mostDots = 36_000_000

/**
 * What a page shows besides text, put together on one sheet: a scanner may cut a page in strips, and a program draws a
 * code with boxes. `view`: left, bottom, right, top of the page, in points. The page is not turned: a code is read either
 * way.
 */
export function drawMarks(
  marks: readonly PageMark[],
  [left, bottom, right, top]: readonly [number, number, number, number],
): GreyImage {
  const wished = dotsPerInch / 72
  const scale = Math.min(wished, Math.sqrt(mostDots / Math.max(1, (right - left) * (top - bottom))))
  const width = Math.max(1, Math.round((right - left) * scale))
  const height = Math.max(1, Math.round((top - bottom) * scale))
  const pixels = new Uint8Array(width * height).fill(255)
  for (const mark of marks) {
    if (mark.type === 'box') {
      const [x0, y0, x1, y1] = mark.edges
      const from = clamp((x0 - left) * scale, width)
      const to = clamp((x1 - left) * scale, width)
      for (let row = clamp((top - y1) * scale, height); row < clamp((top - y0) * scale, height); row++)
        pixels.fill(mark.isDark ? 0 : 255, row * width + from, row * width + to)
    } else drawPicture(mark)
  }
  return { width, height, pixels }

  /** Each dot of the sheet is looked up in the picture, through the inverse of its matrix. */
  function drawPicture({ image, matrix }: Extract<PageMark, { type: 'picture' }>): void {
    const [a, b, c, d, e, f] = matrix
    const area = a * d - b * c
    if (area === 0) return
    const xs = [e, a + e, c + e, a + c + e]
    const ys = [f, b + f, d + f, b + d + f]
    const toColumn = clamp((Math.max(...xs) - left) * scale, width)
    const toRow = clamp((top - Math.min(...ys)) * scale, height)
    for (let row = clamp((top - Math.max(...ys)) * scale, height); row < toRow; row++) {
      const y = top - (row + 0.5) / scale - f
      for (let column = clamp((Math.min(...xs) - left) * scale, width); column < toColumn; column++) {
        const x = left + (column + 0.5) / scale - e
        const across = Math.floor(((d * x - c * y) / area) * image.width)
        const down = Math.floor((1 - (a * y - b * x) / area) * image.height)
        if (across < 0 || down < 0 || across >= image.width || down >= image.height) continue
        pixels[row * width + column] = image.pixels[down * image.width + across] ?? 255
      }
    }
  }
}

const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(0, Math.round(value)))
