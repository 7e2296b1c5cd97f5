import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { DocumentKind } from '#shared/domain/documents/model.ts'
import type { ReturnedFile, SignatureReading } from '#shared/domain/documents/returnedFile.ts'
import { type ContactPerson, type Issuer, issuerKinds } from '#shared/domain/issuer/issuer.ts'
import type { TemplateVersion } from '../documentTemplate.ts'
import type { OperationData, OperationKind } from '../operation.ts'
import { change } from './changeShape.ts'
import {
  count,
  exactly,
  flag,
  list,
  named,
  nullable,
  oneOf,
  record,
  type Shape,
  some,
  text,
} from './shape.ts'

type OfficeKind = Extract<
  OperationKind,
  | `issuer.${string}`
  | `import.${string}`
  | `document.${string}`
  | `template.${string}`
  | `aggregate.${string}`
>
type Data<K extends OfficeKind> = OperationData[K]

const documentKind = oneOf(...(Object.keys(documentNames) as DocumentKind[]))
const signature = exactly<SignatureReading>({
  signer: text,
  signedAt: nullable(text),
  valid: flag,
  sentence: text,
})
const version = exactly<TemplateVersion>({ version: count(), sha256: text, fileName: text, addedOn: text })
const contact = some<Partial<ContactPerson>>({
  name: text,
  capacity: text,
  address: text,
  phone: text,
  email: text,
})
const issuer = {
  name: text,
  kind: oneOf(...issuerKinds),
  siret: text,
  address: text,
  town: text,
  phone: text,
  email: text,
  website: text,
  service: text,
  agent: contact,
  signatory: some<Partial<Issuer['signatory']>>({ name: text, capacity: text }),
  appealTo: text,
  court: some<Partial<Issuer['court']>>({ name: text, address: text }),
}

export const officeShapes: { readonly [K in OfficeKind]: Shape<Data<K>> } = {
  'import.record@1': exactly<Data<'import.record@1'>>({
    callId: named,
    sourceName: text,
    kind: oneOf('fiches', 'csv'),
    imported: count(),
    skipped: record(count()),
  }),
  'document.issue@1': exactly<Data<'document.issue@1'>>({
    document: documentKind,
    sha256: text,
    factsDigest: text,
    sessionId: named,
    format: oneOf('pdf', 'docx', 'csv'),
  }),
  'document.issue@2': exactly<Data<'document.issue@2'>>(
    {
      sessionId: nullable(named),
      candidatureId: nullable(named),
      document: documentKind,
      reading: oneOf('full', 'communicable'),
      format: oneOf('pdf', 'docx', 'csv'),
      number: text,
      sha256: text,
      factsDigest: text,
      contentDigest: nullable(text),
      pictureDigests: list(text),
      madeAt: text,
      template: nullable(exactly<{ id: string; version: number }>({ id: named, version: count() })),
    },
    ['pictureDigests'],
  ),
  'document.return@1': exactly<ReturnedFile>({
    sha256: text,
    fileName: text,
    on: text,
    kind: oneOf('scan', 'signed-pdf', 'edited-word', 'other'),
    signatures: list(signature),
    differences: list(text),
  }),
  'issuer.change@1': change<'issuer.change@1'>(issuer),
  'template.add@1': exactly<Data<'template.add@1'>>({
    document: oneOf<DocumentKind | 'letterhead'>(
      'letterhead',
      ...(Object.keys(documentNames) as DocumentKind[]),
    ),
    name: text,
    version,
  }),
  'template.revise@1': exactly<Data<'template.revise@1'>>({ version }),
  'template.use@1': exactly<Data<'template.use@1'>>({ version: nullable(count()) }),
  'aggregate.revert@1': exactly<Data<'aggregate.revert@1'>>({ toVersion: count() }),
}
