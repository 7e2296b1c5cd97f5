import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { templateEngine } from '#main/adapters/documents/templates/templateEngine.ts'
import { documentKinds } from '#shared/domain/documents/documentIdentity.ts'
import { defaultTemplateOf } from '#shared/usecases/templates/defaultTemplateOf.ts'
import { letterheadTemplate } from '#shared/usecases/templates/letterheadTemplate.ts'
import { mandatoryFields } from '#shared/usecases/templates/mandatoryFields.ts'
import { missingFields } from '#shared/usecases/templates/missingFields.ts'
import { templateFields } from '#shared/usecases/templates/templateFields.ts'
import type { TemplateTarget } from '#shared/usecases/templates/templateTarget.ts'
import { documentedSession } from '../documents/documentedSession.ts'
import { type SmallCommittee, smallCommittee } from '../smallCommittee.ts'
import { lawfulLines, wordOf } from './wordOf.ts'

const targets: readonly TemplateTarget[] = ['letterhead', ...documentKinds]

const typed = async (
  { folder }: SmallCommittee,
  name: string,
  ...lines: readonly string[]
): Promise<string> => {
  const path = join(folder, name)
  writeFileSync(path, await wordOf(...lines))
  return path
}

const textOf = async (bytes: Uint8Array): Promise<string> =>
  ((await readDocument(bytes))?.text ?? '').replaceAll(/[\s\u00A0\u202F]+/gu, ' ')

