import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { hasTool } from '#tests/documents/fixtures/outsideTool.ts'
import { asPdf, scanPages } from '#tests/documents/fixtures/scans.ts'
import { sign, testSigner } from '#tests/documents/fixtures/signers.ts'
import { editedWord, type HandedIn, handedIn } from './handedIn.ts'

const on = '2026-04-10'
const minutesState = async ({ get, sessionId }: HandedIn): Promise<string> =>
  (await get('document.board', { sessionId })).minutes.state

describe('a Word file edited by hand', () => {
  it('[VF9] finds its document, is kept as it came with its differences, once', async () => {
    const desk = await handedIn()
    const { bytes, issueId } = await desk.left(
      { document: 'letter-award', candidatureId: desk.candidatureIds[0], format: 'docx' },
      'lettre.docx',
    )
    const edited = editedWord(bytes, 'Hélène Morvan', 'Hélène Corvan')
    const path = desk.put(edited, 'lettre corrigée.docx')
    const report = await desk.get('document.return', { path, issueId: null, on })
    expect(report).toMatchObject({
      issueId,
      title: expect.stringContaining('attribution'),
      returned: { fileName: 'lettre corrigée.docx', on, kind: 'edited-word', signatures: [] },
      pages: null,
      remarks: ['Son texte a été changé depuis qu’il est parti : les écarts sont gardés avec lui.'],
    })
    expect(report.returned.differences.join()).toContain('« Corvan, » dans le fichier')
    expect(await desk.get('document.return', { path, issueId: null, on: '2026-04-11' })).toEqual(report)
    const out = join(desk.folder, 'sorti.docx')
    const { sha256 } = report.returned
    await desk.get('document.take-out', { issueId, sha256, path: out })
    expect(readFileSync(out).equals(Buffer.from(edited))).toBe(true)
    const board = await desk.get('document.board', { sessionId: desk.sessionId })
    const lines = board.candidatures.flatMap(({ documents }) => documents).flatMap(({ issues }) => issues)
    expect(lines.find(({ id }) => id === issueId)?.returned).toEqual([report.returned])
    const verified = await desk.get('document.verify', { path })
    expect(verified.verdict).toBe('modifié')
    expect(verified.sentence).toContain('il est conservé dans ce fichier')
  })

  it('[VF9] refuses what never left, what did not change, what cannot be told', async () => {
    const desk = await handedIn()
    const { path, issueId } = await desk.left({}, 'pv.pdf')
    expect(await desk.refusalOf('document.return', { path, issueId: null, on })).toBe(
      'document.nothing-returned',
    )
    const foreign = await PDFDocument.create()
    foreign.addPage().drawText('Facture')
    const bill = desk.put(await foreign.save(), 'facture.pdf')
    expect(await desk.refusalOf('document.return', { path: bill, issueId: null, on })).toBe(
      'document.unrecognised',
    )
    expect(await desk.refusalOf('document.return', { path: bill, issueId: 'absent', on })).toBe(
      'entity.missing',
    )
    expect(await desk.refusalOf('document.return', { path: join(desk.folder, 'absent'), issueId, on })).toBe(
      'file.missing',
    )
    const sha256 = 'a'.repeat(64)
    expect(await desk.refusalOf('document.take-out', { issueId, sha256, path: join(desk.folder, 'x') })).toBe(
      'entity.missing',
    )
  })

  it('[VF9] keeps anything with the document that the secretary chose', async () => {
    const desk = await handedIn()
    const { issueId } = await desk.left({}, 'pv-choisi.pdf')
    const path = desk.put(Buffer.from('Accusé de réception'), 'courriel.txt')
    expect(await desk.get('document.return', { path, issueId, on })).toMatchObject({
      issueId,
      returned: { kind: 'other', fileName: 'courriel.txt', differences: [] },
      remarks: [],
    })
  })

  it('[VF9] refuses a file that is empty or damaged, whatever the document chosen', async () => {
    const desk = await handedIn()
    const { bytes, issueId } = await desk.left({}, 'pv-entier.pdf')
    const stateOf = async (file: Uint8Array) => {
      const path = desk.put(file, 'revenu.pdf')
      const returned = await desk.dispatcher.call('document.return', { path, issueId, on })
      return returned.ok ? null : [returned.refusal.code, returned.refusal.details.state]
    }
    expect(await stateOf(new Uint8Array())).toEqual(['document.damaged', 'vide'])
    expect(await stateOf(bytes.slice(0, 300))).toEqual(['document.damaged', 'abîmé'])
  })

  it('[VF9] refuses a file that is too large to be kept', async () => {
    const desk = await handedIn()
    const { issueId } = await desk.left({}, 'pv-gros.pdf')
    const path = desk.put(new Uint8Array(50 * 1024 * 1024 + 1), 'gros.pdf')
    expect(await desk.refusalOf('document.return', { path, issueId, on })).toBe('document.too-large')
  })
})

