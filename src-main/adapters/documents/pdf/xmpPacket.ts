import type { DocumentIdentity } from '#shared/domain/documents/documentIdentity.ts'
import type { FileProperties } from './fileProperties.ts'

export const producer = 'Délibéré'

/** Namespace of our own properties; an address of no place, so that nothing is ever fetched. */
const identityNamespace = 'urn:delibere:document:1#'

/** The properties in XML, as archives read them without a PDF library. */
export const xmpPacket = (
  { title, author, language, madeAt, identity }: FileProperties,
  archivable: boolean,
): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreateDate>${madeAt}</xmp:CreateDate>
<xmp:ModifyDate>${madeAt}</xmp:ModifyDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description>
${archivable ? archiveDescription : ''}${identity === null ? '' : identityDescription(identity)}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`

/** ISO 19005-2, level A: tagged. */
const archiveDescription = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
`

/** Our properties, and the schema that PDF/A asks of whoever writes properties of their own (ISO 19005-2, 6.6.2.3). */
const identityDescription = ({
  kind,
  number,
  factsDigest,
}: DocumentIdentity): string => `<rdf:Description rdf:about="" xmlns:delibere="${identityNamespace}">
<delibere:kind>${kind}</delibere:kind>
<delibere:number>${escapeXml(number)}</delibere:number>
<delibere:factsDigest>${escapeXml(factsDigest)}</delibere:factsDigest>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Identity of a document made by Délibéré</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${identityNamespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>delibere</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${[
  ['kind', 'Kind of the document'],
  ['number', 'Number of the act'],
  ['factsDigest', 'SHA-256 of the facts the document was made from, in hexadecimal'],
]
  .map(
    ([name, meaning]) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>${meaning}</pdfaProperty:description></rdf:li>`,
  )
  .join('\n')}
</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
