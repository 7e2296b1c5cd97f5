import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { paragraph } from '#shared/domain/documents/blocks.ts'
import { issuedContent, keepIssuedContent } from '#shared/usecases/documents/issuedContent.ts'
import { loadOrRefuse } from '#shared/usecases/loadOrRefuse.ts'
import { hasTool } from '#tests/documents/fixtures/outsideTool.ts'
import { sign, type TestSigner, testSigner } from '#tests/documents/fixtures/signers.ts'
import { act, valueOf } from '#tests/sqlite/committeeOnDisk.ts'
import { inFile } from '../documents/openedBeside.ts'
import { editedWord, type HandedIn, handedIn } from './handedIn.ts'

const letterOf = ({ candidatureIds }: HandedIn) => ({
  document: 'letter-award' as const,
  candidatureId: candidatureIds[0],
})

/** Drawn anew by another program, its properties kept. */
const rewritten = async (pdf: Uint8Array): Promise<Uint8Array> =>
  (await PDFDocument.load(pdf, { updateMetadata: false })).save()

const withStamp = async (pdf: Uint8Array): Promise<Uint8Array> => {
  const document = await PDF.load(pdf)
  document.getPage(0)?.drawText('90 000 EUR', { x: 100, y: 300 })
  return document.save({ incremental: true })
}

describe('a letter, whose content was kept', () => {
  it('[VF6] is « conforme » to the byte', async () => {
    const desk = await handedIn()
    const { path } = await desk.left(letterOf(desk), 'lettre.pdf')
    expect(await desk.get('document.verify', { path })).toMatchObject({
      verdict: 'conforme',
      sentence: expect.stringContaining('à l’octet près'),
      sessionId: desk.sessionId,
      differences: [],
      signatures: [],
    })
  })

  it('[VF6] edited in Word, is « modifié » and says where', async () => {
    const desk = await handedIn()
    const { bytes } = await desk.left({ ...letterOf(desk), format: 'docx' }, 'lettre.docx')
    const path = desk.put(editedWord(bytes, 'Hélène Morvan', 'Hélène Corvan'), 'lettre-corrigee.docx')
    const verified = await desk.get('document.verify', { path })
    expect(verified).toMatchObject({ verdict: 'modifié', sessionId: desk.sessionId })
    expect(verified.sentence).toContain('son texte n’est pas celui du document qui est parti')
    expect(verified.differences.join()).toContain('« Corvan, » dans le fichier')
  })

  it('[VF6] another letter of the same kind is not taken for it', async () => {
    const desk = await handedIn()
    const { bytes } = await desk.left(letterOf(desk), 'lettre-2.pdf')
    const other = await handedIn()
    const path = other.put(bytes, 'lettre.pdf')
    expect(await other.get('document.verify', { path })).toMatchObject({
      verdict: 'inconnu',
      sessionId: null,
    })
  })

  it('[VF6] of several exports, the nearest is told', async () => {
    const committee = await handedIn()
    const { bytes: draft } = await committee.left({ format: 'docx' }, 'projet.docx')
    await committee.get('session.minutes-step', {
      sessionId: committee.sessionId,
      step: { to: 'submitted', on: '2026-03-20' },
    })
    await committee.left({ format: 'docx' }, 'soumis.docx')
    const path = committee.put(
      editedWord(draft, 'Le comité a entendu', 'Le comité n’a pas entendu'),
      'projet-change.docx',
    )
    const verified = await committee.get('document.verify', { path })
    expect(verified.verdict).toBe('modifié')
    expect(verified.differences).toHaveLength(1)
    expect(verified.differences[0]).toContain('« n’a pas » dans le fichier')
  })
})

it('[VF6] of two contents under one identity, the one that needs the fewest letters changed is told', async () => {
  const desk = await handedIn()
  const { bytes, issueId } = await desk.left({ ...letterOf(desk), format: 'docx' }, 'vraie.docx')
  // Another content of the same digest, newer, that says one word: the whole text is one difference with it.
  await inFile(desk, (file) => {
    const issue = valueOf(loadOrRefuse(file, 'document', issueId))
    const { model } = valueOf(issuedContent(file, issue))
    const { id: _id, returned: _returned, ...same } = issue
    valueOf(
      file.transact(act('Export', false), (transaction) => {
        const content = {
          format: 1 as const,
          model: { ...model, blocks: [paragraph('Bonjour')] },
          merged: null,
        }
        const other = { ...same, ...keepIssuedContent(transaction, content), sha256: 'b'.repeat(64) }
        return transaction.emit('document.issue@2', 'document/autre', other)
      }),
    )
  })
  const edited = editedWord(
    editedWord(bytes, 'Hélène Morvan', 'Hélène Corvan'),
    'considération distinguée',
    'considération',
  )
  const { differences } = await desk.get('document.verify', { path: desk.put(edited, 'deux-mots.docx') })
  expect(differences).toHaveLength(2)
  expect(differences.join()).toContain('« Corvan, » dans le fichier')
})

