import { PDF } from '@libpdf/core'
import { fromBER } from 'asn1js'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { Certificate, ContentInfo, SignedData } from 'pkijs'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { signatureReader } from '#main/adapters/documents/signatures/signatureReader.ts'
import { everyBlock } from './fixtures/everyBlock.ts'
import { readFonts } from './fixtures/fonts.ts'
import { hasTool, runOnFile } from './fixtures/outsideTool.ts'
import {
  sign,
  signByHand,
  swappedCertificate,
  type TestSigner,
  testAuthority,
  testSigner,
} from './fixtures/signers.ts'

const reader = signatureReader()
const pdf = await renderPdf(everyBlock, readFonts())
const signingTime = new Date('2027-03-12T13:05:00Z')
const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

it('[SG1] a PDF that nobody signed bears no signature', async () => {
  expect(await reader.read(pdf)).toEqual([])
  expect(await reader.beforeSigning(pdf)).toEqual([])
})

it('[SG1] never throws, whatever the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (tail) => {
      const bytes = new Uint8Array([...Buffer.from('%PDF-1.7\n/ByteRange [0 1 2 3]\n'), ...tail])
      expect(await reader.read(bytes)).toMatchObject([{ signer: 'signataire inconnu', valid: false }])
      expect(await reader.beforeSigning(bytes)).toEqual([])
      expect(await reader.read(tail)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

describe.runIf(hasTool('openssl', 'version'))('a signed PDF', () => {
  let anne: TestSigner
  let elodie: TestSigner
  let signed: Uint8Array
  beforeAll(async () => {
    anne = await testSigner('Anne Le Goff')
    elodie = await testSigner('Élodie Martin', 'Région Bretagne', 'ec')
    signed = await sign(pdf, anne, { signingTime })
  })

  it('[SG2] says who signed, when, what was checked and what was not', async () => {
    const [reading] = await reader.read(signed)
    expect({ ...reading, sentence: reading?.sentence.replace(/[\u00A0\u202F]/gu, ' ') }).toEqual({
      signer: 'Anne Le Goff',
      signedAt: '2027-03-12T13:05:00.000Z',
      valid: true,
      sentence:
        'Signé électroniquement par Anne Le Goff (Commune de Plouvara) le 12 mars 2027 à 14 h 05 (heure de Paris, donnée par le poste du signataire). Ce qui a été signé n’a pas changé. Le certificat était en cours de validité à cette date. Le signataire a fait lui-même son certificat : rien d’autre n’atteste son identité. Sans réseau, ni la confiance due à l’émetteur ni une révocation ne sont vérifiées.',
    })
  })

  it('[SG2] reads the older procedure', async () => {
    const older = await sign(pdf, anne, { signingTime, subFilter: 'adbe.pkcs7.detached' })
    expect(await reader.read(older)).toMatchObject([{ signer: 'Anne Le Goff', valid: true }])
  })

  it('[SG2] reads a key on an elliptic curve, and several signatures', async () => {
    const readings = await reader.read(await sign(signed, elodie, { signingTime }))
    expect(readings).toMatchObject([
      { signer: 'Anne Le Goff', valid: true },
      { signer: 'Élodie Martin', valid: true },
    ])
    expect(readings[0]?.sentence).toContain('D’autres signatures ont été ajoutées ensuite')
    expect(readings[1]?.sentence).toContain('Élodie Martin (Région Bretagne)')
  })

  it.each([
    ['of another tool', []],
    ['with SHA-512', ['-md', 'sha512']],
    ['in the PSS manner', ['-keyopt', 'rsa_padding_mode:pss']],
    ['that names its key instead of its certificate', ['-keyid']],
  ])('[SG2] reads a signature %s', async (_, args) => {
    expect(await reader.read(await signByHand(signed, anne, { args }))).toMatchObject([{ valid: true }])
  })

  it('[SG3] a certificate that was not in force at that hour is told', async () => {
    const [reading] = await reader.read(
      await sign(pdf, anne, { signingTime: new Date('2060-01-01T00:00:00Z') }),
    )
    expect(reading?.valid).toBe(true)
    expect(reading?.sentence).toContain('Attention : à cette date, le certificat n’était pas valable')
  })

  it('[SG4] a byte changed in what was signed', async () => {
    const [reading] = await reader.read(changed(signed, 2_000))
    expect(reading).toMatchObject({ signer: 'Anne Le Goff', valid: false })
    expect(reading?.sentence).toContain('Les octets signés ne sont plus ceux du fichier')
  })

  it('[SG4] a signature over a part only', async () => {
    const [reading] = await reader.read(await signByHand(signed, anne, { leaveOut: 40 }))
    expect(reading).toMatchObject({ signer: 'Anne Le Goff', valid: false })
    expect(reading?.sentence).toContain('Elle ne couvre qu’une partie du fichier')
    expect(await reader.read(await signByHand(signed, anne))).toMatchObject([{ valid: true }])
  })

  it('[SG4] an envelope that holds what it signs proves nothing about the file', async () => {
    const [reading] = await reader.read(await signByHand(signed, anne, { args: ['-nodetach'] }))
    expect(reading?.valid).toBe(false)
  })

  it('[SG4] another certificate put in the place of the signer’s', async () => {
    const swapped = await swappedCertificate(anne, 'Le Maire')
    const put = (envelope: Uint8Array): Uint8Array =>
      withCertificate(envelope, Certificate.fromBER(buffer(swapped)))
    const [reading] = await reader.read(await signByHand(signed, anne, { change: put }))
    expect(reading).toMatchObject({ signer: 'Le Maire', valid: false })
    expect(reading?.sentence).toContain('Elle n’a pas été faite avec le certificat qui l’accompagne')
  })

  it('[SG4] a digest that can be forged', async () => {
    const [reading] = await reader.read(await signByHand(signed, anne, { args: ['-md', 'sha1'] }))
    expect(reading?.valid).toBe(false)
    expect(reading?.sentence).toContain('empreinte trop ancienne')
  })

  it('[SG5] a time stamp gives the hour', async () => {
    const timestampAuthority = await testAuthority('Horodatage breton')
    const stamped = await sign(pdf, anne, { level: 'B-T', timestampAuthority, signingTime })
    const [reading] = await reader.read(stamped)
    expect(reading?.valid).toBe(true)
    expect(reading?.sentence).toContain('attestée par l’horodatage de Horodatage breton')
    expect(reading?.signedAt).not.toBe(signingTime.toISOString())
  })

  it('[SG5] a time stamp on the whole document is told', async () => {
    const document = await PDF.load(signed)
    const { bytes } = await document.addTimestamp({
      timestampAuthority: await testAuthority('Horodatage breton'),
    })
    expect(await reader.read(bytes)).toMatchObject([
      { signer: 'Anne Le Goff', valid: true },
      { signer: 'horodatage de Horodatage breton', valid: true },
    ])
  })

  it('[SG6] bytes added behind the signature are told, and do not break it when the pages stay the same', async () => {
    const [reading] = await reader.read(Buffer.concat([signed, Buffer.from('% une remarque\n')]))
    expect(reading?.valid).toBe(true)
    expect(reading?.sentence).toContain('Des octets ont été ajoutés après la signature')
  })

  it('[SG6] bytes added behind the signature that draw something else break it', async () => {
    const document = await PDF.load(signed)
    document.getPage(0)?.drawText('90 000 €', { x: 100, y: 300 })
    const altered = await document.save({ incremental: true })
    expect(altered.subarray(0, signed.length)).toEqual(signed)
    const [reading] = await reader.read(altered)
    expect(reading?.valid).toBe(false)
    expect(reading?.sentence).toContain(
      'Des octets ont été ajoutés après la signature et changent le document',
    )
    expect(reading?.sentence).toContain('page 1 : son contenu, ses polices ou ses images ont été changés')
  })

  it('[SG7] gives back the bytes that were signed first', async () => {
    const twice = await sign(signed, elodie, { signingTime })
    for (const file of [signed, twice]) {
      const [first = new Uint8Array()] = await reader.beforeSigning(file)
      expect(Buffer.from(first).equals(Buffer.from(pdf))).toBe(true)
      expect(await reader.changesSince(pdf, file)).toEqual([])
    }
  })

  it('[SG7] what was changed between the making and the signing is told', async () => {
    const document = await PDF.load(pdf)
    document.getPage(1)?.drawText('rectifié', { x: 100, y: 300 })
    const altered = await sign(await document.save({ incremental: true }), anne, { signingTime })
    const earlier = await reader.beforeSigning(altered)
    expect(earlier.some((bytes) => Buffer.from(bytes).equals(Buffer.from(pdf)))).toBe(true)
    expect(await reader.changesSince(pdf, altered)).toContain(
      'page 2 : son contenu, ses polices ou ses images ont été changés',
    )
  })

  it('[SG7] a signer who wrote the file anew left no earlier bytes of ours', async () => {
    const rewritten = await (await PDFDocument.load(pdf)).save()
    const earlier = await reader.beforeSigning(await sign(rewritten, anne, { signingTime }))
    expect(earlier.some((bytes) => Buffer.from(bytes).equals(Buffer.from(pdf)))).toBe(false)
  })

  it('[SG1] never throws on a signed file that was cut or altered', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 }), async (cut, at, value) => {
        const altered = signed.slice(0, Math.max(1, signed.length - (cut % 40_000)))
        altered[at % altered.length] = value
        await reader.read(altered)
        await reader.beforeSigning(altered)
      }),
      { numRuns: 60 },
    )
  })

  it.runIf(hasTool('pdfsig', '-v'))('[SG2] another verifier is of the same opinion', () => {
    const verdict = (bytes: Uint8Array): boolean =>
      runOnFile(bytes, 'a.pdf', 'pdfsig', ['-nocert', 'FILE']).output.includes('Signature is Valid')
    expect(verdict(signed)).toBe(true)
    expect(verdict(changed(signed, 2_000))).toBe(false)
  })
})

function withCertificate(envelope: Uint8Array, certificate: Certificate): Uint8Array {
  const info = new ContentInfo({ schema: fromBER(buffer(envelope)).result })
  const data = new SignedData({ schema: info.content })
  data.certificates = [certificate]
  const wrapped = new ContentInfo({ contentType: info.contentType, content: data.toSchema(true) })
  return new Uint8Array(wrapped.toSchema().toBER(false))
}
