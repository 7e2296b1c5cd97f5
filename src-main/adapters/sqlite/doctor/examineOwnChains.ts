import { isFinal } from '#shared/operations/authority/verdict.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { decodeCommitBody, decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import { signedBytes } from '#shared/operations/commitEncode.ts'
import { type OwnCommit, type OwnPlace, ownKey } from '#shared/operations/replica/records.ts'
import type { Checked, DoctorSettings } from './examine.ts'

/**
 * Every commit that this file signed since it is shared: signature, body, chain, from the first to the head, and exactly the
 * unsettled ones pending.
 */
export function examineOwnChains(settings: DoctorSettings, checked: Checked): string | null {
  const { database, sync } = settings
  const { copy } = sync
  const head = copy.row('ownHead', 'own')
  if (head === null) return 'La copie partagée ne dit pas quel poste elle est.'
  const keys = new Map(
    database.prepare<[], [string, Uint8Array]>('SELECT id, public_key FROM sync_devices').raw().all(),
  )
  const pending: Pending = { must: new Set(), may: new Set() }
  let expected = 0
  for (const { dev, seq: last } of [...head.former, head]) {
    const publicKey = keys.get(dev)
    if (publicKey === undefined) return `La clé du poste ${dev} manque.`
    let digest: Uint8Array | null = null
    for (let seq = 1; seq <= last; seq++) {
      const place = { dev, seq }
      const own = copy.row('own', ownKey(place))
      const finding =
        own === null ? 'manque' : examineOwn(settings, own, { place, publicKey, previous: digest, pending })
      if (own === null || finding !== null) return `Enregistrement n° ${seq} du poste ${dev} : ${finding}.`
      digest = own.commit.id
      expected += 1
      checked.commits += 1
      checked.operations += own.entities.length
    }
    if (dev === head.dev && !isSame(digest, head.digest))
      return `La suite du poste ${dev} ne finit pas où la copie le dit.`
  }
  if (copy.count('own') !== expected)
    return 'La copie tient des enregistrements de ce poste hors de sa suite.'
  for (const [entity, { ops }] of copy.scan('pendingOn'))
    for (const place of ops)
      if (![pending.must, pending.may].some((set) => set.delete(`${ownKey(place)}/${place.index}/${entity}`)))
        return `Une opération en attente sur ${entity} n’est pas, ou plus, à envoyer.`
  if (pending.must.size > 0) return 'Une opération à envoyer manque à ce qui est montré.'
  for (const [cid, refusal] of copy.scan('toRegularise'))
    if (copy.row('own', ownKey(refusal))?.cid !== cid)
      return `L’enregistrement refusé ${cid} n’est pas de ce poste.`
  return null
}

/** Operations, by commit, index and entity, that are to be shown on top, and those that may be. */
interface Pending {
  readonly must: Set<string>
  readonly may: Set<string>
}

function examineOwn(
  { sync, ports }: DoctorSettings,
  own: OwnCommit,
  {
    place,
    publicKey,
    previous,
    pending,
  }: {
    readonly place: OwnPlace
    readonly publicKey: Uint8Array
    readonly previous: Uint8Array | null
    readonly pending: Pending
  },
): string | null {
  const { commit, cid, ruling, earlier } = own
  const header = decodeCommitHeader(commit.header)
  if (!header.ok) return 'il est illisible'
  const { dev, seq, prev, bh } = header.value
  if (!isSame(ports.sha256(commit.header), commit.id) || base64UrlEncode(commit.id) !== cid)
    return 'l’identifiant n’est pas l’empreinte de l’en-tête'
  if (!ports.verify(publicKey, signedBytes(commit.header), commit.signature)) return 'la signature est fausse'
  if (dev !== place.dev || seq !== place.seq || prev !== (previous && base64UrlEncode(previous)))
    return 'il ne suit pas le précédent'
  const known = sync.copy.row('ownSeq', cid)
  if (known?.dev !== dev || known.seq !== seq) return 'il est mal rangé'
  const isSettled = ruling !== null && isFinal(ruling.verdict)
  // The body of a settled commit goes with the dossier that it spoke of [SY4].
  if (commit.body.length === 0 && isSettled) return null
  if (base64UrlEncode(ports.sha256(commit.body)) !== bh) return 'le contenu a été modifié après la signature'
  const body = decodeCommitBody(commit.body)
  if (!body.ok) return 'le contenu est illisible'
  // Put off by the centre after a room took it: what is shown has it from the room, or on top [SY66].
  const { must, may } = pending
  const shown = ruling?.verdict === 'deferred' && earlier !== null ? may : must
  if (!isSettled)
    for (const [index, { e }] of body.value.ops.entries()) shown.add(`${ownKey(place)}/${index}/${e}`)
  return null
}

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0
