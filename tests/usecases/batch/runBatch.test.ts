import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { act, type DocumentedSession, documentedSession } from '../documents/documentedSession.ts'

const lettersTo = ({ sessionId, folder }: DocumentedSession, name = 'Courriers') => ({
  sessionId,
  what: 'letters' as const,
  format: 'both' as const,
  candidatureIds: null,
  folder: join(folder, name),
})

const inFolder = ({ folder }: DocumentedSession): readonly string[] =>
  readdirSync(folder).filter((name) => name !== 'user' && !name.startsWith('comite.delibere'))

const issuesOf = async ({ get, sessionId }: DocumentedSession) =>
  (await get('document.board', { sessionId })).candidatures.flatMap(({ documents }) =>
    documents.flatMap(({ issues }) => issues),
  )

describe('a batch of letters', () => {
  it('[BA1] [BA3] writes a file for each letter and format, one PDF of all, a list and what is missing', async () => {
    const session = await documentedSession()
    const { get, dispatcher } = session
    const steps: unknown[] = []
    dispatcher.subscribe((event) => {
      if (event.kind === 'progress') steps.push([event.label, event.done, event.total])
    })
    const { number } = await get('document.board', { sessionId: session.sessionId })
    const report = await get('document.batch', lettersTo(session))
    expect(report).toEqual({
      folder: join(session.folder, 'Courriers'),
      written: 3,
      merged: `Tous les courriers ${number}.pdf`,
      mailMerge: 'publipostage.csv',
      left: [],
    })
    expect(readdirSync(report.folder)).toEqual(
      [
        'Compte rendu.txt',
        ...['docx', 'pdf'].flatMap((format) => [
          `Lettre d’attribution 0001 Commune de Berric.${format}`,
          `Lettre d’attribution partielle 0002 Commune de Molac.${format}`,
          `Lettre de refus 0003 Commune d’Elven.${format}`,
        ]),
        `Tous les courriers ${number}.pdf`,
        'publipostage.csv',
      ]
        .map((name) => name.replace('Commune d’Elven', 'Commune de Elven'))
        .sort(),
    )
    expect(steps).toEqual([
      ['Production : courriers', 1, 3],
      ['Production : courriers', 2, 3],
      ['Production : courriers', 3, 3],
      ['Réunion en un seul PDF : courriers', 3, 3],
    ])
    expect(inFolder(session)).toEqual(['Courriers'])
  })

  it('[BA1] is one act that records each file, and each is known again and drawn again', async () => {
    const session = await documentedSession()
    const { get, folder } = session
    const before = await get('app.state', {})
    const report = await get('document.batch', lettersTo(session))
    const issues = await issuesOf(session)
    expect(issues.map(({ document, format, isKept }) => `${document} ${format} ${isKept}`).sort()).toEqual([
      'letter-award docx true',
      'letter-award pdf true',
      'letter-partial-award docx true',
      'letter-partial-award pdf true',
      'letter-refusal docx true',
      'letter-refusal pdf true',
    ])
    // What left is not undone, and bars nothing of what came before.
    expect((await get('app.state', {})).undo).toBe(before.undo)
    for (const { id, format, document } of issues) {
      const path = join(folder, `again.${format}`)
      await get('document.again', { issueId: id, path })
      const name = readdirSync(report.folder).find(
        (each) => each.endsWith(`.${format}`) && each.startsWith(`${names[document]} 0`),
      )
      expect(readFileSync(path).equals(readFileSync(join(report.folder, name ?? '')))).toBe(true)
      expect(await get('document.verify', { path })).toMatchObject({ verdict: 'conforme' })
    }
  })

  it('[BA3] the one PDF holds them in the order of the numbers, the list has a line for each', async () => {
    const session = await documentedSession()
    const report = await session.get('document.batch', lettersTo(session))
    const merged = await readDocument(new Uint8Array(readFileSync(join(report.folder, report.merged ?? ''))))
    const places = ['Mairie de Berric', 'Mairie de Molac', 'Mairie de Elven'].map(
      (name) => merged?.text.replaceAll(/\s/gu, ' ').indexOf(name) ?? -1,
    )
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(readFileSync(join(report.folder, 'publipostage.csv'), 'utf8').split('\r\n')).toEqual([
      '\uFEFFNuméro;Civilité;Nom;Qualité;Demandeur;Adresse 1;Adresse 2;Adresse 3;Courriel;Projet;Montant;Document;Fichier PDF;Fichier Word',
      '1;Madame;Hélène Morvan;maire;Commune de Berric;Mairie de Berric;56230 Berric;;;Projet de Berric;10000;Lettre d’attribution;Lettre d’attribution 0001 Commune de Berric.pdf;Lettre d’attribution 0001 Commune de Berric.docx',
      '2;Madame;Hélène Morvan;maire;Commune de Molac;Mairie de Molac;56230 Molac;;;Projet de Molac;15000;Lettre d’attribution partielle;Lettre d’attribution partielle 0002 Commune de Molac.pdf;Lettre d’attribution partielle 0002 Commune de Molac.docx',
      '3;Madame;Hélène Morvan;maire;Commune de Elven;Mairie de Elven;56230 Elven;;;Projet de Elven;;Lettre de refus;Lettre de refus 0003 Commune de Elven.pdf;Lettre de refus 0003 Commune de Elven.docx',
      '',
    ])
  })

  it('[BA2] one missing address does not stop the others, and is told in the answer and in the folder', async () => {
    const session = await documentedSession()
    const { get, candidatureIds } = session
    const { instruction } = await get('instruction.get', { candidatureId: candidatureIds[1] })
    await get('instruction.change', {
      candidatureId: candidatureIds[1],
      set: { correspondent: { ...instruction.correspondent, address: '' } },
    })
    const report = await get('document.batch', { ...lettersTo(session), format: 'pdf' })
    expect([report.written, report.left]).toEqual([
      2,
      [{ number: 2, applicant: 'Commune de Molac', reason: 'il manque l’adresse du demandeur' }],
    ])
    const told = readFileSync(join(report.folder, 'Compte rendu.txt'), 'utf8').split('\r\n')
    expect([told[0]?.slice(0, 30), ...told.slice(-3)]).toEqual([
      '\uFEFF2\u00A0courriers de la séance du 1',
      '1\u00A0candidature est restée de côté :',
      '  n° 2, Commune de Molac : il manque l’adresse du demandeur.',
      '',
    ])
    expect((await issuesOf(session)).map(({ document }) => document)).toEqual([
      'letter-award',
      'letter-refusal',
    ])
  })

  it('[BA2] when nobody can be served nothing is written nor recorded, and the report says why', async () => {
    const session = await documentedSession()
    const { get } = session
    await get('session.record-act', { sessionId: session.sessionId, act: null })
    const report = await get('document.batch', lettersTo(session))
    expect([report.written, report.merged, report.mailMerge]).toEqual([0, null, ''])
    expect(report.left.map(({ number, reason }) => [number, reason])).toEqual(
      [1, 2, 3].map((number) => [
        number,
        'il manque le numéro de l’acte, la date de l’acte et l’autorité qui a décidé',
      ]),
    )
    expect([inFolder(session), await issuesOf(session)]).toEqual([[], []])
  })

  it('[BA1] chosen candidatures only; a stranger is refused', async () => {
    const session = await documentedSession()
    const { get, candidatureIds } = session
    const one = await get('document.batch', {
      ...lettersTo(session),
      format: 'docx',
      candidatureIds: [candidatureIds[2]],
    })
    expect([one.written, one.merged, readdirSync(one.folder)]).toEqual([
      1,
      null,
      ['Compte rendu.txt', 'Lettre de refus 0003 Commune de Elven.docx', 'publipostage.csv'],
    ])
    expect(
      await session.refusalOf('document.batch', {
        ...lettersTo(session, 'Autres'),
        candidatureIds: ['candidature-inconnue'],
      }),
    ).toBe('entity.missing')
    expect(inFolder(session)).toEqual(['Courriers'])
  })
})

