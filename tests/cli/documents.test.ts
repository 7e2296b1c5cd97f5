import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CandidatureDocuments, DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import type { Issuer } from '#shared/domain/issuer/issuer.ts'
import { type ClosedDesk, closedDesk } from './support/closedDesk.ts'

describe('[CLI] documents from the terminal, one at a time', () => {
  let desk: ClosedDesk
  beforeAll(async () => {
    desk = await closedDesk()
  })
  afterAll(() => desk.remove())

  it('[CLI14] who writes is noted option by option, and shown', async () => {
    expect((await desk.type('issuer c.delibere set')).stderr).toContain('donnez au moins une option')
    await desk.run(
      'issuer c.delibere set --name "Commune de Plouvara" --kind commune --town Plouvara --address "1 place de la Mairie" --address "22170 Plouvara" --agent "Denis Le Gall" --agent-capacity "chargé de mission" --agent-phone "02 96 00 00 01" --signatory "Ada Exemple" --signatory-capacity "la maire" --appeal-to "la maire de Plouvara"',
    )
    await desk.run(
      'issuer c.delibere set --court "le tribunal administratif de Rennes" --court-address "3 contour de la Motte" --court-address "35044 Rennes Cedex"',
    )
    const issuer = await desk.ask<Issuer>('issuer c.delibere show')
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
    const shown = await desk.run('issuer c.delibere show')
    expect(shown.stdout).toContain('Signataire : Ada Exemple, la maire')
    expect((await desk.type('issuer c.delibere set --kind royaume')).exitCode).toBe(2)
  })

  it('[CLI15] an instruction is noted option by option; what cannot go together is refused', async () => {
    const on = (words: string) => desk.type(`instruction c.delibere set --candidature ${words}`)
    for (const [number, name] of [
      ['1', 'Ti Lab'],
      ['2', 'An Dour'],
    ] as const)
      expect(
        (
          await on(
            `"${number}" --received 02/02/2026 --civility Madame --name "Hélène Morvan" --capacity présidente --address "${name}" --address "56230 Berric" --place métropole --nature fonctionnement --payment "en une fois" --lapses-on 2028-04-02 --to-return "un RIB" --obligation publier`,
          )
        ).exitCode,
      ).toBe(0)
    await on('1 --ask-piece "le RIB" --ask-piece "les statuts" --asked-on 2026-02-05 --deadline 2026-02-20')
    await on('1 --pieces-received 2026-02-15 --opinion favorable --amount "10 000"')
    const { instruction } = await desk.ask<{ instruction: Instruction }>(
      'instruction c.delibere show --candidature 1',
    )
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
    const refused = [
      await on('1'),
      await on('1 --deadline 2026-02-20'),
      await on('1 --ask-piece "le RIB"'),
      await on('1 --pieces-received 2026-02-15'),
      await on('2 --amount "5 000"'),
      await on('9 --email a@b.example'),
    ]
    expect(refused.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(refused.map(() => [1, '']))
    for (const { stderr } of refused) expect(stderr).toContain('Rien n’a été modifié')
  })

  it('[CLI16] the act that follows is noted, completed and withdrawn', async () => {
    const act = (words: string) => desk.type(`session c.delibere act ${words}`)
    expect((await act('--number 2026-12')).stderr).toContain('--nature, --number, --date, --authority')
    const before = await act(
      '--nature délibération --number 2026-12 --date 2026-01-01 --authority "le conseil"',
    )
    expect([before.exitCode, before.stdout]).toEqual([1, ''])
    const noted = await act(
      '--nature délibération --number 2026-12 --date 2026-04-02 --authority "le conseil municipal de Plouvara"',
    )
    expect(noted.stdout).toBe(
      'Délibération n° 2026-12 du 2\u00A0avril 2026, le conseil municipal de Plouvara : noté.\n',
    )
    expect((await act('--withdraw')).exitCode).toBe(0)
    await desk.run(
      'session c.delibere act --nature délibération --number 2026-12 --date 2026-04-02 --authority "le conseil municipal de Plouvara"',
    )
    const value = await desk.ask('session c.delibere act --transmitted 2026-04-03')
    expect(value).toMatchObject({ number: '2026-12', transmittedOn: '2026-04-03', publishedOn: null })
  })

  it('[CLI17] what can be made is listed, made, made again, and refused with what is missing', async () => {
    const board = await desk.ask<DocumentBoard>('document c.delibere list')
    expect(board.documents.map(({ document }) => document)).toContain('resolution')
    const made = await desk.ask<{ issueId: string }>(
      'document c.delibere make --document procès-verbal --out pv.pdf',
    )
    await desk.run(`document c.delibere again --issue "${made.issueId}" --out pv-2.pdf`)
    expect(readFileSync(desk.at('pv-2.pdf')).equals(readFileSync(desk.at('pv.pdf')))).toBe(true)
    const letter = await desk.run(
      'document c.delibere make --document "lettre d’attribution" --candidature 1 --out lettre.docx',
    )
    expect(letter.stdout).toBe(`Lettre d’attribution : « ${desk.at('lettre.docx')} »\n`)
    const own = await desk.ask<CandidatureDocuments>('document c.delibere list --candidature 1')
    expect(own.documents.find(({ document }) => document === 'letter-award')?.issues.length).toBe(1)
    expect((await desk.run('document c.delibere list --candidature 1')).stdout).toContain(
      'Lettre d’attribution : peut être produit\n  Lettre 2026-0001',
    )
    const wrong = [
      await desk.type('document c.delibere make --document "lettre de refus" --candidature 1 --out x.pdf'),
      await desk.type('document c.delibere make --document "lettre d’attribution" --out x.pdf'),
      await desk.type('document c.delibere make --document procès-verbal --out absent/x.pdf'),
      await desk.type('document c.delibere again --issue inconnu --out x.pdf'),
      await desk.type('document c.delibere make --document arrêté --candidature 77 --out x.pdf'),
    ]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    expect((await desk.type('document c.delibere make --document poème --out x.pdf')).exitCode).toBe(2)
    expect(existsSync(desk.at('x.pdf'))).toBe(false)
  })

  it('[CLI18] the PDF for the parapheur is made; what comes back is kept', async () => {
    await desk.run('document c.delibere sign-ready --document procès-verbal --out pv-a-signer.pdf')
    const toSign = await PDFDocument.load(readFileSync(desk.at('pv-a-signer.pdf')))
    expect(toSign.getForm().getFields().length).toBeGreaterThan(0)
    // What a parapheur gives back is the same file with something added at its end.
    writeFileSync(
      desk.at('pv-revenu.pdf'),
      Buffer.concat([readFileSync(desk.at('pv-a-signer.pdf')), Buffer.from('\n% vu\n')]),
    )
    const back = await desk.run('document c.delibere return pv-revenu.pdf --on 2026-04-05')
    expect(back.stdout).toContain('le fichier revenu est gardé')
    expect(back.stdout).not.toContain('sur null')
    const absent = await desk.type('document c.delibere return absent.pdf')
    expect([absent.exitCode, absent.stdout]).toEqual([1, ''])
    const unsigned = await desk.type(
      'document c.delibere sign-ready --document "lettre de refus" --candidature 1 --out y.pdf',
    )
    expect([unsigned.exitCode, existsSync(desk.at('y.pdf'))]).toEqual([1, false])
  })

  it('[CLI22] the minutes go step by step', async () => {
    const step = (words: string) => desk.type(`session c.delibere minutes ${words}`)
    expect((await step('sign --on 2026-04-02 --by "Anne Moal"')).exitCode).toBe(1)
    expect((await step('submit --on 2026-03-20')).stdout).toBe('Procès-verbal soumis le 20\u00A0mars 2026.\n')
    expect((await step('back')).stdout).toBe('Le procès-verbal est un brouillon.\n')
    const wrong = [await step('sign'), await step('publish'), await step('publish --where site')]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    expect((await step('brûler')).exitCode).toBe(2)
  })

  it('[CLI7] every command has French help with an example', async () => {
    const commands = [
      'letters',
      ...['list', 'make', 'again', 'sign-ready', 'return'].map((action) => `document c.delibere ${action}`),
      ...['list', 'fields', 'check', 'add', 'use', 'save'].map((action) => `template c.delibere ${action}`),
      ...['list', 'export'].map((action) => `disclosure c.delibere ${action}`),
      ...['issuer', 'instruction'].flatMap((group) => [
        `${group} c.delibere show`,
        `${group} c.delibere set`,
      ]),
      ...['act', 'minutes'].map((action) => `session c.delibere ${action}`),
    ]
    for (const command of commands) {
      const help = await desk.type(`${command} --help`)
      expect([command, help.exitCode, help.stderr]).toEqual([command, 0, ''])
      expect(help.stdout).toMatch(/^Usage : delibere .*\n[\s\S]*Exemple :\n {2}\$ delibere /)
      expect(help.stdout).not.toMatch(
        /default:|Arguments:|Options:|display help|par défaut : (full|letters|both)/,
      )
    }
  })
})
