/** Width and height in pixels that a PNG or JPEG file says it has; null for anything else. */
export function pictureSize(file: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.length >= 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (file.length < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < file.length; ) {
    const marker = view.getUint16(at)
    if (marker >> 8 !== 0xff) return null
    // Frame heads are C0 to CF but for the tables C4, C8 and CC.
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
