import type { SignedCommit } from '#shared/operations/commit.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { candidatureId, gridId, sessionId } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'

import type { Copy } from './copy.ts'
import type { Message } from './message.ts'
import { pushed, sealed, shownSealed } from './sealed.ts'
import type { WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

/** What a dishonest laptop does. Whatever it sends, nothing of it may be applied that its user had no right to. */
export function byzantineEffects(
  act: Extract<Act, { kind: 'byzantine' }>,
  copy: Copy,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  const candidature = candidatureId((act.dossier % world.cast.dossierCount) + 1)
  const markers = world.cast.people.flatMap(({ memberId }) => memberId ?? [])
  const other =
    markers.filter((id) => id !== copy.person.memberId)[act.member % Math.max(1, markers.length - 1)] ?? 'm1'
  const mark = (member: string): NewOperation => ({
    kind: 'sheet.mark@1',
    entity: `sheet/${candidature}/${member}`,
    data: { gridId, criterionCode: 'INNO', mark: { kind: 'value', hundredths: 500, comment: 'faux' } },
  })
  const own = mark(copy.person.memberId ?? other)
  switch (act.trick) {
    case 'other-sheet':
      return sealed([mark(other)], copy, moment, world)
    case 'foreign-scope':
      return sealed([mark(other)], copy, moment, world, 'shared')
    case 'unknown-kind':
      return sealed(
        [{ ...own, kind: 'sheet.dance@1' } as unknown as NewOperation],
        copy,
        moment,
        world,
        'shared',
      )
    case 'huge-clock':
      return sealed([own], copy, { ...moment, clockMs: moment.clockMs + 400 * 86_400_000 }, world)
    case 'oversized':
      return sealed(
        [
          {
            kind: 'session.write-debate@1',
            entity: `session/${sessionId}`,
            data: { itemId: 'point-1', text: 'x'.repeat(300_000) },
          },
        ],
        copy,
        moment,
        world,
      )
    case 'bad-signature':
      return wrongly(copy, own, moment, (commit) => ({
        ...commit,
        signature: commit.signature.map((byte) => byte ^ 1),
      }))
    case 'altered-body':
      return wrongly(copy, own, moment, (commit) => ({
        ...commit,
        body: new TextEncoder().encode(new TextDecoder().decode(commit.body).replace(':500,', ':100,')),
      }))
    case 'replay': {
      return copy
        .ownWhole()
        .slice(0, 8)
        .map((commit) => pushed(copy, commit))
    }
    case 'skipped-seq': {
      // One is sealed and never sent before the next one is.
      const first = copy.seal([own], moment)
      const second = copy.seal([own], moment)
      return first === null || second === null
        ? []
        : [...kept(copy), shownSealed(first), shownSealed(second), pushed(copy, second.commit)]
    }
    case 'equivocation': {
      const twin = copy.sealNext([mark(copy.person.memberId ?? other)], moment)
      const first = copy.seal([own], moment)
      if (first === null || twin === null) return []
      return [
        ...kept(copy),
        { do: 'show', what: { word: 'equivocates', about: { device: first.dev } } },
        pushed(copy, first.commit),
        pushed(copy, twin.commit),
      ]
    }
  }
}

/** The wrong bytes are sent first; the right ones are kept and follow with the next tick. */
function wrongly(
  copy: Copy,
  operation: NewOperation,
  moment: Moment,
  alter: (commit: SignedCommit) => SignedCommit,
): readonly LaptopEffect[] {
  const commit = copy.seal([operation], moment)
  return commit === null ? [] : [...kept(copy), pushed(copy, alter(commit.commit))]
}

const kept = (copy: Copy): readonly LaptopEffect[] => [
  { do: 'write', rows: copy.store.take() },
  { do: 'sync' },
]
