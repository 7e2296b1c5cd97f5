import type { Build, Effect, Machine } from '../kernel/machine.ts'

/**
 * A replicated log of a page, to prove the simulator on: writers ask a primary to append, followers copy it. It is correct
 * with no bug on; each bug breaks one invariant in a way that only some schedules show.
 */
export const trivialLog =
  (bugs: TrivialBugs): Build<TrivialMessage, TrivialAct> =>
  (address, disk) =>
    address === 'primary'
      ? primary(bugs, numberedRows(disk.list('line/')))
      : follower(
          bugs,
          address,
          numberedRows(disk.list('line/')),
          disk.list('own/').map(([, value]) => value as Line),
        )

export interface TrivialBugs {
  /** The primary answers before its line is synced. */
  readonly answersBeforeSync: boolean
  /** The primary takes a line that it has. */
  readonly takesTwice: boolean
  /** A follower takes whatever line comes as the next. */
  readonly takesAnyLine: boolean
}

export const noTrivialBug: TrivialBugs = { answersBeforeSync: false, takesTwice: false, takesAnyLine: false }

export interface Line {
  readonly writer: string
  readonly number: number
}

export type TrivialMessage =
  | { readonly kind: 'append'; readonly line: Line }
  | { readonly kind: 'appended'; readonly line: Line }
  | { readonly kind: 'from'; readonly place: number }
  | { readonly kind: 'line'; readonly place: number; readonly line: Line }

export interface TrivialAct {
  readonly kind: 'append'
}

type TrivialEffect = Effect<TrivialMessage>

function primary(bugs: TrivialBugs, lines: Line[]): Machine<TrivialMessage, TrivialAct> {
  const answer = (to: string, line: Line): TrivialEffect => ({
    do: 'send',
    to,
    message: { kind: 'appended', line },
  })
  return {
    step(input) {
      if (input.kind !== 'message') return []
      const { message, from } = input
      if (message.kind === 'append') {
        const { line } = message
        const known = lines.some(({ writer, number }) => writer === line.writer && number === line.number)
        if (known && !bugs.takesTwice) return [answer(from, line)]
        const write: TrivialEffect = { do: 'write', rows: [[lineKey(lines.length), line]] }
        lines.push(line)
        return bugs.answersBeforeSync
          ? [write, answer(from, line), { do: 'sync' }]
          : [write, { do: 'sync' }, answer(from, line)]
      }
      if (message.kind === 'from')
        return lines.slice(message.place, message.place + 5).map((line, index) => ({
          do: 'send',
          to: from,
          message: { kind: 'line', place: message.place + index, line },
        }))
      return []
    },
  }
}

function follower(
  bugs: TrivialBugs,
  address: string,
  lines: Line[],
  own: Line[],
): Machine<TrivialMessage, TrivialAct> {
  const waiting = new Set(own.map(({ number }) => number))
  let lastNumber = Math.max(
    0,
    ...waiting,
    ...lines.filter(({ writer }) => writer === address).map(({ number }) => number),
  )
  const ask = (): TrivialEffect[] => [
    ...[...waiting].map(
      (number): TrivialEffect => ({
        do: 'send',
        to: 'primary',
        message: { kind: 'append', line: { writer: address, number } },
      }),
    ),
    { do: 'send', to: 'primary', message: { kind: 'from', place: lines.length } },
  ]
  const again: TrivialEffect = { do: 'wake', afterMs: 1500, why: 'asks' }
  return {
    step(input) {
      if (input.kind === 'start' || input.kind === 'wake') return [...ask(), again]
      if (input.kind === 'act') {
        const line = { writer: address, number: ++lastNumber }
        waiting.add(line.number)
        return [{ do: 'write', rows: [[`own/${line.number}`, line]] }, { do: 'sync' }]
      }
      const { message } = input
      if (message.kind === 'appended' && waiting.delete(message.line.number))
        return [
          {
            do: 'write',
            rows: [
              [`own/${message.line.number}`, undefined],
              [`done/${message.line.number}`, message.line],
            ],
          },
          { do: 'sync' },
          { do: 'show', what: { word: 'appended', about: message.line } },
        ]
      if (
        message.kind === 'line' &&
        (bugs.takesAnyLine ? message.place >= lines.length : message.place === lines.length)
      ) {
        const write: TrivialEffect = { do: 'write', rows: [[lineKey(lines.length), message.line]] }
        lines.push(message.line)
        return [write, { do: 'sync' }]
      }
      return []
    },
  }
}

export const lineKey = (place: number): string => `line/${String(place).padStart(6, '0')}`

export const numberedRows = (rows: readonly (readonly [string, unknown])[]): Line[] =>
  rows.map(([, value]) => value as Line)
