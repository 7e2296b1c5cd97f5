import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '#main/adapters/documents/docx/renderDocx.ts'
import { renderPdf } from '#main/adapters/documents/pdf/renderPdf.ts'
import { readDocument } from '#main/adapters/documents/reading/readDocument.ts'
import { footer } from '#shared/domain/documents/footer.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { attendanceSheet } from '#shared/domain/documents/papers/attendanceSheet.ts'
import { attendanceSheetFacts } from '#shared/domain/documents/papers/attendanceSheetFacts.ts'
import { convocation } from '#shared/domain/documents/papers/convocation.ts'
import { convocationFacts } from '#shared/domain/documents/papers/convocationFacts.ts'
import { markSheetsFacts } from '#shared/domain/documents/papers/markSheetsFacts.ts'
import type { PaperInput } from '#shared/domain/documents/papers/paperInput.ts'
import { plainText, withoutSpaces } from '#shared/domain/documents/plainText.ts'
import { mileageAllowance } from '#shared/domain/session/mileageAllowance.ts'
import { mileageScaleAt } from '#shared/domain/session/mileageScales.ts'
import { readSheetCode } from '#shared/domain/session/sheetCode.ts'
import type { Result } from '#shared/kernel/result.ts'
import { recusalOf } from '#tests/domain/builders.ts'
import { readFonts } from './fixtures/fonts.ts'
import { closedInput, plannedInput } from './fixtures/paperInput.ts'
import {
  attendanceSheetOf,
  certificatesOf,
  convocationOf,
  expensesOf,
  making,
  markSheetsOf,
  papers,
  rectificationFacts,
  rectificationsOf,
} from './fixtures/papers.ts'

const fonts = readFonts()

const modelOf = (made: Result<DocumentModel>): DocumentModel => {
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}
const textOf = (made: Result<DocumentModel>): string => plainText(modelOf(made))
const visible = (text: string): string => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '^')
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

const withSession = (input: PaperInput, set: Partial<PaperInput['session']>): PaperInput => ({
  ...input,
  session: { ...input.session, ...set },
})

describe('each paper', () => {
  const each = Object.entries(papers)

  it.each(each)('[PA1] %s, word for word', (name, made) => {
    const golden = readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8').trimEnd()
    expect(visible(textOf(made))).toBe(golden)
  })

  it.each(each)('[DC2] %s: PDF and Word carry the text of the model', async (_, made) => {
    const model = modelOf(made)
    const pdf = await readDocument(await renderPdf(model, fonts))
    const docx = await readDocument(await renderDocx(model))
    expect(withoutSpaces(pdf?.text ?? '')).toBe(withoutSpaces(plainText(model)))
    expect(withoutSpaces(docx?.text ?? '')).toBe(withoutSpaces(plainText(model)))
    expect(docx?.identity).toEqual({
      kind: model.kind,
      number: model.number,
      factsDigest: model.factsDigest,
    })
  })

  it.each(each)('[PA1] %s: same data, same bytes', async (_, made) => {
    const model = modelOf(made)
    expect(await renderPdf(model, fonts)).toEqual(await renderPdf(model, fonts))
  })

  it.each(each)('[PA7] %s: no private reason of a recusal', (_, made) => {
    expect(textOf(made)).not.toMatch(/confidentiel|écarté|siège au conseil/u)
  })
})

it.each([convocationOf, attendanceSheetOf, markSheetsOf, expensesOf, certificatesOf])(
  '[PA1] bears the day it was made, and says that it is a working document while the session is open',
  (make) => {
    const model = modelOf(make(withSession(closedInput, { status: 'open', closedAt: null })))
    expect(plain(plainText(model))).toContain('Document de travail, établi le 2 décembre 2026 à 17 h 05')
    expect(plain(footer(model).act)).toContain('document de travail · établi le 2 décembre 2026')
    expect(textOf(make(closedInput))).not.toContain('Document de travail')
  },
)

it('[PA2] a second convocation says that no quorum will be asked', () => {
  const again = {
    ...withSession(plannedInput, { secondConvocation: true }),
    firstConvocationDate: '2026-11-20',
  }
  expect(plain(textOf(convocationOf(again)))).toContain(
    'La séance du 20 novembre 2026 est restée sans quorum. L’ordre du jour est le même ; aucun quorum ne sera exigé.',
  )
})

it('[PA2] names what a convocation cannot do without', () => {
  const bare = withSession(plannedInput, {
    date: '',
    startsAt: null,
    place: ' ',
    convocation: null,
    agenda: [],
  })
  expect(convocation(convocationFacts(bare), making)).toMatchObject({
    refusal: {
      code: 'document.missing-items',
      details: {
        items: [
          'la date de la séance',
          'l’heure de la séance',
          'le lieu de la séance',
          'l’auteur de la convocation',
          'l’ordre du jour',
        ],
      },
    },
  })
})

