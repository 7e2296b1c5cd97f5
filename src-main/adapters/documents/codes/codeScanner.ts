import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import { type PageCode, readPageCode } from '#shared/domain/documents/pageCode.ts'
import type { GreyImage } from './greyImage.ts'

/** Finds the codes of ours in a picture; each once. */
export interface CodeScanner {
  inGrey(image: GreyImage): Promise<readonly PageCode[]>
  /** A whole JPEG or PNG file. */
  inFile(file: Uint8Array): Promise<readonly PageCode[]>
}

/**
 * Loads the WebAssembly of its package from the disk. The library would otherwise ask a web server for it, and this
 * application never asks anybody for anything (P6).
 */
export async function codeScanner(): Promise<CodeScanner> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasmBinary = new Uint8Array(readFileSync(path)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return {
    inGrey: async (image) => scanned(asGreyMap(image)),
    inFile: scanned,
  }
}

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 32,
}

async function scanned(file: Uint8Array): Promise<readonly PageCode[]> {
  const found = await readBarcodes(file, options)
  const codes = new Map<string, PageCode>()
  for (const { text } of found) {
    const code = readPageCode(text)
    if (code !== null) codes.set(text.trim(), code)
  }
  return [...codes.values()]
}

/** The simplest picture file there is (PGM): a head, then the pixels as they are. */
function asGreyMap({ width, height, pixels }: GreyImage): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  const file = new Uint8Array(head.length + pixels.length)
  file.set(head)
  file.set(pixels, head.length)
  return file
}
