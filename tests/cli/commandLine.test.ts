import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliDesk, cliDesk } from './support/cliDesk.ts'

describe('[CLI] how the command line answers', () => {
  let desk: CliDesk
  beforeAll(async () => {
    desk = cliDesk()
    await desk.done(['create', 'a.delibere', '--name', 'Comité'])
  })
  afterAll(() => desk.remove())

  it('[CLI1] success is 0, a refusal 1, a bad command line 2, in a process of its own', () => {
    const codes = [
      desk.spawn(['list', 'a.delibere', 'calls']),
      desk.spawn(['list', 'absent.delibere', 'calls']),
      desk.spawn(['liste', 'a.delibere']),
    ].map(({ exitCode }) => exitCode)
    expect(codes).toEqual([0, 1, 2])
  })

  it('[CLI2] a refusal is a French sentence on stderr and nothing on stdout', async () => {
    const wrong = await desk.type(['list', 'a.delibere', 'calls'], {
      DELIBERE_PASSPHRASE: 'pas la bonne phrase',
    })
    expect(wrong).toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        'Ce secret n’ouvre pas le fichier. Rien n’a été modifié. Vérifiez les majuscules et le clavier, ou utilisez le code de secours imprimé à la création.\n',
    })
  })

  it('[CLI3] --json gives one value, for a success, a refusal and a bad command line alike', async () => {
    const outputs = await Promise.all([
      desk.type(['list', 'a.delibere', 'members', '--json']),
      desk.type(['list', 'absent.delibere', 'members', '--json']),
      desk.type(['list', 'a.delibere', 'rien', '--json']),
      desk.type(['session', 'a.delibere', 'show', '--json']),
    ])
    const answers = outputs.map(({ stdout, stderr }) => [JSON.parse(stdout), stderr])
    expect(answers.map(([answer]) => Object.keys(answer))).toEqual([
      ['ok', 'value'],
      ['ok', 'code', 'sentence', 'details'],
      ['ok', 'code', 'sentence', 'details'],
      ['ok', 'code', 'sentence', 'details'],
    ])
    expect(answers.map(([answer]) => answer.code ?? 'success')).toEqual([
      'success',
      'file.missing',
      'usage',
      'entity.missing',
    ])
    expect(answers.map(([, stderr]) => stderr)).toEqual(['', '', '', ''])
  })

  it('[CLI4] the passphrase on the line is refused and never repeated', async () => {
    for (const words of [['--passphrase', 'goémon sur la grève'], ['--passphrase=goémon sur la grève']]) {
      const refused = await desk.type(['list', 'a.delibere', 'calls', ...words])
      expect([refused.exitCode, refused.stdout]).toEqual([2, ''])
      expect(refused.stderr).toContain('DELIBERE_PASSPHRASE')
      expect(refused.stderr).not.toContain('goémon')
    }
  })

  it('[CLI5] without passphrase nothing is asked and the exit code is 2', async () => {
    const refused = await desk.type(['list', 'a.delibere', 'calls', '--json'], { DELIBERE_PASSPHRASE: '' })
    expect([refused.exitCode, JSON.parse(refused.stdout).code]).toEqual([2, 'passphrase.not-given'])
  })

  it('[CLI6] the recovery code goes to a new file that only its owner reads, and never to stdout too', async () => {
    const created = await desk.type(['create', 'b.delibere', '--recovery-file', 'code.txt'])
    const code = readFileSync(join(desk.folder, 'code.txt'), 'utf8').trim()
    expect([created.exitCode, created.stdout.includes(code)]).toEqual([0, false])
    expect(code).toMatch(/^[0-9A-Z-]{25,}$/)
    writeFileSync(join(desk.folder, 'pris.txt'), 'déjà là')
    const refused = await desk.type(['create', 'c.delibere', '--recovery-file', 'pris.txt'])
    expect([refused.exitCode, existsSync(join(desk.folder, 'c.delibere'))]).toEqual([1, false])
    expect(readFileSync(join(desk.folder, 'pris.txt'), 'utf8')).toBe('déjà là')
  })

  it('[CLI7] every command has French help with an example', async () => {
    const commands = [
      ['create'],
      ['import'],
      ['list'],
      ['show'],
      ['rank'],
      ['report'],
      ['verify'],
      ['doctor'],
      ['undo'],
      ['grid', 'a.delibere', 'export'],
      ['grid', 'a.delibere', 'import'],
      ['member', 'a.delibere', 'add'],
      ['member', 'a.delibere', 'list'],
      ['member', 'a.delibere', 'leave'],
      ['call', 'a.delibere', 'add'],
      ['call', 'a.delibere', 'set'],
      ...['declare', 'assess', 'lift'].map((action) => ['recusal', 'a.delibere', action]),
      ...['import', 'paste'].map((action) => ['marks', 'a.delibere', action]),
      ...['list', 'open', 'set', 'compare', 'adopt'].map((action) => ['scenario', 'a.delibere', action]),
      ['passphrase', 'a.delibere', 'change'],
      ...[
        ...['plan', 'order', 'attend', 'proxy', 'open', 'point', 'move', 'debate', 'decide', 'amend'],
        ...['withdraw', 'pause', 'resume', 'explain', 'close', 'rectify', 'show'],
      ].map((action) => ['session', 'a.delibere', action]),
    ]
    for (const command of commands) {
      const help = await desk.type([...command, '--help'])
      expect([command, help.exitCode, help.stderr]).toEqual([command, 0, ''])
      expect(help.stdout).toMatch(/^Usage : delibere .*\n[\s\S]*Exemple :\n {2}\$ delibere /)
      expect(help.stdout).not.toMatch(/default:|Arguments:|Options:|display help/)
    }
  })

  it('[CLI8] an ambiguous amount is asked, never guessed', async () => {
    const refused = await desk.type(['call', 'a.delibere', 'add', '--name', 'Appel', '--envelope', '12.000'])
    expect(refused).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        '« 12.000 » ne convient pas pour « --envelope ». Écrivez un montant en euros sans ambiguïté, comme « 12 345,00 ». Rien n’a été fait. Ajoutez --help pour voir un exemple.\n',
    })
  })

  it('[CLI9] a grid goes out as JSON and comes back the same', async () => {
    await desk.done(['call', 'a.delibere', 'add', '--name', 'Appel', '--envelope', '12 000'])
    await desk.done(['grid', 'a.delibere', 'import', '--shipped', 'portail-familles'])
    await desk.done(['grid', 'a.delibere', 'export', '--out', 'grille.json'])
    const exported = JSON.parse(readFileSync(join(desk.folder, 'grille.json'), 'utf8'))
    await desk.done(['grid', 'a.delibere', 'import', '--in', 'grille.json'])
    expect(await desk.ask(['grid', 'a.delibere', 'export'])).toEqual(exported)
    writeFileSync(join(desk.folder, 'grille.json'), '{"label":"x"}')
    const refused = await desk.type(['grid', 'a.delibere', 'import', '--in', 'grille.json', '--json'])
    expect([refused.exitCode, JSON.parse(refused.stdout).code]).toEqual([1, 'grid.invalid'])
  })

  it('[CLI11] a grid edited by hand is refused with what is wrong, and nothing remains of it', async () => {
    const grid = await desk.ask<{ sections: { criteria: object[] }[] }>(['grid', 'a.delibere', 'export'])
    const [section] = grid.sections
    const edited = {
      ...section,
      criteria: section?.criteria.map((one) => ({ ...one, code: 'X', weight: 0 })),
    }
    const bad = { ...grid, sections: [edited] }
    writeFileSync(join(desk.folder, 'grille.json'), JSON.stringify(bad))
    const before = await desk.ask(['list', 'a.delibere', 'calls'])
    const refused = await desk.type(['grid', 'a.delibere', 'import', '--in', 'grille.json'])
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('le code « X » sert deux fois')
    expect(refused.stderr).toContain('le critère X n’a pas de pondération')
    expect(await desk.ask(['list', 'a.delibere', 'calls'])).toEqual(before)
  })

  it('[CLI12] a place that does not accept a file is a refusal, never an incident', async () => {
    const codes = await Promise.all(
      [
        ['grid', 'a.delibere', 'import', '--in', 'absent.json'],
        ['grid', 'a.delibere', 'export', '--out', 'absent/grille.json'],
        ['grid', 'a.delibere', 'export', '--out', '.'],
      ].map(async (words) => JSON.parse((await desk.type([...words, '--json'])).stdout).code),
    )
    expect(codes).toEqual(['file.missing', 'file.missing', 'file.read-only'])
  })

  it('[CLI10] undo takes back the last act, and says which', async () => {
    await desk.done(['member', 'a.delibere', 'add', '--first', 'Jo', '--last', 'Le Bars'])
    await desk.done(['undo', 'a.delibere'])
    expect(await desk.ask(['member', 'a.delibere', 'list'])).toEqual([])
  })
})
