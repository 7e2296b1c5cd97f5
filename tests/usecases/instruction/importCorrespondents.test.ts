import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderCsv } from '#shared/domain/documents/renderCsv.ts'
import { mailMergeRows } from '#shared/usecases/documents/batch/mailMerge.ts'
import { smallCommittee } from '../smallCommittee.ts'

async function committeeWith(table: string) {
  const small = await smallCommittee()
  const path = join(small.folder, 'adresses.csv')
  writeFileSync(path, table)
  return { ...small, input: { callId: small.callId, path } }
}

const table = [
  'N°;Civilité;Nom;Qualité;Adresse;Courriel;Reçue le',
  '1;Mme;Claire Le Bihan;maire;"Mairie\n1 place\n56230 Berric";mairie@berric.example;15/01/2026',
  '3;M.;Yann Corre;;2 rue du Port, 56000 Vannes;;',
].join('\n')

test('[UC28] a table says to whom each letter goes, in one act that one undo takes back', async () => {
  const { get, input, candidatureIds } = await committeeWith(table)
  expect(await get('instruction.import-correspondents', input)).toEqual({ candidatures: 2 })
  const first = await get('instruction.get', { candidatureId: candidatureIds[0] })
  expect(first.instruction.correspondent).toEqual({
    civility: 'Madame',
    name: 'Claire Le Bihan',
    capacity: 'maire',
    address: 'Mairie\n1 place\n56230 Berric',
    email: 'mairie@berric.example',
    place: null,
    isNaturalPerson: false,
  })
  expect(first.instruction.receivedOn).toBe('2026-01-15')
  await get('act.undo', {})
  const undone = await get('instruction.get', { candidatureId: candidatureIds[0] })
  expect(undone.instruction.correspondent.name).toBe('')
})

test('[UC28] an empty cell leaves what is known', async () => {
  const { get, input, candidatureIds } = await committeeWith('Numéro;Nom;Courriel\n1;Anne Riou;\n')
  const candidatureId = candidatureIds[0]
  const { instruction } = await get('instruction.get', { candidatureId })
  await get('instruction.change', {
    candidatureId,
    set: { correspondent: { ...instruction.correspondent, civility: 'Madame', email: 'a@b.example' } },
  })
  await get('instruction.import-correspondents', input)
  expect((await get('instruction.get', { candidatureId })).instruction.correspondent).toMatchObject({
    civility: 'Madame',
    name: 'Anne Riou',
    email: 'a@b.example',
  })
})

test('[UC28] one line at fault and nothing is written; every fault is told with its line', async () => {
  const { dispatcher, input, get, candidatureIds } = await committeeWith(
    [
      'Numéro;Civilité;Nom;Reçue le',
      '1;Mme;Anne;',
      '1;Mme;Anne;',
      '99;;Bruno;',
      '2;Docteur;Chloé;',
      '3;;Dan;hier',
      ';;Élie;',
    ].join('\n'),
  )
  expect(await dispatcher.call('instruction.import-correspondents', input)).toEqual({
    ok: false,
    refusal: {
      code: 'import.lines-refused',
      details: {
        lines: [
          'ligne 4 (pas de candidature n° 99 dans l’appel)',
          'ligne 5 (civilité inconnue : « Docteur »)',
          'ligne 6 (date illisible : « hier »)',
          'ligne 7 (numéro de candidature absent)',
          'ligne 3 (même candidature que ligne 2)',
        ],
      },
    },
  })
  const { instruction } = await get('instruction.get', { candidatureId: candidatureIds[0] })
  expect(instruction.correspondent.name).toBe('')
})

test('[UC28] a table without numbers, or without lines, is refused', async () => {
  const nameless = await committeeWith('Nom;Adresse\nAnne;1 rue\n')
  expect(await nameless.refusalOf('instruction.import-correspondents', nameless.input)).toBe('input.invalid')
  const empty = await committeeWith('Numéro;Nom\n')
  expect(await empty.refusalOf('instruction.import-correspondents', empty.input)).toBe('import.nothing-found')
})

test('[UC28] a list made for a mail merge reads back', async () => {
  const correspondent = {
    civility: 'Monsieur',
    name: 'Yann Corre',
    capacity: 'président',
    address: '2 rue du Port\n56000 Vannes',
    email: 'y@corre.example',
    place: null,
    isNaturalPerson: false,
  } as const
  const list = renderCsv(
    mailMergeRows([
      {
        number: 2,
        applicant: 'Association',
        project: 'Projet',
        amountCents: 100,
        correspondent,
        documentName: 'Lettre',
        fileNames: { pdf: null, docx: null },
      },
    ]),
  )
  const { get, input, candidatureIds } = await committeeWith(list)
  await get('instruction.import-correspondents', input)
  const { instruction } = await get('instruction.get', { candidatureId: candidatureIds[1] })
  expect(instruction.correspondent).toEqual(correspondent)
})
