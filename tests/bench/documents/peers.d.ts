/** The little that the bench uses of two libraries without types. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  export interface PdfKitElement {
    add(child: PdfKitElement | (() => void)): PdfKitElement
    end(): PdfKitElement
  }
  export interface PdfKitText {
    readonly width?: number
    readonly continued?: boolean
    readonly lineBreak?: boolean
    readonly height?: number
  }
  export default class PDFDocument extends Readable {
    constructor(options: Readonly<Record<string, unknown>>)
    x: number
    y: number
    readonly page: { readonly width: number; readonly margins: { bottom: number } }
    font(path: string): this
    fontSize(size: number): this
    text(text: string, options?: PdfKitText): this
    text(text: string, x: number, y: number, options?: PdfKitText): this
    moveDown(lines?: number): this
    table(options: Readonly<Record<string, unknown>>): this
    addPage(options?: Readonly<Record<string, unknown>>): this
    struct(type: string, children?: readonly (PdfKitElement | (() => void))[]): PdfKitElement
    addStructure(element: PdfKitElement): this
    markContent(tag: string, options?: Readonly<Record<string, unknown>>): this
    endMarkedContent(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    switchToPage(index: number): this
    readonly outline: { addItem(title: string): unknown }
    end(): void
  }
}

declare module 'pdfmake' {
  interface PdfMake {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void
    setUrlAccessPolicy(policy: () => boolean): void
    setLocalAccessPolicy(policy: () => boolean): void
    readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void }
    createPdf(definition: Readonly<Record<string, unknown>>): { getBuffer(): Promise<Uint8Array> }
  }
  const pdfmake: PdfMake
  export default pdfmake
}