describe('the other batches', () => {
  it('[BA1] an order for each award, an agreement where one is owed, a report for all', async () => {
    const session = await documentedSession()
    const { get } = session
    const batch = (what: 'award-orders' | 'agreements' | 'reports') =>
      get('document.batch', { ...lettersTo(session, what), what, format: 'pdf' })
    // The act of this session is a resolution: it needs no order.
    const none = await batch('award-orders')
    expect([none.written, none.left.map(({ reason }) => reason)]).toEqual([
      0,
      ['l’aide est attribuée par une délibération', 'l’aide est attribuée par une délibération'],
    ])
    await get('session.record-act', {
      sessionId: session.sessionId,
      act: { ...act, nature: 'arrete', authority: 'la maire de Plouvara' },
    })
    const { candidature, dossier } = await get('candidature.get', {
      candidatureId: session.candidatureIds[0],
    })
    await get('dossier.change', {
      dossierId: candidature.dossierId,
      set: { applicant: { ...dossier.applicant, siret: '21560010300018' } },
    })
    const orders = await batch('award-orders')
    expect([orders.written, orders.left]).toEqual([
      1,
      [{ number: 2, applicant: 'Commune de Molac', reason: 'il manque le SIRET du bénéficiaire' }],
    ])
    const agreements = await batch('agreements')
    expect([agreements.written, agreements.left.map(({ number }) => number)]).toEqual([0, [1, 2]])
    const reports = await batch('reports')
    expect([reports.written, reports.left]).toEqual([3, []])
    expect(readdirSync(reports.folder)).toContain('Rapport d’instruction 0003 Commune de Elven.pdf')
  })
})

