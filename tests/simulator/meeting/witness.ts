import type { DiskReader } from '../kernel/disk.ts'
import type { Shown } from '../kernel/machine.ts'
import type { Message } from '../nodes/message.ts'

/** A message that arrived. */
export interface Heard {
  readonly from: string
  readonly to: string
  readonly message: Message
}

/** What was seen in a world by who stands outside of it: the memory that the oracles have beside the disks. */
export interface Witness {
  readonly sealed: Map<string, { readonly address: string; readonly device: string; readonly seq: number }>
  /** Verdicts that a laptop was told, in order. */
  readonly told: {
    readonly address: string
    readonly cid: string
    readonly verdict: string
    readonly log: string
    readonly g: number
  }[]
  /** A laptop was told, since its last start, that the authority knows more of its chain than it does. */
  readonly toldOfLater: Map<string, string>
  /** A commit that was sealed under a chain whose end the laptop had been told not to have. */
  readonly sealedBehind: string[]
  /** What was sealed on an aggregate that its laptop could only read in part. */
  readonly sealedOnPart: string[]
  /** Laptops that run the older program. */
  readonly older: Set<string>
  readonly incidents: { readonly address: string; readonly of: string; readonly cid: string }[]
  /** Logs of which an authority or a laptop said that it, or the other, was restored. */
  readonly restored: Set<string>
  readonly receiptsBroken: string[]
  readonly equivocates: Set<string>
  /** Some of what was said, spread over the whole of the run. */
  readonly heard: Heard[]
}

export const newWitness = (): Witness => ({
  sealed: new Map(),
  told: [],
  toldOfLater: new Map(),
  sealedBehind: [],
  sealedOnPart: [],
  older: new Set(),
  incidents: [],
  restored: new Set(),
  receiptsBroken: [],
  equivocates: new Set(),
  heard: [],
})

export function observe(witness: Witness, address: string, { word, about }: Shown, disk: DiskReader): void {
  const said = about as Record<string, never>
  switch (word) {
    case 'sealed': {
      const { cid, device, seq } = about as {
        readonly cid: string
        readonly device: string
        readonly seq: number
      }
      witness.sealed.set(cid, { address, device, seq })
      if (witness.toldOfLater.get(address) === device) witness.sealedBehind.push(`${device} ${seq}`)
      const own = disk.get(`copy:own|${device}/${seq}`) as
        | { readonly entities: readonly string[] }
        | undefined
      const part = own?.entities.find((entity) => isReadInPart(disk, entity))
      if (part !== undefined) witness.sealedOnPart.push(`commit ${seq} of ${device} writes on ${part}`)
      return
    }
    case 'verdict':
      witness.told.push({ address, ...(about as Omit<Witness['told'][number], 'address'>) })
      return
    case 'told-of-later':
      witness.toldOfLater.set(address, said.device ?? '')
      return
    case 'incident':
      witness.incidents.push({ address, of: 'told-otherwise', cid: said.cid ?? '' })
      return
    case 'authority incident': {
      const { incident } = about as { readonly incident: { readonly of: string; readonly cid?: string } }
      witness.incidents.push({ address, of: incident.of, cid: incident.cid ?? '' })
      return
    }
    case 'restored':
    case 'reconciles':
      witness.restored.add(said.log ?? '')
      return
    case 'receipts-broken':
      witness.receiptsBroken.push(address)
      return
    case 'equivocates':
      witness.equivocates.add(said.device ?? '')
      return
    default:
  }
}

const isReadInPart = (disk: DiskReader, entity: string): boolean =>
  (disk.get(`copy:readOnly|${entity}`) as { readonly why: string } | undefined)?.why === 'unknown-kind'
