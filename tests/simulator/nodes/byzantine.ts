import type { SignedCommit } from '#shared/operations/commit.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { candidatureId, centre, gridId, sessionId } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import { sealed } from './laptopActs.ts'
import type { LaptopMemory } from './laptopMemory.ts'
import type { Message } from './message.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

/** What a dishonest laptop does. Whatever it sends, nothing of it may be applied that its user had no right to. */
export function byzantineEffects(
  act: Extract<Act, { kind: 'byzantine' }>,
  memory: LaptopMemory,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  const candidature = candidatureId((act.dossier % world.cast.dossierCount) + 1)
  const markers = world.cast.people.flatMap(({ memberId }) => memberId ?? [])
  const other =
    markers.filter((id) => id !== memory.person.memberId)[act.member % Math.max(1, markers.length - 1)] ??
    'm1'
  const mark = (member: string): NewOperation => ({
    kind: 'sheet.mark@1',
    entity: `sheet/${candidature}/${member}`,
    data: { gridId, criterionCode: 'INNO', mark: { kind: 'value', hundredths: 500, comment: 'faux' } },
  })
  const own = mark(memory.person.memberId ?? other)
  switch (act.trick) {
    case 'other-sheet':
      return sealed([mark(other)], memory, moment, world)
    case 'foreign-scope':
      return durable(memory.seal([mark(other)], moment, { scope: 'shared' }), memory)
    case 'unknown-kind':
      return durable(
        memory.seal([{ ...own, kind: 'sheet.dance@1' } as unknown as NewOperation], moment, {
          scope: 'shared',
        }),
        memory,
      )
    case 'huge-clock':
      return sealed([own], memory, { ...moment, clockMs: moment.clockMs + 400 * 86_400_000 }, world)
    case 'oversized':
      return sealed(
        [
          {
            kind: 'session.write-debate@1',
            entity: `session/${sessionId}`,
            data: { itemId: 'point-1', text: 'x'.repeat(300_000) },
          },
        ],
        memory,
        moment,
        world,
      )
    case 'bad-signature':
      return wrongly(memory, own, moment, (commit) => ({
        ...commit,
        signature: commit.signature.map((byte) => byte ^ 1),
      }))
    case 'altered-body':
      return wrongly(memory, own, moment, (commit) => ({
        ...commit,
        body: new TextEncoder().encode(new TextDecoder().decode(commit.body).replace(':500,', ':100,')),
      }))
    case 'replay': {
      const commits = memory.unsentToo().slice(0, 8)
      return commits.map((commit) => push(memory, memory.chain.device, [commit]))
    }
    case 'skipped-seq': {
      // One is sealed and never sent before the next one is.
      const first = memory.seal([own], moment)
      const second = memory.seal([own], moment)
      return first === null || second === null
        ? []
        : [
            { do: 'write', rows: [...first.rows, ...second.rows] },
            { do: 'sync' },
            push(memory, second.device, [second.commit]),
          ]
    }
    case 'equivocation': {
      const twin = memory.sealTwin([mark(memory.person.memberId ?? other)], moment)
      const first = memory.seal(
        [{ ...own, entity: `sheet/${candidature}/${memory.person.memberId ?? other}` }],
        moment,
      )
      if (first === null || twin === null) return []
      return [
        { do: 'write', rows: first.rows },
        { do: 'sync' },
        { do: 'show', what: { word: 'equivocates', about: { device: first.device } } },
        push(memory, first.device, [first.commit]),
        push(memory, first.device, [twin]),
      ]
    }
  }
}

/** Kept like any commit of this laptop: what is refused has its verdict too. */
function durable(commit: ReturnType<LaptopMemory['seal']>, memory: LaptopMemory): readonly LaptopEffect[] {
  return commit === null
    ? []
    : [{ do: 'write', rows: commit.rows }, { do: 'sync' }, push(memory, commit.device, [commit.commit])]
}

/** The wrong bytes are sent first; the right ones are kept and follow with the next tick. */
function wrongly(
  memory: LaptopMemory,
  operation: NewOperation,
  moment: Moment,
  alter: (commit: SignedCommit) => SignedCommit,
): readonly LaptopEffect[] {
  const commit = memory.seal([operation], moment)
  return commit === null
    ? []
    : [
        { do: 'write', rows: commit.rows },
        { do: 'sync' },
        push(memory, commit.device, [alter(commit.commit)]),
      ]
}

const push = (memory: LaptopMemory, device: string, commits: readonly SignedCommit[]): LaptopEffect => ({
  do: 'send',
  to: memory.room?.hub ?? centre,
  message: { kind: 'push', log: memory.room?.log ?? centreLog, device, commits },
})
