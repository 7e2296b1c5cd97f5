import {
  addRelationship,
  declareContent,
  readPart,
  relationshipsOf,
  type WordPackage,
  writePart,
} from '../xml/wordPackage.ts'
import { childrenOf, element, type XmlElement } from '../xml/xmlTree.ts'

/** Sets properties of the file by name, beside those it has [DC5]. */
export function setProperties(
  word: WordPackage,
  properties: readonly { readonly name: string; readonly value: string }[],
): void {
  const known = relationshipsOf(word, '').find(({ type }) => type.endsWith('/custom-properties'))?.target
  const path = known ?? 'docProps/custom.xml'
  const root: XmlElement =
    readPart(word, path) ??
    element('Properties', {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    })
  const names = properties.map(({ name }) => name)
  const others = childrenOf(root, 'property').filter(
    ({ attributes }) => !names.includes(attributes.name ?? ''),
  )
  const set = properties.map(({ name, value }) =>
    element('property', { fmtid: userProperties, name }, [element('vt:lpwstr', {}, [value])]),
  )
  root.children = [...others, ...set]
  root.attributes['xmlns:vt'] = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'
  // Word numbers them from 2.
  childrenOf(root, 'property').forEach((property, index) => {
    property.attributes.pid = String(index + 2)
  })
  writePart(word, path, root)
  if (known !== undefined) return
  declareContent(word, { part: path }, 'application/vnd.openxmlformats-officedocument.custom-properties+xml')
  addRelationship(word, '', 'custom-properties', path)
}

/** What Word calls the properties that people and programs add. */
const userProperties = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
