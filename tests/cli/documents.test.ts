import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  BatchReport,
  CandidatureDocuments,
  DisclosureReview,
  DocumentBoard,
  TemplateLine,
} from '#shared/domain/documents/documentBoard.ts'
import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import { wordOf } from '../usecases/templates/wordOf.ts'
import { type CliDesk, cliDesk } from './support/cliDesk.ts'

const file = 'c.delibere'

describe('[CLI] documents from the terminal, from the closing to what a citizen is given', () => {
  let desk: CliDesk
  const run = (...words: string[]) => desk.done(words)
  const type = (...words: string[]) => desk.type(words)
  const at = (name: string) => join(desk.folder, name)

  beforeAll(async () => {
    desk = cliDesk()
    await run(
      'create',
      file,
      '--name',
      'Commission numérique',
      '--instance',
      'commission interne',
      '--authority',
      'le conseil municipal de Plouvara',
      '--place',
      'Mairie',
    )
    for (const [last, role] of [
      ['Moal', 'présidente'],
      ['Cadiou', 'secrétaire'],
      ['Riou', 'membre'],
    ] as const)
      await run(
        'member',
        file,
        'add',
        '--first',
        'Anne',
        '--last',
        last,
        '--capacity',
        'membre du conseil',
        '--role',
        role,
      )
    await run('call', file, 'add', '--name', 'Appel 2026', '--envelope', '60 000')
    writeFileSync(
      at('candidatures.csv'),
      [
        'Porteur;Projet;Montant demandé',
        'Association Ti Lab;Portail des familles;10 000,00',
        'Association An Dour;Réservation en ligne;20 000,00',
      ].join('\r\n'),
    )
    await run('import', file, 'candidatures.csv', '--kind', 'csv', '--call', 'Appel 2026')
    await run(
      'session',
      file,
      'plan',
      '--date',
      '2026-03-12',
      '--order',
      'number',
      '--convocation',
      '2026-03-01',
      '--convoked-by',
      'la présidente',
      '--sent-by',
      'courriel',
    )
    await run('session', file, 'attend', '--all')
    await run('session', file, 'open', '--at', '14:00', '--chair', 'Anne Moal', '--secretary', 'Anne Cadiou')
    const votes = ['--votes', '3,0,0', '--at', '14:30']
    await run(
      'session',
      file,
      'debate',
      '--candidature',
      '1',
      '--text',
      'Le porteur se joint au 06 01 02 03 04.',
    )
    await run(
      'session',
      file,
      'decide',
      '--candidature',
      '1',
      '--opinion',
      'favorable',
      '--amount',
      '10 000',
      '--departure',
      'premier inscrit',
      ...votes,
    )
    await run(
      'session',
      file,
      'decide',
      '--candidature',
      '2',
      '--opinion',
      'défavorable',
      '--legal',
      'Article 4',
      '--factual',
      'Déjà engagé',
      '--departure',
      'déjà engagé',
      ...votes,
    )
    const { closingChecks } = await desk.ask<{
      closingChecks: { code: string; level: string; state: string }[]
    }>(['session', file, 'show'])
    for (const { code, level, state } of closingChecks)
      if (level === 'explain' && state === 'open')
        await run('session', file, 'explain', '--check', code, '--text', 'Convenu.')
    await run('session', file, 'close', '--at', '16:00')
  })
  afterAll(() => desk.remove())

  it('[CLI14] who writes is noted option by option, and shown', async () => {
    expect((await type('issuer', file, 'set')).stderr).toContain('donnez au moins une option')
    await run(
      'issuer',
      file,
      'set',
      '--name',
      'Commune de Plouvara',
      '--kind',
      'commune',
      '--town',
      'Plouvara',
      '--address',
      '1 place de la Mairie',
      '--address',
      '22170 Plouvara',
      '--agent',
      'Denis Le Gall',
      '--agent-capacity',
      'chargé de mission',
      '--agent-phone',
      '02 96 00 00 01',
      '--signatory',
      'Ada Exemple',
      '--signatory-capacity',
      'la maire',
      '--appeal-to',
      'la maire de Plouvara',
    )
    await run(
      'issuer',
      file,
      'set',
      '--court',
      'le tribunal administratif de Rennes',
      '--court-address',
      '3 contour de la Motte',
      '--court-address',
      '35044 Rennes Cedex',
    )
    const issuer = await desk.ask<Issuer>(['issuer', file, 'show'])
    expect([
      issuer.name,
      issuer.address,
      issuer.agent.name,
      issuer.agent.phone,
      issuer.signatory.capacity,
      issuer.court.address,
    ]).toEqual([
      'Commune de Plouvara',
      '1 place de la Mairie\n22170 Plouvara',
      'Denis Le Gall',
      '02 96 00 00 01',
      'la maire',
      '3 contour de la Motte\n35044 Rennes Cedex',
    ])
    const shown = await run('issuer', file, 'show')
    expect(shown.stdout).toContain('Signataire : Ada Exemple, la maire')
    expect((await type('issuer', file, 'set', '--kind', 'royaume')).exitCode).toBe(2)
  })

  it('[CLI15] an instruction is noted option by option; what cannot go together is refused', async () => {
    const on = (number: string, ...words: string[]) =>
      type('instruction', file, 'set', '--candidature', number, ...words)
    for (const [number, name] of [
      ['1', 'Ti Lab'],
      ['2', 'An Dour'],
    ] as const)
      expect(
        (
          await on(
            number,
            '--received',
            '02/02/2026',
            '--civility',
            'Madame',
            '--name',
            'Hélène Morvan',
            '--capacity',
            'présidente',
            '--address',
            name,
            '--address',
            '56230 Berric',
            '--place',
            'métropole',
            '--nature',
            'fonctionnement',
            '--payment',
            'en une fois',
            '--lapses-on',
            '2028-04-02',
            '--to-return',
            'un RIB',
            '--obligation',
            'publier',
          )
        ).exitCode,
      ).toBe(0)
    await on(
      '1',
      '--ask-piece',
      'le RIB',
      '--ask-piece',
      'les statuts',
      '--asked-on',
      '2026-02-05',
      '--deadline',
      '2026-02-20',
    )
    await on('1', '--pieces-received', '2026-02-15', '--opinion', 'favorable', '--amount', '10 000')
    const { instruction } = await desk.ask<{ instruction: Instruction }>([
      'instruction',
      file,
      'show',
      '--candidature',
      '1',
    ])
    expect([
      instruction.receivedOn,
      instruction.pieceRequests,
      instruction.proposal,
      instruction.correspondent.address,
    ]).toEqual([
      '2026-02-02',
      [
        {
          askedOn: '2026-02-05',
          deadline: '2026-02-20',
          pieces: ['le RIB', 'les statuts'],
          receivedOn: '2026-02-15',
        },
      ],
      { opinion: 'favourable', amountCents: 1_000_000 },
      'Ti Lab\n56230 Berric',
    ])
    const refused = await Promise.all([
      on('1'),
      on('1', '--deadline', '2026-02-20'),
      on('1', '--ask-piece', 'le RIB'),
      on('1', '--pieces-received', '2026-02-15'),
      on('2', '--amount', '5 000'),
      on('9', '--email', 'a@b.example'),
    ])
    expect(refused.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(refused.map(() => [1, '']))
    for (const { stderr } of refused) expect(stderr).toContain('Rien n’a été modifié')
  })

  it('[CLI16] the act that follows is noted, completed and withdrawn', async () => {
    const act = (...words: string[]) => type('session', file, 'act', ...words)
    expect((await act('--number', '2026-12')).stderr).toContain('--nature, --number, --date, --authority')
    const before = await act(
      '--nature',
      'délibération',
      '--number',
      '2026-12',
      '--date',
      '2026-01-01',
      '--authority',
      'le conseil',
    )
    expect([before.exitCode, before.stdout]).toEqual([1, ''])
    const noted = await act(
      '--nature',
      'délibération',
      '--number',
      '2026-12',
      '--date',
      '2026-04-02',
      '--authority',
      'le conseil municipal de Plouvara',
    )
    expect(noted.stdout).toBe(
      'Délibération n° 2026-12 du 2\u00A0avril 2026, le conseil municipal de Plouvara : noté.\n',
    )
    expect((await act('--withdraw')).exitCode).toBe(0)
    await run(
      'session',
      file,
      'act',
      '--nature',
      'délibération',
      '--number',
      '2026-12',
      '--date',
      '2026-04-02',
      '--authority',
      'le conseil municipal de Plouvara',
    )
    const value = await desk.ask(['session', file, 'act', '--transmitted', '2026-04-03'])
    expect(value).toMatchObject({ number: '2026-12', transmittedOn: '2026-04-03', publishedOn: null })
  })

  it('[CLI17] what can be made is listed, made, made again, and refused with what is missing', async () => {
    const board = await desk.ask<DocumentBoard>(['document', file, 'list'])
    expect(board.documents.map(({ document }) => document)).toContain('resolution')
    const made = await desk.ask<{ issueId: string }>([
      'document',
      file,
      'make',
      '--document',
      'procès-verbal',
      '--out',
      'pv.pdf',
    ])
    await run('document', file, 'again', '--issue', made.issueId, '--out', 'pv-2.pdf')
    expect(readFileSync(at('pv-2.pdf')).equals(readFileSync(at('pv.pdf')))).toBe(true)
    const letter = await run(
      'document',
      file,
      'make',
      '--document',
      'lettre d’attribution',
      '--candidature',
      '1',
      '--out',
      'lettre.docx',
    )
    expect(letter.stdout).toBe(`Lettre d’attribution : « ${at('lettre.docx')} »\n`)
    const own = await desk.ask<CandidatureDocuments>(['document', file, 'list', '--candidature', '1'])
    expect(own.documents.find(({ document }) => document === 'letter-award')?.issues.length).toBe(1)
    expect((await run('document', file, 'list', '--candidature', '1')).stdout).toContain(
      'Lettre d’attribution : peut être produit\n  Lettre 2026-0001',
    )
    const wrong = [
      await type(
        'document',
        file,
        'make',
        '--document',
        'lettre de refus',
        '--candidature',
        '1',
        '--out',
        'x.pdf',
      ),
      await type('document', file, 'make', '--document', 'lettre d’attribution', '--out', 'x.pdf'),
      await type('document', file, 'make', '--document', 'procès-verbal', '--out', 'absent/x.pdf'),
      await type('document', file, 'again', '--issue', 'inconnu', '--out', 'x.pdf'),
      await type('document', file, 'make', '--document', 'arrêté', '--candidature', '77', '--out', 'x.pdf'),
    ]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    expect((await type('document', file, 'make', '--document', 'poème', '--out', 'x.pdf')).exitCode).toBe(2)
    expect(existsSync(at('x.pdf'))).toBe(false)
  })

  it('[CLI18] the PDF for the parapheur is made; what comes back is kept', async () => {
    await run('document', file, 'sign-ready', '--document', 'procès-verbal', '--out', 'pv-a-signer.pdf')
    const toSign = await PDFDocument.load(readFileSync(at('pv-a-signer.pdf')))
    expect(toSign.getForm().getFields().length).toBeGreaterThan(0)
    // What a parapheur gives back is the same file with something added at its end.
    writeFileSync(
      at('pv-revenu.pdf'),
      Buffer.concat([readFileSync(at('pv-a-signer.pdf')), Buffer.from('\n% vu\n')]),
    )
    const back = await run('document', file, 'return', 'pv-revenu.pdf', '--on', '2026-04-05')
    expect(back.stdout).toContain('le fichier revenu est gardé')
    const absent = await type('document', file, 'return', 'absent.pdf')
    expect([absent.exitCode, absent.stdout]).toEqual([1, ''])
    const unsigned = await type(
      'document',
      file,
      'sign-ready',
      '--document',
      'lettre de refus',
      '--candidature',
      '1',
      '--out',
      'y.pdf',
    )
    expect([unsigned.exitCode, existsSync(at('y.pdf'))]).toEqual([1, false])
  })

  it('[CLI19] templates: fields, check, add, use, save, with the place of each problem', async () => {
    const fields = await run('template', file, 'fields', '--document', 'lettre d’attribution')
    expect(fields.stdout).toMatch(/^\{@corps\} {2}Le document entier/)
    expect(fields.stdout).toContain('{emetteur.nom}')
    writeFileSync(at('faux.docx'), await wordOf('{emetteur.nomm}'))
    writeFileSync(at('entete.docx'), await wordOf('Papier de {emetteur.nom}', '{@corps}'))
    const target = ['--document', 'papier à en-tête']
    const bad = await type('template', file, 'check', 'faux.docx', ...target)
    expect([bad.exitCode, bad.stdout]).toEqual([1, ''])
    expect(bad.stderr).toMatch(
      /^Ce modèle ne convient pas encore\.\nÀ corriger : .*emetteur\.nomm.* \(paragraphe/,
    )
    const refused = await type('template', file, 'add', 'faux.docx', ...target, '--name', 'En-tête')
    expect([refused.exitCode, refused.stderr.includes('emetteur.nomm')]).toEqual([1, true])
    expect((await run('template', file, 'list')).stdout).toContain('n’a pas de modèle à lui')
    expect((await run('template', file, 'check', 'entete.docx', ...target)).stdout).toContain(
      'Ce modèle convient.',
    )
    await run('template', file, 'add', 'entete.docx', ...target, '--name', 'En-tête')
    writeFileSync(at('entete-2.docx'), await wordOf('Nouveau papier de {emetteur.nom}', '{@corps}'))
    await run('template', file, 'add', 'entete-2.docx', ...target, '--name', 'En-tête')
    await run('template', file, 'use', '--name', 'en-tete', '--version', '1')
    const [template] = await desk.ask<TemplateLine[]>(['template', file, 'list'])
    expect([template?.inUse, template?.versions.length]).toEqual([1, 2])
    await run('template', file, 'save', ...target, '--name', 'En-tête', '--out', 'sauve.docx')
    expect(readFileSync(at('sauve.docx')).equals(readFileSync(at('entete.docx')))).toBe(true)
    await run('template', file, 'save', '--document', 'lettre de refus', '--out', 'refus.docx')
    expect(
      (await run('template', file, 'check', 'refus.docx', '--document', 'lettre de refus')).exitCode,
    ).toBe(0)
    const wrong = [
      await type('template', file, 'use', '--name', 'En-tête', '--version', '9'),
      await type('template', file, 'use', '--name', 'Autre'),
      await type(
        'template',
        file,
        'save',
        '--document',
        'convention',
        '--name',
        'En-tête',
        '--out',
        'z.docx',
      ),
    ]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    await run('template', file, 'use', '--name', 'En-tête', '--program')
    expect((await run('template', file, 'list')).stdout).toContain('hors service (modèle du programme)')
  })

  it('[CLI20] every letter at once, in a new folder; who is left is told; nothing half done', async () => {
    const { value } = JSON.parse((await type('letters', file, '--out', 'Courriers', '--json')).stdout) as {
      value: BatchReport
    }
    expect([value.written, value.left, readdirSync(at('Courriers')).length]).toEqual([2, [], 7])
    const one = await run('letters', file, '--out', 'Un', '--candidature', '2', '--format', 'word')
    expect(one.stdout).toMatch(/^1\u00A0courrier produit : « .*Un »\n$/)
    mkdirSync(at('Pris'))
    const wrong = [
      await type('letters', file, '--out', 'Pris'),
      await type('letters', file, '--out', 'absent/Courriers'),
      await type('letters', file, '--out', 'Ailleurs', '--candidature', '9'),
      await type('letters', file, '--out', 'Ailleurs', '--what', 'arrêtés'),
    ]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    expect(wrong.at(-1)?.stderr).toContain('n° 1, ')
    expect((await type('letters', file, '--out', 'Ailleurs', '--what', 'timbres')).exitCode).toBe(2)
    expect([existsSync(at('Ailleurs')), readdirSync(at('Pris'))]).toEqual([false, []])
  })

  it('[CLI21] the disclosure pack: what is masked is read first, then written', async () => {
    const { masks } = await desk.ask<DisclosureReview>(['disclosure', file, 'list'])
    expect(masks.map(({ kind }) => kind)).toContain('phone')
    expect((await run('disclosure', file, 'list')).stdout).toContain('06 01 02 03 04')
    const exported = await run('disclosure', file, 'export', '--out', 'Communication', '--show', '1')
    expect(exported.stdout).toContain('(communicable).pdf')
    expect(readdirSync(at('Communication')).length).toBe(7)
    const wrong = [
      await type('disclosure', file, 'export', '--out', 'Autre', '--show', '99'),
      await type('disclosure', file, 'export', '--out', 'Communication'),
    ]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    expect(existsSync(at('Autre'))).toBe(false)
  })

  it('[CLI22] the minutes go step by step', async () => {
    const step = (...words: string[]) => type('session', file, 'minutes', ...words)
    expect((await step('sign', '--on', '2026-04-02', '--by', 'Anne Moal')).exitCode).toBe(1)
    expect((await step('submit', '--on', '2026-03-20')).stdout).toBe(
      'Procès-verbal soumis le 20\u00A0mars 2026.\n',
    )
    expect((await step('back')).stdout).toBe('Le procès-verbal est un brouillon.\n')
    const wrong = [await step('sign'), await step('publish'), await step('publish', '--where', 'site')]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    expect((await step('brûler')).exitCode).toBe(2)
  })

  it('[CLI7] every command has French help with an example', async () => {
    const commands = [
      ['letters'],
      ...['list', 'make', 'again', 'sign-ready', 'return'].map((action) => ['document', file, action]),
      ...['list', 'fields', 'check', 'add', 'use', 'save'].map((action) => ['template', file, action]),
      ...['list', 'export'].map((action) => ['disclosure', file, action]),
      ...['show', 'set'].flatMap((action) => [
        ['issuer', file, action],
        ['instruction', file, action],
      ]),
      ['session', file, 'act'],
      ['session', file, 'minutes'],
    ]
    for (const command of commands) {
      const help = await desk.type([...command, '--help'])
      expect([command, help.exitCode, help.stderr]).toEqual([command, 0, ''])
      expect(help.stdout).toMatch(/^Usage : delibere .*\n[\s\S]*Exemple :\n {2}\$ delibere /)
      expect(help.stdout).not.toMatch(
        /default:|Arguments:|Options:|display help|par défaut : (full|letters|both)/,
      )
    }
  })
})