it('[PA3] the columns of the journeys stand when one is recorded or they are wished for', () => {
  const has = (made: Result<DocumentModel>): boolean => textOf(made).includes('Transport')
  expect(has(attendanceSheetOf(plannedInput))).toBe(false)
  expect(has(attendanceSheetOf(closedInput))).toBe(true)
  expect(has(attendanceSheet(attendanceSheetFacts(plannedInput, true), making))).toBe(true)
})

describe('[PA4] mark sheets', () => {
  it('hold nothing of a dossier from which the member is recused', () => {
    fc.assert(
      fc.property(
        fc.subarray(
          ['m01', 'm02', 'm03', 'm04'].flatMap((memberId) =>
            ['c1', 'c2', 'c3'].map((id) => [id, memberId] as const),
          ),
        ),
        fc.constantFrom('to-assess', 'confirmed', 'set-aside'),
        (pairs, status) => {
          const recusals = pairs.map(([candidatureId, memberId]) =>
            recusalOf(candidatureId, memberId, { status }),
          )
          const facts = markSheetsFacts({ ...plannedInput, recusals })
          for (const member of plannedInput.members) {
            const sheet = facts.sheets.find(({ evaluator }) => evaluator.endsWith(member.lastName))
            const shown = (sheet?.rows ?? []).map(({ number }) => `c${number}`)
            const voiceless = member.voice === 'consultative' || !member.inOffice
            const hidden =
              status === 'set-aside'
                ? []
                : pairs.filter(([, id]) => id === member.id).map(([candidature]) => candidature)
            expect(shown).toEqual(voiceless ? [] : ['c1', 'c2', 'c3'].filter((id) => !hidden.includes(id)))
          }
        },
      ),
    )
  })

  it('the page of a recused member does not name the dossier at all', () => {
    const text = textOf(markSheetsOf(plannedInput))
    const from = text.indexOf('Fiche de notes · Chloé')
    const page = text.slice(from, text.indexOf('Fiche de notes · Denis'))
    expect(page).not.toContain('Guichet unique')
    expect(page).not.toContain('002')
    expect(text.slice(0, from)).toContain('Guichet unique')
  })

  it('each line has its own code, which reads back', () => {
    const codes = markSheetsFacts(plannedInput).sheets.flatMap(({ rows }) => rows.map(({ code }) => code))
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.map((code) => readSheetCode('s1', code)?.member)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4])
  })

  it('a collegial mark has one sheet', () => {
    const call = {
      ...plannedInput.call,
      rules: { ...plannedInput.call.rules, aggregation: 'collegial' as const },
    }
    const { sheets } = markSheetsFacts({ ...plannedInput, call })
    expect(sheets.map(({ evaluator, rows }) => [evaluator, rows.length])).toEqual([
      ['Commission transformation numérique', 3],
    ])
  })

  it('are refused without a grid, and when nothing is to be marked', () => {
    expect(markSheetsOf(withSession({ ...plannedInput, grid: null }, { agenda: [] }))).toMatchObject({
      refusal: {
        details: { items: ['la grille de notation', 'des candidatures à noter à l’ordre du jour'] },
      },
    })
  })
})

describe('[EX1] [EX2] mileage', () => {
  it.each([
    [5, 43, 13_76],
    [6, 127, 52_07],
    [7, 1, 41],
    [8, 211, 94_95],
    [12, 2_000, 900_00],
    [null, 100, 32_00],
  ])('%s fiscal horsepower, %i km', (fiscalHorsepower, kilometres, expected) => {
    const scale = mileageScaleAt('2026-12-01')
    if (scale === null) throw new Error('no scale')
    const travel = { mode: 'own-vehicle', kilometres, fiscalHorsepower } as const
    expect(mileageAllowance(scale, travel).amountCents).toBe(expected)
    expect(mileageAllowance(scale, { ...travel, mode: 'car-sharing' }).amountCents).toBe(0)
    expect(mileageAllowance(scale, { ...travel, mode: 'public-transport' }).amountCents).toBe(0)
  })

  it('thousandths are rounded half up, never before the product', () => {
    const scale = {
      id: 's',
      source: '',
      validFrom: '2022-01-01',
      validTo: null,
      bands: [{ upToHorsepower: null, ratePerKilometreThousandths: 325 }],
      upToKilometres: 2_000,
    }
    const cost = (kilometres: number) =>
      mileageAllowance(scale, { mode: 'own-vehicle', kilometres, fiscalHorsepower: 4 }).amountCents
    expect([cost(1), cost(2), cost(3)]).toEqual([33, 65, 98])
  })

  it('without a scale at the date, or without a journey, the table is refused', () => {
    expect(mileageScaleAt('2021-12-31')).toBeNull()
    expect(expensesOf(withSession(closedInput, { date: '2021-12-31' }))).toMatchObject({ ok: false })
    expect(expensesOf(withSession(closedInput, { travels: {} }))).toMatchObject({
      refusal: { details: { items: ['les déplacements des membres présents'] } },
    })
  })

  it('[EX3] pays those who attended', () => {
    expect(textOf(expensesOf(closedInput))).not.toContain('Denis Tanguy')
  })
})

