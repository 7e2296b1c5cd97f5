import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Maker } from './makers.ts'

/** What a maker needs beside the program itself. */
const needed: Readonly<Partial<Record<Maker, string>>> = {
  'pdfkit-pdf': 'pdfkit',
  'pdfmake-pdf': 'pdfmake',
  'docxtemplater-docx': 'docxtemplater',
  'office-pdf': 'soffice',
  'office-docx': 'soffice',
}

/** The makers of this list that the machine has, and a note for each that it has not: a line goes on without them. */
export function presentMakers<M extends { readonly who: Maker; readonly name: string }>(
  makers: readonly M[],
): { readonly present: readonly M[]; readonly notes: readonly string[] } {
  const has = ({ who }: M): boolean => {
    const need = needed[who]
    return need === undefined || (need === 'soffice' ? hasOffice() : hasPackage(need))
  }
  return {
    present: makers.filter(has),
    notes: makers
      .filter((maker) => !has(maker))
      .map(({ name }) => `${name} is not on this machine: not measured`),
  }
}

const hasOffice = (): boolean =>
  spawnSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0

const require = createRequire(import.meta.url)

function hasPackage(name: string): boolean {
  try {
    require.resolve(name)
    return true
  } catch {
    return false
  }
}
