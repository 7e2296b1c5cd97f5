import { type PDFContext, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib'
import { printableText } from '#shared/domain/documents/printableText.ts'
import { textString } from './embedFont.ts'
import type { SignaturePlace } from './landmarks.ts'
import type { PageCanvas } from './pageCanvas.ts'
import { parentKeyOfField } from './structureTree.ts'

/** The signature fields of a file, in the order of their places. */
export interface SignatureFields {
  readonly refs: readonly PDFRef[]
  ofPage(pageIndex: number): readonly PDFRef[]
  /** The form of the catalogue; null when there is no field. */
  readonly form: PDFRef | null
}

/** One empty field a place, named after the capacity of who signs; also put into the structure of its place. */
export function writeSignatureFields(
  context: PDFContext,
  places: readonly SignaturePlace[],
  pageRefs: readonly PDFRef[],
  pages: readonly PageCanvas[],
): SignatureFields {
  const names = fieldNames(places)
  const fields = places.map((place, fieldIndex) => {
    const { pageIndex } = place
    const [leftPt, topPt, widthPt, heightPt] = place.box
    const bottomPt = (pages[pageIndex]?.geometry.heightPt ?? 0) - topPt - heightPt
    const sides = [leftPt, bottomPt, leftPt + widthPt, bottomPt + heightPt]
    place.form.kids.push({ pageIndex, fieldIndex })
    const spoken = ['Signature', place.capacity, place.name].map(printableText)
    const ref = context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Widget',
        FT: 'Sig',
        T: textString(names[fieldIndex] ?? ''),
        TU: textString(spoken.filter((text) => text.trim() !== '').join(', ')),
        F: printed,
        Rect: sides.map((side) => Math.round(side * 100) / 100),
        P: pageRefs[pageIndex],
        StructParent: parentKeyOfField(fieldIndex, pageRefs.length),
        AP: { N: blankAppearance(context, widthPt, heightPt) },
      }),
    )
    return { ref, pageIndex }
  })
  const refs = fields.map(({ ref }) => ref)
  return {
    refs,
    ofPage: (index) => fields.filter(({ pageIndex }) => pageIndex === index).map(({ ref }) => ref),
    form:
      refs.length === 0
        ? null
        : context.register(context.obj({ Fields: [...refs], SigFlags: hasSignatures })),
  }
}

/** Annotation flag. */
const printed = 4
/** Flag of the form: there are signature fields, nothing is signed yet. */
const hasSignatures = 1

/** Distinct, without the full stop that parts the names of nested fields. */
function fieldNames(places: readonly SignaturePlace[]): readonly string[] {
  const taken = new Set<string>()
  return places.map(({ capacity }) => {
    const base = printableText(capacity).replaceAll('.', '').trim().slice(0, 80) || 'Signature'
    let name = base
    for (let copy = 2; taken.has(name); copy++) name = `${base} (${copy})`
    taken.add(name)
    return name
  })
}

/** An archive wants an appearance of each field: this one shows nothing, the box is drawn on the page. */
function blankAppearance(context: PDFContext, widthPt: number, heightPt: number): PDFRef {
  const dictionary = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, Math.round(widthPt * 100) / 100, Math.round(heightPt * 100) / 100],
    Resources: {},
    Length: 0,
  })
  const stream = PDFRawStream.of(dictionary, new Uint8Array())
  stream.dict.set(PDFName.of('Length'), context.obj(0))
  return context.register(stream)
}
