import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileUniformSheet, smallCommittee } from './smallCommittee.ts'

it('[UC2] a recusal after the marks hides the sheet, leaves the mean with a trace and stays in the history', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, callId, memberIds, candidatureIds } = committee
  const [ada, blaise] = memberIds
  const [berric] = candidatureIds
  await fileUniformSheet(committee, { candidatureId: berric, evaluatorId: ada }, 5)
  await fileUniformSheet(committee, { candidatureId: berric, evaluatorId: blaise }, 3)
  const before = await get('ranking.get', { callId })
  expect(before.rows[0]?.score).toBe('80.00')
  await get('recusal.declare', { candidatureId: berric, memberId: ada, reason: 'parent', legalBasis: '' })
  const after = await get('ranking.get', { callId })
  expect(after.rows[0]).toMatchObject({ score: '60.00', recused: ['Ada Exemple'] })
  expect(after.rows[0]?.sheetTotals.map(({ name }) => name)).toEqual(['Blaise Exemple'])
  const sheet = { candidatureId: berric, evaluatorId: ada }
  expect(await refusalOf('sheet.get', sheet)).toBe('mark.recused')
  expect(await refusalOf('sheet.file', sheet)).toBe('mark.recused')
  const pile = await get('sheet.progress', { callId, evaluatorId: ada })
  expect(pile.candidatures.map(({ applicant }) => applicant)).not.toContain('Berric')
  expect(pile.recusedCount).toBe(1)
  const explanation = await get('ranking.explain', { candidatureId: berric })
  expect(explanation.sheets.find(({ evaluator }) => evaluator === 'Ada Exemple')).toMatchObject({
    excluded: 'recused',
    lines: [],
  })
  const history = await get('history.of', { entity: `sheet/${berric}/${ada}` })
  expect(history.length).toBeGreaterThan(8)
  await get('recusal.lift', { candidatureId: berric, memberId: ada, reason: 'Lien rompu' })
  expect((await get('ranking.get', { callId })).rows[0]?.score).toBe('80.00')
})

it('[UC3] the first filed sheet locks the grid; only a new version may follow', async () => {
  const committee = await smallCommittee()
  const { get, refusalOf, callId, gridId, memberIds, candidatureIds } = committee
  const { grid } = await get('sheet.get', { candidatureId: candidatureIds[0], evaluatorId: memberIds[0] })
  const content = {
    label: grid.label,
    sections: [...grid.sections.map((section) => structuredClone(section))],
  }
  await get('grid.change', { gridId, content: structuredClone(content) as never })
  await fileUniformSheet(committee, { candidatureId: candidatureIds[0], evaluatorId: memberIds[0] }, 4)
  expect(await refusalOf('grid.change', { gridId, content: structuredClone(content) as never })).toBe(
    'grid.locked',
  )
  const other = await get('grid.draft', { from: 'shipped', key: 'portail-familles' })
  expect(await refusalOf('call.change', { callId, set: { gridId: other.gridId } })).toBe('grid.locked')
  const next = await get('grid.draft', { from: 'new-version', gridId })
  await get('call.change', { callId, set: { gridId: next.gridId } })
  const ranking = await get('ranking.get', { callId })
  expect(ranking.rows.map(({ notRanked }) => notRanked)).toEqual(['no-sheet', 'no-sheet', 'no-sheet'])
})

it('[UC8] a table of marks is refused whole, with its lines, or taken whole', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, callId, folder, memberIds, candidatureIds } = committee
  const { grid } = await get('sheet.get', { candidatureId: candidatureIds[0], evaluatorId: memberIds[0] })
  const codes = grid.sections.flatMap(({ criteria }) => criteria.map(({ code }) => code))
  const path = join(folder, 'notes.csv')
  const header = 'Membre;N° candidature;Critère;Note;Commentaire'
  writeFileSync(
    path,
    [
      header,
      `Ada Exemple;1;${codes[0]};4;`,
      `Inconnu;1;${codes[0]};4;`,
      `Ada Exemple;9;${codes[0]};4;`,
      `Ada Exemple;1;${codes[1]};7;`,
      `Ada Exemple;1;${codes[0]};3;`,
    ].join('\n'),
  )
  expect(await dispatcher.call('marks.import', { callId, path, fileSheets: true })).toEqual({
    ok: false,
    refusal: {
      code: 'import.lines-refused',
      details: {
        lines: [
          'ligne 3 (membre inconnu : « Inconnu »)',
          'ligne 4 (pas de candidature n° 9 dans l’appel)',
          `ligne 5 (note « 7 » hors du barème du critère ${codes[1]})`,
          'ligne 6 (même note que ligne 2)',
        ],
      },
    },
  })
  expect((await get('ranking.get', { callId })).rows.every(({ score }) => score === null)).toBe(true)
  const [dropped, ...kept] = codes
  writeFileSync(path, [header, ...kept.map((code) => `exemple ada;2;${code};4;Motif`)].join('\n'))
  expect(await get('marks.import', { callId, path, fileSheets: true })).toEqual({
    sheets: 1,
    marks: kept.length,
    missingMarks: 1,
  })
  // The missing mark left the denominator: four fifths, not less.
  const row = (await get('ranking.get', { callId })).rows[0]
  expect(row).toMatchObject({ number: 2, score: '80.00', missingMarks: 1 })
  expect(dropped).toBeDefined()
})

it('[UC8] a mandatory comment that lacks is a line at fault when the sheets are filed, not in a draft', async () => {
  const committee = await smallCommittee()
  const { get, dispatcher, callId, folder } = committee
  const path = join(folder, 'notes.csv')
  writeFileSync(
    path,
    'Membre;N° candidature;Critère;Note;Commentaire\nAda Exemple;1;PERT;4;\nAda Exemple;1;IMPACT;5;\n',
  )
  expect(await dispatcher.call('marks.import', { callId, path, fileSheets: true })).toEqual({
    ok: false,
    refusal: {
      code: 'import.lines-refused',
      details: { lines: ['ligne 3 (cette note du critère IMPACT demande un commentaire)'] },
    },
  })
  expect(await get('marks.import', { callId, path, fileSheets: false })).toMatchObject({
    sheets: 1,
    marks: 2,
  })
})

it('[UC8] a name that two members bear is said to be shared, not unknown', async () => {
  const { dispatcher, callId, folder } = await smallCommittee()
  const path = join(folder, 'notes.csv')
  writeFileSync(path, 'Membre;N° candidature;Critère;Note\nExemple;1;PERT;4\n;1;PERT;4\n')
  expect(await dispatcher.call('marks.import', { callId, path, fileSheets: true })).toEqual({
    ok: false,
    refusal: {
      code: 'import.lines-refused',
      details: {
        lines: ['ligne 2 (plusieurs membres répondent au nom « Exemple »)', 'ligne 3 (le membre manque)'],
      },
    },
  })
})