describe.runIf(hasTool('openssl', 'version'))('a signed PDF', () => {
  it('[VF9] finds its document by its bytes, and moves no state', async () => {
    const desk = await handedIn()
    const { bytes, issueId } = await desk.left({}, 'pv-signe-avant.pdf')
    const anne = await testSigner('Anne Le Goff')
    const path = desk.put(
      await sign(bytes, anne, { signingTime: new Date('2027-03-12T13:05:00Z') }),
      'signe.pdf',
    )
    const before = await minutesState(desk)
    const report = await desk.get('document.return', { path, issueId: null, on })
    expect(report).toMatchObject({
      returned: {
        kind: 'signed-pdf',
        differences: [],
        signatures: [{ signer: 'Anne Le Goff', valid: true }],
      },
      remarks: [
        'L’état du procès-verbal n’a pas changé : indiquez qu’il est signé quand vous l’aurez vérifié.',
      ],
    })
    expect(await minutesState(desk)).toBe(before)
    const issues = (await desk.get('document.board', { sessionId: desk.sessionId })).documents.flatMap(
      (line) => line.issues,
    )
    const sha256 = issues.find(({ id }) => id === issueId)?.sha256
    expect(issues.find(({ id }) => id === report.issueId)?.sha256).toBe(sha256)
  })
})

describe.runIf(hasTool('pdftoppm', '-v') && hasTool('convert', '-version'))('a scan', () => {
  const scanned = (pdf: Uint8Array, pages = 30): readonly Uint8Array[] =>
    scanPages(pdf, { dotsPerInch: 150, effect: '-rotate 1', format: 'jpg', pages })
  /** The minutes and a letter, printed then scanned. */
  const onPaper = async (desk: HandedIn) => {
    const minutes = await desk.left({}, 'pv.pdf')
    const [candidatureId] = desk.candidatureIds
    const letter = await desk.left({ document: 'letter-award', candidatureId }, 'lettre.pdf')
    return { minutes, letter, sheets: scanned(minutes.bytes), letterSheets: scanned(letter.bytes) }
  }

  it('[VF9] finds its document by the codes of its pages, all of them there', {
    timeout: 120_000,
  }, async () => {
    const desk = await handedIn()
    const { sheets } = await onPaper(desk)
    const path = desk.put(await asPdf(sheets), 'scan.pdf')
    const report = await desk.get('document.return', { path, issueId: null, on })
    expect(report).toMatchObject({
      title: expect.stringContaining('Procès-verbal'),
      returned: { kind: 'scan', differences: [] },
      pages: { read: sheets.map((_, index) => index + 1), expected: sheets.length, missing: [], unread: 0 },
    })
    expect(report.remarks[0]).toBe('Toutes les pages du document sont là.')
    const turned = desk.put(await asPdf(sheets.toReversed()), 'scan-a-l-envers.pdf')
    const again = await desk.get('document.return', { path: turned, issueId: null, on })
    const order = sheets.map((_, index) => sheets.length - index).join(', ')
    expect(again.remarks).toContain(`Les pages ne sont pas dans l’ordre : ${order}.`)
    const verified = await desk.get('document.verify', { path })
    expect(verified).toMatchObject({ verdict: 'inconnu', sessionId: desk.sessionId })
    expect(verified.sentence).toContain('son texte ne se compare pas')
  })

  it('[VF9] says which pages miss and which have no code', { timeout: 120_000 }, async () => {
    const desk = await handedIn()
    const { minutes, sheets } = await onPaper(desk)
    const [first = new Uint8Array()] = sheets
    const verso = scanPages(minutes.bytes, {
      dotsPerInch: 150,
      effect: '-fill white -colorize 100',
      format: 'jpg',
      pages: 1,
    })
    const path = desk.put(await asPdf([first, ...verso]), 'scan-incomplet.pdf')
    const report = await desk.get('document.return', { path, issueId: null, on })
    const missing = sheets.map((_, index) => index + 1).slice(1)
    expect(report.pages).toEqual({ read: [1], expected: sheets.length, missing, unread: 1 })
    expect(report.remarks.join(' ').replaceAll('\u00A0', ' ')).toContain('Il manque')
    expect(report.remarks.join(' ').replaceAll('\u00A0', ' ')).toContain('1 feuille n’a pas de code lisible')
  })

  it('[VF9] of several documents is told, and nothing is guessed', { timeout: 120_000 }, async () => {
    const desk = await handedIn()
    const { minutes, sheets, letterSheets } = await onPaper(desk)
    const path = desk.put(await asPdf([...sheets, ...letterSheets]), 'scan-melange.pdf')
    const refused = await desk.dispatcher.call('document.return', { path, issueId: null, on })
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'document.several',
        details: {
          documents: [
            expect.stringContaining('Procès-verbal'),
            expect.stringMatching(/attribution.*\(pages? \d+.*du fichier\)/u),
          ],
        },
      },
    })
    const { issueId } = minutes
    const chosen = await desk.get('document.return', { path, issueId, on })
    expect(chosen.issueId).toBe(issueId)
    expect(chosen.remarks[0]).toContain('contient aussi les pages d’un autre document')
    expect(chosen.pages?.missing).toEqual([])
  })

  it('[VF9] brought as a photograph of one page', { timeout: 120_000 }, async () => {
    const desk = await handedIn()
    const { letter, letterSheets } = await onPaper(desk)
    const path = desk.put(letterSheets[0] ?? new Uint8Array(), 'photo.jpg')
    expect(await desk.get('document.return', { path, issueId: null, on })).toMatchObject({
      issueId: letter.issueId,
      returned: { kind: 'scan' },
      pages: { read: [1] },
    })
  })
})
