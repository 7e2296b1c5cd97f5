import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BatchReport, DisclosureReview, TemplateLine } from '#shared/domain/documents/documentBoard.ts'
import { wordOf } from '../usecases/templates/wordOf.ts'
import { type ClosedDesk, closedDesk, prepareLetters } from './support/closedDesk.ts'

describe('[CLI] templates, letters and disclosure packs from the terminal', () => {
  let desk: ClosedDesk
  beforeAll(async () => {
    desk = await closedDesk()
    await prepareLetters(desk)
  })
  afterAll(() => desk.remove())

  it('[CLI19] templates: fields, check, add, use, save, with the place of each problem', async () => {
    const fields = await desk.run('template c.delibere fields --document "lettre d’attribution"')
    expect(fields.stdout).toMatch(/^\{@corps\} {2}Le document entier/)
    expect(fields.stdout).toContain('{emetteur.nom}')
    writeFileSync(desk.at('faux.docx'), await wordOf('{emetteur.nomm}'))
    writeFileSync(desk.at('entete.docx'), await wordOf('Papier de {emetteur.nom}', '{@corps}'))
    const target = '--document "papier à en-tête"'
    const bad = await desk.type(`template c.delibere check faux.docx ${target}`)
    expect([bad.exitCode, bad.stdout]).toEqual([1, ''])
    expect(bad.stderr).toMatch(
      /^Ce modèle ne convient pas encore\.\nÀ corriger : .*emetteur\.nomm.* \(paragraphe/,
    )
    const refused = await desk.type(`template c.delibere add faux.docx ${target} --name En-tête`)
    expect([refused.exitCode, refused.stderr.includes('emetteur.nomm')]).toEqual([1, true])
    expect((await desk.run('template c.delibere list')).stdout).toContain('n’a pas de modèle à lui')
    expect((await desk.run(`template c.delibere check entete.docx ${target}`)).stdout).toContain(
      'Ce modèle convient.',
    )
    await desk.run(`template c.delibere add entete.docx ${target} --name En-tête`)
    writeFileSync(desk.at('entete-2.docx'), await wordOf('Nouveau papier de {emetteur.nom}', '{@corps}'))
    await desk.run(`template c.delibere add entete-2.docx ${target} --name En-tête`)
    await desk.run('template c.delibere use --name en-tete --version 1')
    const [template] = await desk.ask<TemplateLine[]>('template c.delibere list')
    expect([template?.inUse, template?.versions.length]).toEqual([1, 2])
    await desk.run(`template c.delibere save ${target} --name En-tête --out sauve.docx`)
    expect(readFileSync(desk.at('sauve.docx')).equals(readFileSync(desk.at('entete.docx')))).toBe(true)
    await desk.run('template c.delibere save --document "lettre de refus" --out refus.docx')
    expect(
      (await desk.run('template c.delibere check refus.docx --document "lettre de refus"')).exitCode,
    ).toBe(0)
    const wrong = [
      await desk.type('template c.delibere use --name En-tête --version 9'),
      await desk.type('template c.delibere use --name Autre'),
      await desk.type('template c.delibere save --document convention --name En-tête --out z.docx'),
    ]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    await desk.run('template c.delibere use --name En-tête --program')
    expect((await desk.run('template c.delibere list')).stdout).toContain(
      'hors service (modèle du programme)',
    )
  })

  it('[CLI20] every letter at once, in a new folder; who is left is told; nothing half done', async () => {
    const { value } = JSON.parse((await desk.type('letters c.delibere --out Courriers --json')).stdout) as {
      value: BatchReport
    }
    expect([value.written, value.left, readdirSync(desk.at('Courriers')).length]).toEqual([2, [], 7])
    const one = await desk.run('letters c.delibere --out Un --candidature 2 --format word')
    expect(one.stdout).toMatch(/^1\u00A0courrier produit : « .*Un »\n$/)
    mkdirSync(desk.at('Pris'))
    const wrong = [
      await desk.type('letters c.delibere --out Pris'),
      await desk.type('letters c.delibere --out absent/Courriers'),
      await desk.type('letters c.delibere --out Ailleurs --candidature 9'),
      await desk.type('letters c.delibere --out Ailleurs --what arrêtés'),
    ]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    expect(wrong.at(-1)?.stderr).toContain('n° 1, ')
    expect((await desk.type('letters c.delibere --out Ailleurs --what timbres')).exitCode).toBe(2)
    expect([existsSync(desk.at('Ailleurs')), readdirSync(desk.at('Pris'))]).toEqual([false, []])
  })

  it('[CLI21] the disclosure pack: what is masked is read first, then written', async () => {
    const { masks } = await desk.ask<DisclosureReview>('disclosure c.delibere list')
    expect(masks.map(({ kind }) => kind)).toContain('phone')
    expect((await desk.run('disclosure c.delibere list')).stdout).toContain('06 01 02 03 04')
    const exported = await desk.run('disclosure c.delibere export --out Communication --show 1')
    expect(exported.stdout).toContain('Communicable – Procès-verbal')
    expect(readdirSync(desk.at('Communication')).length).toBe(7)
    const wrong = [
      await desk.type('disclosure c.delibere export --out Autre --show 99'),
      await desk.type('disclosure c.delibere export --out Communication'),
    ]
    expect(wrong.map(({ exitCode, stdout }) => [exitCode, stdout])).toEqual(wrong.map(() => [1, '']))
    expect(existsSync(desk.at('Autre'))).toBe(false)
  })
})
