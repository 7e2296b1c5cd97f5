import type { Sheet } from '#shared/domain/scoring/sheet.ts'
import { adoptStates, type FileState } from '#shared/operations/authority/adoptStates.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { AggregateState, Operation } from '#shared/operations/operation.ts'
import { committeeWorld } from '#tests/operations/support/committee.ts'

/** A device of the bench, as its processes are told of it. Keys are hexadecimal. */
export interface BenchDevice {
  readonly id: string
  readonly user: string
  readonly role: 'secretariat' | 'member'
  readonly memberId: string | null
  readonly publicKey: string
  readonly privateKey: string
}

export const organisation = 'bench'

/** The rows of a centre that goes on from a file of `candidatures` dossiers, one candidature each, without a mark. */
export function founding(
  log: string,
  candidatures: number,
  devices: readonly BenchDevice[],
  /** Marks that each candidature has already, by as many members. */
  marks = 0,
): readonly RowChange[] {
  const held = [...committeeWorld().store.scan('aggregate')].map(
    ([entity, { version, state }]): FileState => ({ entity, version, state }),
  )
  const first = (entity: string): AggregateState => {
    const state = held.find((each) => each.entity === entity)?.state
    if (state == null) throw new Error(`${entity} is not in the committee`)
    return state
  }
  const shared = held.filter(({ entity }) => /^(committee|member|grid|call)\//u.test(entity))
  const dossiers = Array.from({ length: candidatures }, (_, index): readonly FileState[] => {
    const [dossier, candidature] = [`dos-${index + 1}`, `can-${index + 1}`]
    return [
      {
        entity: `dossier/${dossier}`,
        version: 1,
        state: { ...first('dossier/dos-1'), id: dossier } as AggregateState,
      },
      {
        entity: `candidature/${candidature}`,
        version: 1,
        state: {
          ...first('candidature/can-1'),
          id: candidature,
          dossierId: dossier,
          number: index + 1,
        } as AggregateState,
      },
    ]
  })
  return foundAuthority({
    log,
    users: devices.map(({ user }) => ({ id: user, name: user, email: '' })),
    devices: devices.map(({ id, user, publicKey }) => ({
      id,
      user,
      publicKey: Buffer.from(publicKey, 'hex').toString('base64url'),
      mayHub: false,
      standing: 'valid',
      lastSeq: null,
    })),
    mandates: devices.map(({ user, role, memberId }) => ({
      id: `of-${user}`,
      user,
      role,
      memberId,
      dossiers: [],
      ended: false,
    })),
    rows: adoptStates([...shared, ...dossiers.flat(), ...sheets(candidatures, marks)], 'd-founder'),
  })
}

const sheets = (candidatures: number, marks: number): readonly FileState[] =>
  Array.from({ length: candidatures * marks }, (_, index) => {
    const [candidatureId, evaluatorId] = [`can-${Math.floor(index / marks) + 1}`, `m-${(index % marks) + 1}`]
    const sheet: Sheet = {
      candidatureId,
      evaluatorId,
      gridId: 'grid-1',
      status: 'draft',
      countersignedOn: null,
      marks: { PERT: { kind: 'value', ...markAt(index) } },
    }
    return { entity: `sheet/${candidatureId}/${evaluatorId}`, version: 1, state: sheet }
  })

/** The mark that everybody writes in this bench: a score and a French comment, the same for us and for the others. */
export const markAt = (index: number): { readonly hundredths: number; readonly comment: string } => ({
  hundredths: 100 * ((index * 37) % 21),
  comment: `Dossier ${index + 1} : projet pertinent pour le territoire, plan de financement à préciser avant la séance.`,
})

export const markOperation = (candidature: number, evaluator: string, index: number): Operation =>
  ({
    id: `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    kind: 'sheet.mark@1',
    entity: `sheet/can-${candidature}/${evaluator}`,
    data: { gridId: 'grid-1', criterionCode: 'PERT', mark: { kind: 'value', ...markAt(index) } },
  }) as Operation

export const sheetScope = (candidature: number, evaluator: string): string =>
  `dossier/dos-${candidature}/sheet/can-${candidature}/${evaluator}`
