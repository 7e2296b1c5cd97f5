import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer, type RunningServer } from '../../scripts/laptops/openServer.ts'
import { type CliDesk, cliDesk } from './support/cliDesk.ts'

describe('[CLI] a shared file from a terminal', () => {
  let desk: CliDesk
  let server: RunningServer
  beforeAll(async () => {
    desk = cliDesk()
    const dataFolder = join(desk.folder, 'serveur')
    mkdirSync(dataFolder)
    server = await openServer({ dataFolder, listen: '127.0.0.1:0' })
    await desk.done(['create', 'a.delibere', '--name', 'Comité'])
    await desk.done(['member', 'a.delibere', 'add', '--first', 'Lise', '--last', 'Cadiou'])
    await desk.done(['sync', 'a.delibere', 'link', '--invitation', server.invitation ?? ''])
  }, 60_000)
  afterAll(async () => {
    await server.stop()
    desk.remove()
  })

  it('[CLI50] an act that is missing or unknown is what the sentence is about, never the file', async () => {
    const missing = await desk.type(['sync', 'a.delibere'])
    expect([missing.exitCode, missing.stderr.split('\n')[0]]).toEqual([
      2,
      'Usage : delibere sync FICHIER ACTION [options]',
    ])
    expect(await desk.type(['sync', 'a.delibere', 'envoyer'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        '« envoyer » n’est ni une commande ni une action connue. Rien n’a été fait. Ajoutez --help pour voir un exemple.\n',
    })
  })

  it('[CLI51] rights are named in French, and those of a member name the member', async () => {
    const invite = ['sync', 'a.delibere', 'invite', '--name', 'Lise Cadiou', '--role']
    const runs = [
      await desk.type([...invite, 'membre']),
      await desk.type([...invite, 'reine']),
      await desk.type([...invite, 'membre', '--member', 'Personne']),
      await desk.type([...invite, 'membre', '--member', 'lise cadiou']),
      await desk.type([...invite, 'Secrétariat']),
    ]
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([2, 2, 1, 0, 0])
    expect(runs[1]?.stderr).toContain(
      'Valeurs possibles : secrétariat, présidence, membre, instructeur, invité, administration.',
    )
    expect((await desk.done(['sync', 'a.delibere', 'state'])).stdout).toMatch(
      /^Secrétariat \(secrétariat\), /,
    )
  })

  it('[CLI52] an invitation makes one copy', async () => {
    const { invitation } = await desk.ask<{ invitation: string }>([
      ...['sync', 'a.delibere', 'invite', '--name', 'Lise', '--role', 'membre', '--member', 'Lise Cadiou'],
    ])
    await desk.done(['sync', 'join', 'lise.delibere', '--invitation', invitation])
    expect((await desk.done(['list', 'lise.delibere', 'members'])).stdout).toContain('Lise Cadiou')
    const again = await desk.type(['sync', 'join', 'encore.delibere', '--invitation', invitation])
    expect(again).toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        'Ce code d’invitation n’est pas valable : il est faux, il a déjà servi, ou sa date est passée. Rien n’a été modifié. Vérifiez-le, ou demandez un nouveau code à la personne qui vous l’a donné.\n',
    })
    expect(existsSync(join(desk.folder, 'encore.delibere'))).toBe(false)
  })

  it('[CLI53] a key for nobody is refused, and those whom it could be for are named', async () => {
    await desk.done(['sync', 'lise.delibere', 'now'])
    const refused = await desk.type([
      'bundle',
      'lise.delibere',
      'export',
      '--to',
      'Personne',
      '--output',
      'envoi.delibere-cle',
    ])
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      expect.stringMatching(
        /^Aucun poste connu n’est celui de « Personne »\. Rien n’a été écrit\. Postes connus : Secrétariat \(\S+\) ; ou « salle »\.\n$/,
      ),
    ])
    expect(existsSync(join(desk.folder, 'envoi.delibere-cle'))).toBe(false)
  })

  it('[CLI54] « now » that did not reach the server is a refusal that says so, and the file is whole', async () => {
    await server.kill()
    await desk.done(['member', 'a.delibere', 'add', '--first', 'Yann', '--last', 'Le Bris'])
    const now = await desk.type(['sync', 'a.delibere', 'now'])
    expect([now.exitCode, now.stdout]).toEqual([1, ''])
    expect(now.stderr).toContain('Tout n’a pas été envoyé et reçu.')
    expect(now.stderr).toContain('À envoyer : 1.')
    expect(now.stderr).toContain('Le serveur ne répond pas.')
    expect((await desk.done(['doctor', 'a.delibere'])).exitCode).toBe(0)
  })
})