describe('[PA6] certificates', () => {
  const pageOf = (name: string): string => {
    const pages = plain(textOf(certificatesOf(closedInput))).split('Attestation de présence\n')
    return pages.find((page) => page.startsWith(name)) ?? ''
  }

  it('tell hours, length and half-days', () => {
    expect(pageOf('Anne')).toContain('de 9 h 05 à 17 h\nDurée\t7 h 55\nDemi-journées\t2 demi-journées')
    expect(pageOf('Bruno')).toContain(
      'de 10 h 30 à 12 h 40 et de 14 h à 17 h\nDurée\t5 h 10\nDemi-journées\t2 demi-journées',
    )
  })

  it('do not tell a withdrawal for a recusal', () => {
    expect(pageOf('Chloé')).toContain('de 9 h 05 à 12 h\nDurée\t2 h 55\nDemi-journées\t1 demi-journée')
  })

  it('are for those who sat only', () => {
    expect(pageOf('Denis')).toBe('')
    expect(certificatesOf(plannedInput)).toMatchObject({ ok: false })
  })
})

describe('[PA6] the certificate of who presides', () => {
  it('is signed by the secretary, and no other one is', () => {
    const signed = modelOf(certificatesOf(closedInput)).blocks.flatMap((block) =>
      block.type === 'signatures' ? block.places.map(({ capacity, name }) => [capacity, name]) : [],
    )
    expect(signed).toEqual([
      ['Secrétariat de séance', 'Bruno Riou, conseiller communautaire'],
      ...Array.from({ length: 3 }, () => ['Présidence de séance', 'Anne Le Goff, vice-présidente']),
    ])
  })

  it('waits for a secretary', () => {
    expect(certificatesOf(withSession(closedInput, { secretaryId: null }))).toMatchObject({
      refusal: { details: { items: ['le nom de la personne secrétaire de séance'] } },
    })
  })
})

describe('[PA2] the convocation is signed with the name of who presides', () => {
  it.each([
    ['la présidente', 'Anne Le Goff'],
    ['La vice-présidente', 'Anne Le Goff'],
    ['le préfet', ''],
    ['Anne Le Goff, présidente', ''],
    ['la présidente, Anne Le Goff', ''],
  ])('when « %s » convenes: « %s »', (author, signatory) => {
    const convocation = { date: '2026-11-20', author, sentBy: 'e-mail', proof: '' } as const
    expect(convocationFacts(withSession(plannedInput, { convocation })).signatory).toBe(signatory)
  })

  it('and with none when nobody presides, or when two do', () => {
    const roles = (role: 'member' | 'chair') => ({
      ...plannedInput,
      members: plannedInput.members.map((member, index) => (index < 2 ? { ...member, role } : member)),
    })
    expect(convocationFacts(roles('member')).signatory).toBe('')
    expect(convocationFacts(roles('chair')).signatory).toBe('')
  })
})

describe('[RC1] rectifying acts', () => {
  it.each([
    ['number', 'le numéro du rectificatif'],
    ['sessionNumber', 'le numéro du procès-verbal rectifié'],
    ['sessionDigest', 'l’empreinte du procès-verbal rectifié'],
    ['date', 'la date du rectificatif'],
    ['reason', 'le motif du rectificatif'],
  ] as const)('refused without %s', (member, name) => {
    expect(rectificationsOf({ ...rectificationFacts, [member]: '' })).toMatchObject({
      refusal: { code: 'document.missing-items', details: { items: [name] } },
    })
  })

  it('refused when there is none, and when there is nothing to read', () => {
    expect(rectificationsOf()).toMatchObject({ refusal: { details: { items: ['un acte rectificatif'] } } })
    expect(rectificationsOf({ ...rectificationFacts, after: null, text: '' })).toMatchObject({
      refusal: { details: { items: ['le texte à lire'] } },
    })
  })

  it('[MN2] an advisory instance never decides, a council does', () => {
    expect(textOf(rectificationsOf(rectificationFacts))).not.toMatch(/décid|décision|attribu|adopt/iu)
    const council = { ...rectificationFacts.instance, type: 'organe_deliberant' as const }
    expect(textOf(rectificationsOf({ ...rectificationFacts, instance: council }))).toContain(
      'Montant attribué',
    )
  })
})