describe.runIf(hasTool('openssl', 'version'))('a signed PDF', () => {
  let anne: TestSigner
  const signingTime = new Date('2027-03-12T13:05:00Z')
  beforeAll(async () => {
    anne = await testSigner('Anne Le Goff')
  })

  it('[VF7] is « conforme » when the bytes before the signature are those that left', async () => {
    const desk = await handedIn()
    const { bytes } = await desk.left({}, 'pv.pdf')
    const path = desk.put(await sign(bytes, anne, { signingTime }), 'pv-signe.pdf')
    const verified = await desk.get('document.verify', { path })
    expect(verified).toMatchObject({
      verdict: 'conforme',
      sessionId: desk.sessionId,
      differences: [],
      signatures: [{ signer: 'Anne Le Goff', valid: true }],
    })
    expect(verified.sentence.replaceAll('\u00A0', ' ')).toMatch(
      /^Ce document est conforme, à l’octet près, à celui qui est parti \(Procès-verbal .+\), signé par Anne Le Goff le 12 mars 2027\.$/u,
    )
  })

  it('[VF7] prepared for signing, signed at its place, is « conforme »', async () => {
    const desk = await handedIn()
    const { sessionId, folder, get } = desk
    const prepared = await get('document.prepare-signing', {
      sessionId,
      document: 'minutes',
      format: 'pdf',
      path: join(folder, 'a-signer.pdf'),
    })
    const document = await PDF.load(new Uint8Array(readFileSync(prepared.path)))
    const { bytes } = await document.sign({ signer: anne.signer, signingTime })
    const path = desk.put(bytes, 'a-signer-signe.pdf')
    expect(await get('document.verify', { path })).toMatchObject({
      verdict: 'conforme',
      signatures: [{ signer: 'Anne Le Goff', valid: true }],
    })
  })

  it('[VF7] changed before it was signed, is « modifié » however good the signature', async () => {
    const desk = await handedIn()
    const { bytes } = await desk.left({}, 'pv-2.pdf')
    const path = desk.put(await sign(await withStamp(bytes), anne, { signingTime }), 'pv-piege.pdf')
    const verified = await desk.get('document.verify', { path })
    expect(verified).toMatchObject({ verdict: 'modifié', signatures: [{ valid: true }] })
    expect(verified.sentence).toContain('ce qu’il montre a été changé')
    expect(verified.differences.join()).toContain('page 1')
    expect(verified.differences.join()).toContain('90 000 EUR')
  })

  it('[VF7] changed after it was signed, is « modifié » by its signature', async () => {
    const desk = await handedIn()
    const { bytes } = await desk.left({}, 'pv-3.pdf')
    const path = desk.put(await withStamp(await sign(bytes, anne, { signingTime })), 'pv-retouche.pdf')
    const verified = await desk.get('document.verify', { path })
    expect(verified).toMatchObject({ verdict: 'modifié', signatures: [{ valid: false }] })
    expect(verified.sentence).toContain('une signature qu’il porte n’est pas valable : Anne Le Goff')
  })

  it('[VF7] written anew by the signer, is compared by its text', async () => {
    const desk = await handedIn()
    const { bytes } = await desk.left({}, 'pv-4.pdf')
    const path = desk.put(await sign(await rewritten(bytes), anne, { signingTime }), 'pv-recrit.pdf')
    const verified = await desk.get('document.verify', { path })
    expect(verified.verdict).toBe('conforme')
    expect(verified.sentence).toContain('c’est le texte qui a été comparé, non les octets')
  })

  it('[VF7] of another file, is « inconnu » but its signature is told', async () => {
    const desk = await handedIn()
    const foreign = await PDFDocument.create()
    foreign.addPage()
    const path = desk.put(await sign(await foreign.save(), anne, { signingTime }), 'contrat.pdf')
    expect(await desk.get('document.verify', { path })).toMatchObject({
      verdict: 'inconnu',
      signatures: [{ signer: 'Anne Le Goff', valid: true }],
    })
  })
})
