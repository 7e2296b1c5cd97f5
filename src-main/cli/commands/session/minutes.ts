import type { InputOf } from '#shared/contract/contract.ts'
import { frenchDate, frenchList } from '#shared/domain/documents/typography.ts'
import type { MinutesState } from '#shared/domain/session/session.ts'
import { type Answer, type Refused, refused, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { collected } from '../../read/collected.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { isoDateOf } from '../../read/readOptionValues.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface MinutesOptions extends SessionOptions {
  readonly on?: string
  readonly by?: readonly string[]
  readonly where?: string
}

type Step = InputOf<'session.minutes-step'>['step']

export const minutesAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group
      .command('minutes')
      .description('mène le procès-verbal du brouillon à la publication, une étape à la fois'),
    'delibere session comite.delibere minutes sign --on 2026-04-02 --by "Anne Moal" --by "Lise Cadiou"',
  )
    .argument('<étape>', 'submit (soumis), settle (arrêté), sign (signé), publish (publié) ou back', stepOf)
    .option('--on <date>', 'date de l’étape ; par défaut aujourd’hui', isoDateOf)
    .option('--by <nom>', 'signataire, à répéter', collected)
    .option('--where <endroit>', 'où il est publié : site, affichage')
    .action((file: string, step: keyof typeof stepWords, options: MinutesOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const wanted = wantedStep(step, options, runner.terminal.today())
        if (!wanted.ok) return wanted
        const sessionId = session.id
        const taken = await dispatcher.call('session.minutes-step', { sessionId, step: wanted.value })
        if (!taken.ok) return taken
        const board = await dispatcher.call('document.board', { sessionId })
        if (!board.ok) return board
        const { minutes } = board.value
        return said(minutes, [minutesText(minutes), ...minutes.remarks].join('\n'))
      }),
    )
}

const stepWords = {
  submit: ['soumettre', 'soumis'],
  settle: ['arrêter', 'arrêté'],
  sign: ['signer', 'signé'],
  publish: ['publier', 'publié'],
  back: ['revenir', 'retour'],
} as const satisfies Record<string, readonly [string, ...string[]]>

const stepOf = choiceOf<keyof typeof stepWords>(stepWords)

function wantedStep(
  step: keyof typeof stepWords,
  { on: date, by, where }: MinutesOptions,
  today: string,
): { readonly ok: true; readonly value: Step } | Refused {
  const on = date ?? today
  switch (step) {
    case 'submit':
      return { ok: true, value: { to: 'submitted', on } }
    case 'settle':
      return { ok: true, value: { to: 'settled', on } }
    case 'sign':
      return by === undefined
        ? refused('input.invalid', 'Rien n’a été modifié : dites avec --by qui a signé le procès-verbal.')
        : { ok: true, value: { to: 'signed', on, by: [...by] } }
    case 'publish':
      return where === undefined
        ? refused(
            'input.invalid',
            'Rien n’a été modifié : dites avec --where où le procès-verbal est publié.',
          )
        : { ok: true, value: { to: 'published', on, where } }
    case 'back':
      return { ok: true, value: { to: 'back' } }
  }
}

function minutesText({
  submittedOn,
  settledOn,
  signedOn,
  signedBy,
  publishedOn,
  publishedAt,
}: MinutesState): string {
  if (submittedOn === null) return 'Le procès-verbal est un brouillon.'
  const steps = [
    `soumis le ${frenchDate(submittedOn)}`,
    ...(settledOn === null ? [] : [`arrêté le ${frenchDate(settledOn)}`]),
    ...(signedOn === null ? [] : [`signé le ${frenchDate(signedOn)} par ${frenchList(signedBy)}`]),
    ...(publishedOn === null ? [] : [`publié le ${frenchDate(publishedOn)} (${publishedAt})`]),
  ]
  return `Procès-verbal ${steps.join(', ')}.`
}
