import fc from 'fast-check'
import { expect, it } from 'vitest'
import { candidatureInName, documentFileName } from '#shared/usecases/documents/documentFileName.ts'
import { documentedSession } from './documentedSession.ts'

const letterTo = (number: number, applicant: string): string =>
  documentFileName({
    document: 'letter-award',
    format: 'pdf',
    reading: 'full',
    of: candidatureInName(number, applicant),
  })

it('[FN1] a file is named by its kind, its number and whom it is of', async () => {
  expect(letterTo(12, 'Mairie de Berric')).toBe('Lettre d’attribution 0012 Mairie de Berric.pdf')
  expect(letterTo(3, '  Foyer "Le Phare" : culture/sport…\u200B ')).toBe(
    'Lettre d’attribution 0003 Foyer Le Phare culture sport….pdf',
  )
  const { get, sessionId, candidatureIds } = await documentedSession()
  const nameOf = async (request: Parameters<typeof get<'document.preview'>>[1]) =>
    (await get('document.preview', request)).fileName
  const [candidatureId] = candidatureIds
  expect([
    await nameOf({ sessionId, document: 'minutes', format: 'docx' }),
    await nameOf({ sessionId, document: 'minutes', format: 'pdf', reading: 'communicable' }),
    await nameOf({ sessionId, document: 'ranking', format: 'csv' }),
    await nameOf({ sessionId, document: 'convocation', format: 'pdf' }),
    await nameOf({ sessionId, document: 'resolution', format: 'docx' }),
    await nameOf({ sessionId, candidatureId, document: 'letter-award', format: 'docx' }),
    await nameOf({ sessionId: null, candidatureId, document: 'letter-acknowledgement', format: 'docx' }),
  ]).toEqual([
    'Procès-verbal PV-2026-001.docx',
    'Procès-verbal PV-2026-001 (communicable).pdf',
    'Classement PV-2026-001.csv',
    'Convocation 2026-03-12.pdf',
    'Projet de délibération PV-2026-001.docx',
    'Lettre d’attribution 0001 Commune de Berric.docx',
    'Accusé de réception 0001 Commune de Berric.docx',
  ])
})

it('[FN1] whatever the applicant is called, every disk takes the name and the number tells it from the others', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (applicant) => {
      const name = letterTo(7, applicant)
      expect(name).toMatch(/^Lettre d’attribution 0007(?: [^<>:"/\\|?*\p{Cc}]*[^<>:"/\\|?*\p{Cc}. ])?\.pdf$/u)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(140)
      expect(name).toBe(name.normalize('NFC'))
    }),
  )
})
