import type { Json } from '#shared/kernel/canonicalJson.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { receiptText } from '#shared/operations/authority/receipts.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import { type Lookups, missing, type RowChange } from '#shared/operations/authority/rows.ts'
import { accepted, type Ruling } from '#shared/operations/authority/verdict.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { encodeCommit } from '#shared/operations/commitEncode.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import {
  type ControlKind,
  type ControlOperation,
  controlScope,
} from '#shared/operations/control/controlOperation.ts'
import { applyControl } from '#shared/operations/judge/applyControl.ts'
import { knownSchema } from '#shared/operations/judge/judge.ts'
import type { Applied } from '#shared/operations/judge/trial.ts'
import { runSteps, untilLoaded } from '../authority/runSteps.ts'
import { logAppended } from '../store/heardMessage.ts'
import { openAuthorityRows } from '../store/rows/authorityRows.ts'
import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import { lockLogHead } from '../store/tables/logHeads.ts'
import { placeOf } from '../store/tables/logPlaces.ts'
import type { AccountContext } from './accountContext.ts'
import { recordControlEvent } from './controlEvents.ts'

/** One act on accounts, in the words of the control scope (SY14). */
export type ControlAct<K extends ControlKind = ControlKind> = ControlOperation<K> & {
  /** User who asked; null: the server itself, for who held an invitation. */
  readonly asked: string | null
}

/**
 * Does an act on the accounts of an organisation that is held (`holdOrganisation`), all of it in this transaction. Once the
 * log is founded it is a commit that the centre signs, with its entry and its receipt, and what follows is what the entry
 * says (SV14); before, the same rules write the same rows. Answers the verdict: nothing changed unless it is `ok`.
 */
export async function actOnAccounts(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  act: ControlAct,
): Promise<Ruling> {
  const place = placeOf(organisation)
  const rows = openAuthorityRows(writer, place)
  await rows.load([
    { table: 'log', key: 'log' },
    { table: 'chain', key: centreUser },
  ])
  const head = rows.view.row('log', 'log')
  if (head === null || head === missing) return beforeFounding(context, writer, organisation, act)
  const commit = signAct(context, await committeeOf(writer, organisation), rows.view, act)
  const now = context.clock.nowMs()
  const ports = { ...context.crypto, factsDigest: () => null }
  const said = await runSteps(
    writer,
    place,
    [(view) => receiveCommit(view, commit, { via: null, now }, ports)],
    context,
  )
  const entry = said.flat().find((output) => output.kind === 'entry')
  if (entry === undefined) throw new Error('the centre turned its own commit away')
  await writer.publish(logAppended(place, entry.entry.g))
  const { verdict, code } = entry.entry
  return { verdict, code }
}

/** The organisation and the head of its log, held for this transaction: acts on its accounts wait for one another (SV3). */
export async function holdOrganisation(writer: SqlWriter, organisation: string): Promise<void> {
  await writer.run('UPDATE organisations SET name = name WHERE organisation = ?', organisation)
  await lockLogHead(writer, placeOf(organisation))
}

/** Whether the organisation has a file, and so a log. */
export async function isFounded(reader: SqlReader, organisation: string): Promise<boolean> {
  const row = await reader.one<{ readonly committee: string | null }>(
    'SELECT committee FROM organisations WHERE organisation = ?',
    organisation,
  )
  return row?.committee != null
}

/** What must hold, since it was checked in the same transaction. */
export function mustHold({ verdict, code }: Ruling): void {
  if (verdict !== 'ok') throw new Error(`an act on accounts was refused: ${verdict}/${code}`)
}

/** The same rules without a log: their rows are those with which it will be founded. */
async function beforeFounding(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  { kind, entity, data, asked }: ControlAct,
): Promise<Ruling> {
  const rows = openAuthorityRows(writer, placeOf(organisation))
  const { applied, changes } = await untilLoaded<Tried>(rows, (view) => {
    const draft = openDraft(view)
    const applied = applyControl({
      commit: {
        cid: '',
        header: { dev: '', seq: 0, usr: '', scope: controlScope, sv: 1, base: null },
        ops: [],
      },
      operation: { id: '', k: kind, e: entity, d: data as unknown as Json },
      index: 0,
      kind,
      rows: draft,
      place: { log: '', epoch: 0, now: 0 },
      ports: { factsDigest: () => null },
    })
    const needs = draft.lacking()
    return needs.length > 0 ? { needs } : { applied, changes: draft.changes() }
  })
  if (applied.verdict !== 'ok') return { verdict: applied.verdict, code: applied.code }
  rows.absorb(changes)
  await rows.flush()
  await recordControlEvent(context, writer, organisation, {
    kind,
    entity,
    data: data as unknown as Json,
    actor: asked,
  })
  return accepted
}

interface Tried {
  readonly applied: Applied
  readonly changes: readonly RowChange[]
}

function signAct(
  { clock, crypto, authority }: AccountContext,
  committee: string,
  view: Lookups,
  { kind, entity, data, asked }: ControlAct,
): SignedCommit {
  const log = view.row('log', 'log')
  const chain = view.row('chain', centreUser)
  if (log === null || log === missing || chain === missing)
    throw new Error('the head of the log is not loaded')
  const commit = encodeCommit(
    {
      org: committee,
      dev: centreUser,
      seq: (chain?.seq ?? 0) + 1,
      prev: chain === null ? null : base64UrlEncode(chain.digest),
      hlc: [clock.nowMs(), 0],
      usr: centreUser,
      scope: controlScope,
      follow: { log: log.log, epoch: log.epoch },
      base: { g: log.g, r: receiptText(log.r) },
      sv: knownSchema,
      app: 'serveur',
    },
    [
      {
        id: uuid7(clock, crypto),
        k: kind,
        e: entity,
        ...(asked === null ? {} : { ob: asked }),
        d: data as unknown as Json,
      },
    ],
    { ...crypto, ...authority },
  )
  if (!commit.ok) throw new Error(commit.refusal.code)
  return commit.value
}

async function committeeOf(writer: SqlWriter, organisation: string): Promise<string> {
  const row = await writer.one<{ readonly committee: string | null }>(
    'SELECT committee FROM organisations WHERE organisation = ?',
    organisation,
  )
  if (row?.committee == null) throw new Error('a founded log has its committee')
  return row.committee
}
