import { PDFObject } from 'pdf-lib'

/** An object of the file whose ASCII source is already written. */
export const preparedObject = (source: string): PDFObject => new PreparedObject(source)

class PreparedObject extends PDFObject {
  readonly source: string

  constructor(source: string) {
    super()
    this.source = source
  }

  override toString(): string {
    return this.source
  }

  override sizeInBytes(): number {
    return this.source.length
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    for (let index = 0; index < this.source.length; index++)
      buffer[offset + index] = this.source.charCodeAt(index)
    return this.source.length
  }
}
