import { hash } from 'node:crypto'
import type { Rows } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { candidatureId } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import type { Copy } from '../nodes/copy.ts'
import type { Message } from '../nodes/message.ts'
import { sealed } from '../nodes/sealed.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { wholeRow } from './diskBlobs.ts'

/** A paper of a candidature: its bytes and the commit that cites them lie on the disk together, or neither. */
export function paperEffects(
  act: Extract<Act, { kind: 'attach' }>,
  copy: Copy,
  moment: Moment,
  world: WorldOf,
): readonly Effect<Message>[] {
  const candidature = candidatureId((act.dossier % world.cast.dossierCount) + 1)
  if (copy.view.get('candidature', candidature) === null) return []
  const content = contentOf(act)
  const sha256 = hash('sha256', content, 'hex')
  const operation: NewOperation = {
    kind: 'document.issue@2',
    entity: `document/${copy.head.dev}-${copy.head.seq + 1}`,
    data: {
      sessionId: null,
      candidatureId: candidature,
      document: 'minutes',
      reading: 'full',
      format: 'pdf',
      number: '',
      sha256,
      factsDigest: '',
      contentDigest: null,
      pictureDigests: [],
      madeAt: '',
      template: null,
    },
  }
  const said = sealed([operation], copy, moment, world)
  const kept: Rows = [wholeRow(content, world.cryptography)]
  if (said.length === 0) return []
  // B12: what was signed cites bytes that are kept a moment later.
  if (world.bug === 'B12') return [...said, { do: 'write', rows: kept }]
  const first = said.findIndex((effect) => effect.do === 'write')
  return said.map((effect, index) =>
    index === first && effect.do === 'write' ? { ...effect, rows: [...kept, ...effect.rows] } : effect,
  )
}

/** A few small ones that several people join, and some that take two chunks. */
function contentOf({ word, large }: Extract<Act, { kind: 'attach' }>): Uint8Array {
  const text = Buffer.from(`pièce ${word}`)
  if (!large) return new Uint8Array(text)
  const content = new Uint8Array(1024 * 1024 + 10)
  content.set(text, content.length - text.length)
  return content
}