describe('a batch that stops', () => {
  it('[BA1] cancelled after any document leaves nothing on the disk and nothing in the file', async () => {
    const session = await documentedSession()
    const { dispatcher } = session
    for (const stopAfter of [1, 2, 3]) {
      const unsubscribe = dispatcher.subscribe((event) => {
        if (event.kind === 'progress' && event.done === stopAfter)
          dispatcher.call('document.batch-cancel', {})
      })
      expect(await session.refusalOf('document.batch', lettersTo(session))).toBe('document.cancelled')
      unsubscribe()
      expect([inFolder(session), await issuesOf(session)]).toEqual([[], []])
    }
    // The one after is not cancelled by what was asked before it.
    expect((await session.get('document.batch', lettersTo(session))).written).toBe(3)
  })

  it('[BA1] the file closed under it: nothing on the disk', async () => {
    const session = await documentedSession()
    const { dispatcher } = session
    dispatcher.subscribe((event) => {
      if (event.kind === 'progress' && event.done === 2) dispatcher.call('file.close', {})
    })
    expect(await session.refusalOf('document.batch', lettersTo(session))).toBe('document.cancelled')
    expect(inFolder(session)).toEqual([])
  })

  it('[BA1] a folder that exists, a place that does not, a place that takes no writing', async () => {
    const session = await documentedSession()
    mkdirSync(join(session.folder, 'Courriers'))
    const to = (folder: string) => session.refusalOf('document.batch', { ...lettersTo(session), folder })
    expect(await to(join(session.folder, 'Courriers'))).toBe('file.exists')
    expect(await to(join(session.folder, 'absent', 'Courriers'))).toBe('file.missing')
    if (existsSync('/sys/kernel')) expect(await to('/sys/kernel/Courriers')).toBe('file.read-only')
    expect([readdirSync(join(session.folder, 'Courriers')), await issuesOf(session)]).toEqual([[], []])
  })
})

const names: Readonly<Record<string, string>> = {
  'letter-award': 'Lettre d’attribution',
  'letter-partial-award': 'Lettre d’attribution partielle',
  'letter-refusal': 'Lettre de refus',
}