describe('the templates of the program', () => {
  it.each(targets)(
    '[TM4] %s is written as a Word file that is itself a template without a problem',
    async (target) => {
      const word = await templateEngine().asWord(defaultTemplateOf(target) ?? letterheadTemplate(target))
      const check = templateEngine().check(word, templateFields(target))
      expect(check).toMatchObject({ ok: true, value: { problems: [] } })
    },
  )

  it.each(targets)(
    '[TM5] %s of the program, brought back from Word, lacks nothing that is owed',
    async (target) => {
      const word = await templateEngine().asWord(defaultTemplateOf(target) ?? letterheadTemplate(target))
      const check = templateEngine().check(word, templateFields(target))
      expect(missingFields(target, check.ok ? check.value.fields : [])).toEqual([])
    },
  )

  it('[TM5] what is owed can be printed: each name is a field of the kind, a list where a list is asked', () => {
    for (const target of targets) {
      const fields = new Map(templateFields(target).map(({ name, kind }) => [name, kind]))
      for (const name of mandatoryFields(target).flatMap(({ anyOf }) => anyOf))
        expect([target, name, fields.get(name.replace(/^#/u, ''))]).toEqual([
          target,
          name,
          name.startsWith('#') ? 'list' : 'text',
        ])
    }
  })

  it('[TM1] each kind offers named fields, each once, each with its meaning', () => {
    for (const target of targets) {
      const fields = templateFields(target)
      expect(fields.slice(0, 2).map(({ name }) => name)).toEqual(['@corps', '@preuve'])
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
      expect(fields.filter(({ meaning }) => meaning.trim() === '')).toEqual([])
      expect(fields.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['emetteur.nom', 'emetteur.adresse', 'signataire.nom']),
      )
    }
  })
})

describe('the templates of the committee', () => {
  it('[TM5] a letter without what the law asks is refused, each thing named', async () => {
    const committee = await smallCommittee()
    const document = 'letter-award'
    const bare = await typed(committee, 'bonjour.docx', 'Bonjour')
    const { problems } = await committee.get('template.check', { path: bare, document })
    const source = 'la loi le demande'
    const own = 'ce document ne peut pas s’en passer'
    expect(problems).toEqual(
      [
        `le nom de la personne à qui l’on écrit ({demandeur.nom}) : ${own}.`,
        `le nom du signataire ({signataire.nom}) : ${source} (CRPA L212-1).`,
        `la qualité du signataire ({signataire.qualite}) : ${source} (CRPA L212-1).`,
        `le nom de la personne qui suit le dossier ({agent.nom}) : ${source} (CRPA L111-2).`,
        `la qualité de la personne qui suit le dossier ({agent.qualite}) : ${source} (CRPA L111-2).`,
        `le numéro de l’acte qui décide ({acte.numero}) : ${own}.`,
        `la date de l’acte qui décide ({acte.date}) : ${own}.`,
        `le montant attribué ({aide.montant}) : ${own}.`,
        `les voies de recours ({#recours}) : ${source} (CJA R421-5).`,
      ].map((said) => ({ sentence: `Ce modèle n’imprime pas ${said}`, place: '' })),
    )
    const added = await committee.dispatcher.call('template.add', { path: bare, document, name: 'Lettre' })
    expect(added).toMatchObject({
      ok: false,
      refusal: {
        code: 'template.invalid',
        details: { items: problems.map(({ sentence }) => sentence) },
      },
    })
    const asked = lawfulLines.map((line) =>
      line.replace('{acte.numero}', '{#acte.numero}un acte{/}').replace('{#recours}', '{^recours}'),
    )
    const hinted = await committee.get('template.check', {
      path: await typed(
        committee,
        'sans.docx',
        'À {demandeur.nom}',
        ...asked.filter((line) => line !== '{texte}'),
      ),
      document,
    })
    expect(
      hinted.problems.map(({ sentence }) => sentence.includes('acte') || sentence.includes('recours')),
    ).toEqual([true, true])
    const whole = await typed(committee, 'entier.docx', 'À {demandeur.nom}', ...lawfulLines)
    expect((await committee.get('template.add', { path: whole, document, name: 'Lettre' })).problems).toEqual(
      [],
    )
    const head = await typed(committee, 'papier.docx', 'Mairie')
    expect(
      (await committee.get('template.check', { path: head, document: 'letterhead' })).problems,
    ).toHaveLength(1)
  })

  it('[TM1] a Word file that a password protects, and one that is too large, are told apart', async () => {
    const committee = await smallCommittee()
    const path = join(committee.folder, 'protege.docx')
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const check = () => committee.refusalOf('template.check', { path, document: 'letter-award' })
    writeFileSync(path, Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))
    expect(await check()).toBe('template.protected')
    writeFileSync(path, Buffer.concat([compound, Buffer.from('WordDocument', 'utf16le')]))
    expect(await check()).toBe('template.unreadable')
    expect(templateEngine().check(new Uint8Array(64 * 1024 * 1024 + 1), [])).toEqual({
      ok: false,
      refusal: { code: 'template.too-large', details: { largest: 64 } },
    })
  })

  it('[TM1] one with a problem is told with the place, and not kept', async () => {
    const committee = await smallCommittee()
    const { get, dispatcher } = committee
    const path = await typed(
      committee,
      'lettre.docx',
      'Objet',
      '{demandeur.nomm}',
      '{#emetteur.nom} sans fin',
    )
    const document = 'letter-award'
    const { problems } = await get('template.check', { path, document })
    // What it lacks, which stands nowhere, comes after.
    expect(problems.slice(0, 3).map(({ place }) => place !== '')).toEqual([true, true, false])
    const added = await dispatcher.call('template.add', { path, document, name: 'Attribution' })
    expect(added).toMatchObject({
      ok: false,
      refusal: {
        code: 'template.invalid',
        details: {
          items: problems.map(({ sentence, place }) => (place === '' ? sentence : `${sentence} (${place})`)),
        },
      },
    })
    expect(await get('template.list', {})).toEqual([])
    expect(
      await committee.refusalOf('template.check', { path: join(committee.folder, 'absent.docx'), document }),
    ).toBe('file.missing')
    writeFileSync(path, 'pas un Word')
    expect(await committee.refusalOf('template.add', { path, document, name: 'Attribution' })).toBe(
      'template.unreadable',
    )
  })

  it('[TM2] the same kind and name is a new version, the same file the version it was; all come back byte for byte', async () => {
    const committee = await smallCommittee()
    const { get, folder } = committee
    const first = await typed(committee, 'entete.docx', 'Mairie', '{@corps}')
    const second = await typed(committee, 'entete-2.docx', 'Mairie de Plouvara', '{@corps}')
    const add = (path: string, name = 'En-tête') =>
      get('template.add', { path, document: 'letterhead', name })
    await add(first)
    await add(second, 'EN-TÊTE')
    const list = async () =>
      (await get('template.list', {})).map(({ name, document, inUse, versions }) => [
        document,
        name,
        inUse,
        versions.map(({ version, fileName }) => `${version} ${fileName}`),
      ])
    const versions = ['1 entete.docx', '2 entete-2.docx']
    expect(await list()).toEqual([['letterhead', 'En-tête', 2, versions]])
    await add(first)
    expect(await list()).toEqual([['letterhead', 'En-tête', 1, versions]])
    const [template] = await get('template.list', {})
    for (const [version, source] of [first, second].entries()) {
      const path = join(folder, 'sauve.docx')
      await get('template.save', {
        document: 'letterhead',
        templateId: template?.id ?? null,
        version: version + 1,
        path,
      })
      expect(readFileSync(path).equals(readFileSync(source))).toBe(true)
    }
  })

  it('[TM2] [UC7] adding is one act: undone it is gone, with its version, and the one before is in use again', async () => {
    const committee = await smallCommittee()
    const { get } = committee
    const add = async (file: string, name: string) =>
      get('template.add', {
        path: await typed(committee, file, file, '{@corps}'),
        document: 'letterhead',
        name,
      })
    await add('a.docx', 'Un')
    await add('b.docx', 'Deux')
    const inUse = async () =>
      (await get('template.list', {})).map(({ name, inUse: version }) => [name, version])
    expect(await inUse()).toEqual([
      ['Un', null],
      ['Deux', 1],
    ])
    expect((await get('act.undo', {})).label).toBe('Modèle « Deux »')
    expect(await inUse()).toEqual([['Un', 1]])
    await get('act.redo', {})
    expect(await inUse()).toEqual([
      ['Un', null],
      ['Deux', 1],
    ])
  })

  it('[TM3] one at most is in use for a kind; null goes back to the program', async () => {
    const committee = await smallCommittee()
    const { get } = committee
    for (const name of ['Un', 'Deux'])
      await get('template.add', {
        path: await typed(committee, `${name}.docx`, name, '{@corps}'),
        document: 'letterhead',
        name,
      })
    const [one, two] = (await get('template.list', {})).map(({ id }) => id)
    const inUse = async () => (await get('template.list', {})).map(({ inUse: version }) => version)
    await get('template.use', { templateId: one ?? '', version: 1 })
    expect(await inUse()).toEqual([1, null])
    await get('template.use', { templateId: one ?? '', version: null })
    expect(await inUse()).toEqual([null, null])
    const refused = [
      await committee.refusalOf('template.use', { templateId: two ?? '', version: 7 }),
      await committee.refusalOf('template.use', { templateId: 'absent', version: null }),
      await committee.refusalOf('template.save', {
        document: 'minutes',
        templateId: two ?? '',
        version: 1,
        path: join(committee.folder, 'x.docx'),
      }),
    ]
    expect(refused).toEqual(['template.missing', 'template.missing', 'template.missing'])
  })

  it('[TM3] the own template of a kind first, then the letterhead, then the program', async () => {
    const session = await documentedSession()
    const { get, sessionId, candidatureIds } = session
    const letter = async () =>
      textOf(
        (
          await get('document.preview', {
            sessionId,
            candidatureId: candidatureIds[0],
            document: 'letter-award',
            format: 'pdf',
          })
        ).bytes,
      )
    const minutes = async () =>
      textOf((await get('document.preview', { sessionId, document: 'minutes', format: 'pdf' })).bytes)
    const add = async (document: TemplateTarget, name: string, ...lines: readonly string[]) =>
      get('template.add', { path: await typed(session, `${name}.docx`, ...lines), document, name })
    expect(await letter()).not.toContain('Papier de la mairie')
    await add('letterhead', 'En-tête', 'Papier de la mairie de {emetteur.ville}', '{@corps}')
    expect(await letter()).toContain('Papier de la mairie de Plouvara')
    expect(await minutes()).toContain('Papier de la mairie de Plouvara')
    await add('letter-award', 'Attribution', 'Bravo à {demandeur.nom}.', ...lawfulLines)
    expect(await letter()).toContain('Bravo à Commune de Berric.')
    expect(await letter()).not.toContain('Papier de la mairie')
    expect(await minutes()).toContain('Papier de la mairie de Plouvara')
  })

  it('[TM2] [DM4] a document that left is drawn again with its version, even when its adding was undone since', async () => {
    const session = await documentedSession()
    const { get, sessionId, candidatureIds, folder } = session
    const document = 'letter-award'
    const add = async (...lines: readonly string[]) =>
      get('template.add', {
        path: await typed(session, 'lettre.docx', ...lines, ...lawfulLines),
        document,
        name: 'Lettre',
      })
    await add('Premier mot à {demandeur.nom}.')
    await add('Second mot à {demandeur.nom}.')
    const path = join(folder, 'lettre-partie.docx')
    const { issueId } = await get('document.export', {
      sessionId,
      candidatureId: candidatureIds[0],
      document,
      format: 'docx',
      path,
    })
    await get('act.undo', {})
    await add('Troisième mot à {demandeur.nom}.')
    expect(
      (await get('template.list', {})).map(({ versions }) => versions.map(({ version }) => version)),
    ).toEqual([[1, 3]])
    const again = join(folder, 'refaite.docx')
    await get('document.again', { issueId, path: again })
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true)
    for (let undone = 0; undone < 2; undone += 1) await get('act.undo', {})
    expect(await get('template.list', {})).toEqual([])
    await get('document.again', { issueId, path: again })
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true)
  })
})
