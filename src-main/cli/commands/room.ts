import type { RoomReturn, RoomState } from '#shared/contract/syncAnswers.ts'
import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findSession } from '../find/findSession.ts'
import type { RegisterCommand } from '../program.ts'
import { wholeNumberOf } from '../read/readOptionValues.ts'
import { untilState } from './sync/untilState.ts'

/** `room FILE open|join|close`: a terminal holds the room as long as the command runs. */
export const roomCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program
      .command('room')
      .description('la salle : l’ouvrir sur ce poste, la rejoindre, la rendre au serveur'),
    'delibere room comite.delibere open --session last',
  )
  runner
    .prepare(
      group.command('open').description('ouvre la salle et la tient jusqu’à Ctrl+C'),
      'delibere room comite.delibere open --session last',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option('--session <séance>', 'son numéro dans la liste, le numéro du PV ou last', 'last')
    .option('--hours <nombre>', 'durée prévue', wholeNumberOf, 12)
    .action((file: string, options: OpenOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const before = await dispatcher.call('room.state', {})
        if (!before.ok) return before
        // A room that was open when the program was killed goes on: the opening of the file resumed it.
        const session = await findSession(dispatcher, options.session)
        if (!session.ok) return session
        const opened =
          before.value === null
            ? await dispatcher.call('room.open', { sessionId: session.value.id, hours: options.hours })
            : { ok: true as const, value: before.value }
        if (!opened.ok) return opened
        runner.terminal.write(`${inWords(opened.value)}\n`)
        await interrupted()
        return said(
          opened.value,
          'La salle reste ouverte dans le fichier : elle reprendra à sa prochaine ouverture.',
        )
      }),
    )
  runner
    .prepare(
      group.command('join').description('rejoint une salle et y reste jusqu’à Ctrl+C'),
      'delibere room copie.delibere join --code K7QF-2M9P --address 192.168.1.20',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option('--code <code>', 'celui de l’écran de la salle')
    .option('--address <adresse>', 'celle de l’écran de la salle')
    .option('--invitation <texte>', 'le texte du QR, au lieu du code')
    .action((file: string, options: JoinOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const { code = '', address = '', invitation } = options
        if (invitation === undefined && (code === '' || address === ''))
          return refused(
            'usage',
            'Donnez le code et l’adresse de l’écran de la salle (--code et --address), ou son invitation. Rien n’a été fait.',
          )
        const joined = await dispatcher.call(
          'room.join',
          invitation === undefined ? { by: 'code', code, address } : { by: 'invitation', invitation },
        )
        if (!joined.ok) return joined
        runner.terminal.write(`Dans la salle de ${joined.value.hubName}. Ctrl+C pour s’arrêter.\n`)
        await interrupted()
        return said(joined.value, 'Arrêté. La salle sera retrouvée à la prochaine ouverture du fichier.')
      }),
    )
  runner
    .prepare(
      group.command('close').description('ferme la salle et la rend au serveur'),
      'delibere room comite.delibere close',
    )
    .argument('<fichier>', 'le fichier du comité')
    .action((file: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        await untilState(dispatcher, ({ connection }) => connection === 'connected')
        const closed = await dispatcher.call('room.close', {})
        if (!closed.ok) return closed
        return said(closed.value, closedWords[closed.value.standing])
      }),
    )
}

const closedWords: Readonly<Record<RoomReturn, string>> = {
  returned: 'Salle fermée et rendue au serveur.',
  kept: 'Salle fermée. Elle est gardée ici et sera rendue au serveur dès qu’il sera joint.',
  'set-apart':
    'Salle fermée. Une autre salle de la même séance était revenue avant elle : le serveur garde celle-ci entière, à part. L’application le signale dans « Envoyer et recevoir ».',
}

interface OpenOptions extends SharedOptions {
  readonly session: string
  readonly hours: number
}

interface JoinOptions extends SharedOptions {
  readonly code?: string
  readonly address?: string
  readonly invitation?: string
}

const interrupted = (): Promise<void> =>
  new Promise((done) => {
    // A pending timer keeps the program alive; a signal ends the wait in order.
    const alive = setInterval(() => {}, 60_000)
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        clearInterval(alive)
        done()
      })
  })

const inWords = ({ door, addresses, port, lease }: RoomState): string =>
  [
    `Salle ouverte${lease.isEmergency ? ' sans le serveur' : ''}. Code : ${door?.code ?? ''}`,
    `Adresses : ${addresses.map(({ address }) => `${address}:${port}`).join(', ') || `127.0.0.1:${port}`}`,
    `Invitation : ${door?.invitation ?? ''}`,
    'Ctrl+C pour s’arrêter.',
  ].join('\n')
