import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween } from '#shared/domain/instruction/calendarDays.ts'
import { implicitRejection } from '#shared/domain/instruction/implicitRejection.ts'
import { implicitRejectionView } from '#shared/domain/instruction/implicitRejectionView.ts'
import type { PieceRequest } from '#shared/domain/instruction/instruction.ts'

const asked = (askedOn: string, deadline: string, receivedOn: string | null): PieceRequest => ({
  askedOn,
  deadline,
  pieces: ['le devis'],
  receivedOn,
})

describe('the day silence becomes a refusal', () => {
  it.each([
    ['2026-01-15', '2026-03-15'],
    ['2026-12-31', '2027-02-28'],
    ['2027-12-31', '2028-02-29'],
    ['2026-12-30', '2027-02-28'],
    ['2026-11-30', '2027-01-30'],
    ['2026-06-30', '2026-08-30'],
  ])('[IN2] received on %s, refused on %s', (receivedOn, on) => {
    expect(implicitRejection(receivedOn, [])).toEqual({ on, atLatest: on, suspendedDays: 0 })
  })

  it('[IN2] A12: pieces asked on 1 February and received on the 20th suspend it 19 days', () => {
    expect(implicitRejection('2026-01-15', [asked('2026-02-01', '2026-03-01', '2026-02-20')])).toEqual({
      on: '2026-04-03',
      atLatest: '2026-04-03',
      suspendedDays: 19,
    })
  })

  it('[IN2] what comes after the end of the time given suspends it until that end only', () => {
    expect(implicitRejection('2026-01-15', [asked('2026-02-01', '2026-02-11', '2026-02-20')])).toEqual({
      on: '2026-03-25',
      atLatest: '2026-03-25',
      suspendedDays: 10,
    })
  })

  it('[IN2] while pieces are awaited there is a latest date only', () => {
    expect(implicitRejection('2026-01-15', [asked('2026-02-01', '2026-03-01', null)])).toEqual({
      on: null,
      atLatest: '2026-04-12',
      suspendedDays: 0,
    })
  })

  it('[IN2] two requests at once count the days they share once, in whatever order they were keyed', () => {
    const requests = [
      asked('2026-02-10', '2026-03-10', '2026-02-25'),
      asked('2026-02-01', '2026-03-01', '2026-02-20'),
    ]
    expect(implicitRejection('2026-01-15', requests).suspendedDays).toBe(24)
    expect(implicitRejection('2026-01-15', requests.toReversed())).toEqual(
      implicitRejection('2026-01-15', requests),
    )
  })

  it('[IN2] a request inside another one adds nothing', () => {
    expect(
      implicitRejection('2026-01-15', [
        asked('2026-02-01', '2026-03-01', null),
        asked('2026-02-05', '2026-02-10', '2026-02-08'),
      ]).atLatest,
    ).toBe('2026-04-12')
  })

  it('[IN2] a request made once the refusal was born suspends nothing', () => {
    expect(implicitRejection('2026-01-15', [asked('2026-03-15', '2026-04-15', '2026-04-01')])).toEqual({
      on: '2026-03-15',
      atLatest: '2026-03-15',
      suspendedDays: 0,
    })
  })

  it('[IN2] a request made during the days that an earlier one added still suspends', () => {
    expect(
      implicitRejection('2026-01-15', [
        asked('2026-02-01', '2026-03-01', '2026-02-20'),
        asked('2026-03-20', '2026-04-20', '2026-03-25'),
      ]),
    ).toEqual({ on: '2026-04-08', atLatest: '2026-04-08', suspendedDays: 24 })
  })
})

describe('what the screen says of it', () => {
  const plain = (text: string | undefined) => text?.replaceAll(/[\u00A0\u202F]/gu, ' ')
  const request = asked('2026-02-01', '2026-03-01', '2026-02-20')

  it.each(['association', 'private-body', 'natural-person'] as const)('[IN2] tells %s', (status) => {
    const view = implicitRejectionView(status, { receivedOn: '2026-01-15', pieceRequests: [request] })
    expect([view?.on, view?.suspendedDays, plain(view?.sentence)]).toEqual([
      '2026-04-03',
      19,
      'Sans réponse, le silence vaudra rejet le 3 avril 2026, après 19 jours de suspension (CRPA, articles L231-4 et L114-5).',
    ])
  })

  it('[IN2] says that it is suspended, and the latest date', () => {
    const view = implicitRejectionView('association', {
      receivedOn: '2026-01-15',
      pieceRequests: [{ ...request, receivedOn: null }],
    })
    expect([view?.on, plain(view?.sentence)]).toEqual([
      null,
      'Le délai est suspendu dans l’attente des pièces demandées. Si elles n’arrivent pas, le silence vaudra rejet le 12 avril 2026 (CRPA, articles L231-4 et L114-5).',
    ])
  })

  it.each(['public-body', 'commune-under-3500', 'commune-of-unknown-size', 'unknown'] as const)(
    '[IN2] says nothing for %s',
    (status) => {
      expect(implicitRejectionView(status, { receivedOn: '2026-01-15', pieceRequests: [] })).toBeNull()
    },
  )

  it('[IN2] says nothing without a date of receipt', () => {
    expect(implicitRejectionView('association', { receivedOn: null, pieceRequests: [] })).toBeNull()
  })
})

describe('days and months', () => {
  it('[IN2] keeps the day, or the last one of the month', () => {
    expect([addMonths('2024-01-31', 1), addMonths('2026-01-31', 1), addMonths('2026-11-15', 14)]).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2028-01-15',
    ])
  })

  it('[IN2] counts days through the change of hour and of year', () => {
    expect([
      addDays('2026-03-28', 2),
      addDays('2026-12-31', 1),
      daysBetween('2026-03-01', '2026-04-01'),
    ]).toEqual(['2026-03-30', '2027-01-01', 31])
  })

  it('[IN2] refuses what is no date', () => {
    expect(() => addMonths('15/01/2026', 2)).toThrow(RangeError)
  })
})
