import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** Header, trailer, catalogue, metadata, and what no object may be. */
export function fileFaults(document: PDFDocument, bytes: Uint8Array): readonly string[] {
  const { catalog, context } = document
  const start = Buffer.from(bytes.subarray(0, 20)).toString('latin1')
  const end = Buffer.from(bytes.subarray(-10)).toString('latin1')
  const faults: (string | false)[] = [
    !/^%PDF-1\.7\n%[\u0080-\u00ff]{4}\n/.test(start) && 'header',
    !/%%EOF\s?$/.test(end) && 'end of file',
    // Every stream ends with a line end before its mark.
    /[^\n\r]endstream/.test(Buffer.from(bytes).toString('latin1')) && 'stream without line end',
    context.trailerInfo.ID === undefined && 'no ID',
    context.trailerInfo.Encrypt !== undefined && 'encrypted',
    textOf(catalog.get(name('Lang'))) !== 'fr-FR' && 'no language',
    catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.get(name('Marked')) !== PDFBool.True && 'not marked',
    catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.get(name('DisplayDocTitle')) !== PDFBool.True &&
      'title not shown',
    ...['OpenAction', 'AA', 'Names', 'OCProperties', 'Perms'].map(
      (key) => catalog.has(name(key)) && `catalogue has ${key}`,
    ),
    ...['XFA', 'NeedAppearances'].map(
      (key) => catalog.lookupMaybe(name('AcroForm'), PDFDict)?.has(name(key)) === true && `form has ${key}`,
    ),
    !hasOutputIntent(catalog) && 'no output intent',
  ]
  return [
    ...faults.filter((fault) => fault !== false),
    ...metadataFaults(document),
    ...objectFaults(document),
  ]
}

function hasOutputIntent(catalog: PDFDict): boolean {
  const intent = catalog.lookupMaybe(name('OutputIntents'), PDFArray)?.lookupMaybe(0, PDFDict)
  const profile = intent?.lookup(name('DestOutputProfile'))
  return (
    intent?.get(name('S')) === name('GTS_PDFA1') &&
    profile instanceof PDFRawStream &&
    profile.dict.lookupMaybe(name('N'), PDFNumber)?.asNumber() === 3
  )
}

function metadataFaults({ catalog, context }: PDFDocument): readonly string[] {
  const stream = catalog.lookup(name('Metadata'))
  if (!(stream instanceof PDFRawStream)) return ['no metadata']
  if (stream.dict.has(name('Filter'))) return ['metadata compressed']
  const xmp = Buffer.from(stream.contents).toString('utf8')
  const within = (tag: string): string =>
    (new RegExp(`<${tag}>(?:<rdf:(?:Alt|Seq|Bag)><rdf:li[^>]*>)?([^<]*)`).exec(xmp)?.[1] ?? 'absent')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  const dateOf = (tag: string): string => `D:${within(tag).replace(/[-:T]/g, '')}`
  const pairs: [string, string][] = [
    ['Title', within('dc:title')],
    ['Author', within('dc:creator')],
    ['Creator', within('xmp:CreatorTool')],
    ['Producer', within('pdf:Producer')],
    ['CreationDate', dateOf('xmp:CreateDate')],
    ['ModDate', dateOf('xmp:ModifyDate')],
  ]
  const differing = pairs.filter(([key, value]) => textOf(info.get(name(key))) !== value)
  const own = [...new Set(xmp.match(/<delibere:\w+/g) ?? [])].map((tag) => tag.slice('<delibere:'.length))
  const undescribed = own.filter((each) => !xmp.includes(`<pdfaProperty:name>${each}<`))
  return [
    ...(textOf(info.get(name('Title'))) === '' ? ['no title'] : []),
    ...differing.map(([key]) => `${key} of the dictionary is not that of XMP`),
    ...undescribed.map((each) => `property ${each} without its schema`),
    ...(/<pdfaid:part>2<.*<pdfaid:conformance>A</s.test(xmp) ? [] : ['no PDF/A identification']),
  ]
}

const textOf = (object: unknown): string =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''

/** What an archive forbids of any object: see-through, outside files, scripts, pictures that a reader smooths. */
function objectFaults({ context }: PDFDocument): readonly string[] {
  return context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (!(dict instanceof PDFDict)) return []
    const has = (key: string): boolean => dict.has(name(key))
    const isStream = object instanceof PDFRawStream
    const forbidden = ['SMask', 'ca', 'CA', 'BM', 'Group', 'JS', 'Alternates', 'OPI', 'PS', 'Ref'].filter(has)
    const widget = dict.get(name('Subtype')) === name('Widget')
    const faults: (string | false)[] = [
      ...forbidden.map((key) => `has ${key}`),
      isStream && (has('F') || has('FFilter')) && 'outside stream',
      isStream && dict.get(name('Filter')) === name('LZWDecode') && 'LZW',
      dict.get(name('Interpolate')) === PDFBool.True && 'smoothed picture',
      dict.get(name('ColorSpace')) === name('DeviceCMYK') && 'inks without profile',
      dict.get(name('Type')) === name('Annot') && !widget && 'annotation of another kind',
      widget && dict.lookup(name('F'), PDFNumber).asNumber() !== 4 && 'field not printed',
      widget && dict.lookupMaybe(name('AP'), PDFDict)?.has(name('N')) !== true && 'field without appearance',
      widget && textOf(dict.get(name('TU'))) === '' && 'field without a name to read',
    ]
    return faults.filter((fault) => fault !== false).map((fault) => `${ref}: ${fault}`)
  })
}
