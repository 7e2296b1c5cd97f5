import { expect, test } from '@playwright/test'
import { sheetsAreThere, sheetsPath } from '#tests/cli/support/realSheets.ts'
import { type Desk, openBrowserDesk, openWindowDesk } from './support/desk.ts'
import { pdfText, squeezed, wordText } from './support/documentText.ts'
import { addMembers, createFile } from './support/job/createCommittee.ts'
import { exportDocuments, readFrenchCsv, verifyDocument } from './support/job/exportDocuments.ts'
import {
  closeSession,
  decideTheOthers,
  decideWithRecusal,
  everybody,
  keyed,
  openSession,
  reopenAfterPowerCut,
} from './support/job/holdSession.ts'
import { editAndUndo, importSheets, seeZeroAmount, settleDuplicate } from './support/job/importSheets.ts'
import { importOtherMarks } from './support/job/otherMarks.ts'
import { prepareCall } from './support/job/prepareCall.ts'
import { readRanking } from './support/job/readRanking.ts'
import { scoreByKeyboard } from './support/job/scoreByKeyboard.ts'

// A secretary's whole job on the real sheets, through the real screens: once through main and preload, once
// through the browser host.

test.skip(!sheetsAreThere, `Les 49 fiches réelles ne sont pas dans ${sheetsPath}.`)

test('[E2E1] the whole job in the window of Electron', () => doTheJob(openWindowDesk))
test('[E2E2] the whole job in the browser', () => doTheJob(openBrowserDesk))

async function doTheJob(openDesk: () => Promise<Desk>): Promise<void> {
  test.setTimeout(240_000)
  const desk = await openDesk()
  try {
    await test.step('creates the file and its committee', async () => {
      expect(await createFile(desk)).toMatch(/^([0-9A-Z]{5}-)+[0-9A-Z]{5}$/)
      await addMembers(desk)
    })
    await test.step('opens a call with its grid and its envelope', () => prepareCall(desk))
    await test.step('imports the 49 sheets', () => importSheets(desk))
    await test.step('settles the duplicate, sees the zero, takes an edit back', async () => {
      await settleDuplicate(desk)
      await seeZeroAmount(desk)
      await editAndUndo(desk)
    })
    await test.step('scores with the keyboard only', () => scoreByKeyboard(desk))
    await test.step('takes in the sheets of the other members', () => importOtherMarks(desk))
    await test.step('reads the ranking and one explanation', () => readRanking(desk))
    await test.step('opens the session', () => openSession(desk))
    await test.step('decides with a member out of the room', () => decideWithRecusal(desk))
    await test.step('finds everything after a power cut', () => reopenAfterPowerCut(desk))
    await test.step('decides the other points', () => decideTheOthers(desk))
    const digest = await test.step('closes and freezes', () => closeSession(desk))
    await test.step('exports documents that say what was decided', async () => {
      const { minutesPdf, minutesWord, rankingCsv } = await exportDocuments(desk)
      for (const text of [await pdfText(minutesPdf), wordText(minutesWord)]) expectMinutes(text, digest)
      expectRanking(readFrenchCsv(rankingCsv))
      await verifyDocument(desk, minutesPdf)
      await verifyDocument(desk, minutesWord)
    })
  } finally {
    await desk.close()
  }
}

function expectMinutes(text: string, digest: string): void {
  for (const part of [
    ...everybody,
    'Lise Cadiou, intéressé(e) à l’affaire, se retire à 14 h 10',
    'ne prend part ni au débat ni au vote et revient à 14 h 20',
    keyed.debate,
    'Montant proposé : 5 000,00 €',
    keyed.condition,
    keyed.legal,
    keyed.factual,
  ])
    expect(text).toContain(squeezed(part))
  expect(text).toContain(digest)
  expect(text).not.toContain(squeezed('Sœur du directeur'))
}

/** Rank, number, score, requested, opinion and amount: the scores were added up apart from the program. */
function expectRanking([head = [], ...rows]: readonly (readonly string[])[]): void {
  const columns = ['Rang', 'N°', 'Note sur 100', 'Montant demandé (€)', 'Avis', 'Montant proposé (€)']
  const ranked = rows.filter(([rank]) => rank !== '' && rank !== undefined)
  expect(ranked.map((row) => columns.map((column) => row[head.indexOf(column)]))).toEqual([
    ['1', '5', '59,67', '18561,00', 'Favorable avec réserves', '18561,00'],
    ['2', '1', '59,36', '20000,00', 'Défavorable', ''],
    ['3', '4', '59,33', '23203,00', 'Favorable', '23203,00'],
    ['4', '2', '58,33', '6736,00', 'Favorable', '5000,00'],
    ['5', '3', '56,25', '28590,00', '', ''],
  ])
}
