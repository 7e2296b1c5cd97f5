/** Bytes of a column as plain bytes: the drivers hand back a subclass that shares memory with their buffers. */
export const bytesOf = (column: Uint8Array): Uint8Array => new Uint8Array(column)
