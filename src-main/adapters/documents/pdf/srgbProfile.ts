/**
 * A minimal ICC profile of sRGB (version 2, matrix and gamma), so that colours mean the same on every printer. Built
 * here because the numbers are public (IEC 61966-2-1) and a borrowed file would need its own licence.
 */
export function srgbProfile(): Uint8Array {
  const tags: [string, Uint8Array][] = [
    ['desc', description('sRGB')],
    ['cprt', textTag('Public domain')],
    ['wtpt', xyz(0.9505, 1, 1.0891)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', gammaCurve],
    ['gTRC', gammaCurve],
    ['bTRC', gammaCurve],
  ]
  const directoryLength = 128 + 4 + tags.length * 12
  const total = directoryLength + tags.reduce((sum, [, bytes]) => sum + bytes.length, 0)
  const profile = new Uint8Array(total)
  const view = new DataView(profile.buffer)
  view.setUint32(0, total)
  view.setUint32(8, 0x02100000)
  writeAscii(profile, 12, 'mntrRGB XYZ ')
  // Date of the profile: 1 January 2026, midnight.
  for (const [index, part] of [2026, 1, 1].entries()) view.setUint16(24 + index * 2, part)
  writeAscii(profile, 36, 'acsp')
  profile.set(s15Fixed16(0.9642, 1, 0.8249), 68)
  view.setUint32(128, tags.length)
  let offset = directoryLength
  tags.forEach(([name, bytes], index) => {
    const entry = 132 + index * 12
    writeAscii(profile, entry, name)
    view.setUint32(entry + 4, offset)
    view.setUint32(entry + 8, bytes.length)
    profile.set(bytes, offset)
    offset += bytes.length
  })
  return profile
}

/** Gamma 2.2 as u8Fixed8, padded to four bytes. */
const gammaCurve = Uint8Array.from([...'curv'].map(asciiCode).concat([0, 0, 0, 0, 0, 0, 0, 1, 2, 51, 0, 0]))

function asciiCode(character: string): number {
  return character.charCodeAt(0)
}

function writeAscii(bytes: Uint8Array, offset: number, text: string): void {
  bytes.set(Array.from(text, asciiCode), offset)
}

function s15Fixed16(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of values.entries()) view.setInt32(index * 4, Math.round(value * 65_536))
  return bytes
}

const xyz = (x: number, y: number, z: number): Uint8Array =>
  Uint8Array.from([...'XYZ '].map(asciiCode).concat([0, 0, 0, 0], ...s15Fixed16(x, y, z)))

const textTag = (text: string): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil((8 + text.length + 1) / 4) * 4)
  writeAscii(bytes, 0, 'text')
  writeAscii(bytes, 8, text)
  return bytes
}

/** textDescriptionType: ASCII part, then empty Unicode and ScriptCode parts. */
const description = (text: string): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil((12 + text.length + 1 + 8 + 3 + 67) / 4) * 4)
  writeAscii(bytes, 0, 'desc')
  new DataView(bytes.buffer).setUint32(8, text.length + 1)
  writeAscii(bytes, 12, text)
  return bytes
}
