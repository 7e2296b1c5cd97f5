import { decides } from '#shared/domain/committee/committee.ts'
import type { ItemKind, Opinion } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { formatAmount } from '../../../ui/formatAmount.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { opinionWordsOf, words } from '../words.ts'
import { FundingFields } from './FundingFields.tsx'
import style from './ItemPanel.module.css'
import { amountAtRate, carriesAmount, departureOfDraft, type ItemDraft, rateOf } from './voteDraft.ts'
import { stepWords } from './words.ts'

export interface DraftProps {
  readonly view: SessionView
  readonly item: SessionItemView
  readonly draft: ItemDraft
  readonly onDraft: (draft: ItemDraft) => void
}

/** The opinion put to the vote, with its amount, conditions and grounds. The ranking's proposal is already there. */
export function ProposalFields({ view, item, draft, onDraft }: DraftProps) {
  const set = (changes: Partial<ItemDraft>) => onDraft({ ...draft, ...changes })
  const { opinion } = draft
  const isAwardOfCandidature =
    item.kind === 'candidature' && (opinion === 'favourable' || opinion === 'reserved')
  const isMilestone = item.kind === 'milestone'
  const asksGrounds =
    opinion === 'unfavourable' ||
    opinion === 'inadmissible' ||
    (opinion === 'reserved' && item.kind === 'candidature')
  const label = decides(view.committee.instanceType) || isMilestone ? words.decision : words.opinion
  return (
    <>
      <div {...(opinion === null ? { 'data-next': true } : {})}>
        <Segments
          label={label}
          isLabelHidden
          value={opinion}
          options={opinionsOf(item.kind).map((value) => ({
            value,
            label: opinionWordsOf(item.kind, value).label,
          }))}
          onChange={(chosen: Opinion) => set({ opinion: chosen })}
        />
      </div>
      {carriesAmount(draft, item) ? (
        <MoneyFields view={view} item={item} draft={draft} onDraft={onDraft} />
      ) : null}
      {isAwardOfCandidature ? (
        <Checkbox
          isSelected={draft.waitingList}
          description={stepWords.waitingListHint}
          onChange={(waitingList) => set({ waitingList })}
        >
          {stepWords.waitingList}
        </Checkbox>
      ) : null}
      <Departure item={item} draft={draft} onDraft={onDraft} />
      {opinion === 'reserved' || opinion === 'favourable' ? (
        <TextField
          label={isMilestone && opinion === 'reserved' ? stepWords.conditionsOfGo : words.conditions}
          value={draft.conditions}
          multiline={opinion === 'reserved'}
          rows={2}
          onType={(conditions) => set({ conditions })}
          onCommit={(conditions) => set({ conditions })}
        />
      ) : null}
      {opinion === 'deferred' ? (
        <TextField
          label={words.deferredReason}
          value={draft.factual}
          onType={(factual) => set({ factual })}
          onCommit={(factual) => set({ factual })}
        />
      ) : null}
      {asksGrounds ? (
        <div className={style.grounds}>
          <TextField
            label={words.legal}
            description={words.legalHint}
            value={draft.legal}
            multiline
            rows={2}
            onType={(legal) => set({ legal })}
            onCommit={(legal) => set({ legal })}
          />
          <TextField
            label={words.factual}
            description={words.factualHint}
            value={draft.factual}
            multiline
            rows={2}
            onType={(factual) => set({ factual })}
            onCommit={(factual) => set({ factual })}
          />
        </div>
      ) : null}
    </>
  )
}

function MoneyFields({ view, item, draft, onDraft }: DraftProps) {
  const { amountCents } = draft
  const set = (cents: number | null) => onDraft({ ...draft, amountCents: cents, funding: null })
  const { eligibleBaseCents: base, minimumViableCents: minimum, maximumUsefulCents: maximum } = item
  const bounds = stepWords.bounds(
    minimum === null ? null : formatAmount(minimum),
    maximum === null ? null : formatAmount(maximum),
  )
  const outside =
    amountCents === null || amountCents === 0
      ? null
      : minimum !== null && amountCents < minimum
        ? stepWords.belowMinimum
        : maximum !== null && amountCents > maximum
          ? stepWords.aboveMaximum
          : null
  return (
    <>
      <div className={style.money}>
        <AmountField label={words.amount} cents={amountCents} onCommit={set} />
        {base === null || base === 0 ? null : (
          <NumberField
            label={words.rate}
            value={amountCents === null ? null : rateOf(amountCents, base) / 100}
            decimals={2}
            maximum={100}
            unit={words.rateUnit}
            onCommit={(percent) =>
              set(percent === null ? null : amountAtRate(Math.round(percent * 100), base))
            }
          />
        )}
        {bounds === '' ? null : <p className={style.hint}>{bounds}</p>}
      </div>
      {outside === null ? null : <p className={style.owed}>◐ {outside}</p>}
      <FundingFields balances={view.balances} draft={draft} onDraft={onDraft} />
    </>
  )
}

/** Asked as soon as what is keyed parts from the ranking; what was written stays if it no longer does. */
function Departure({ item, draft, onDraft }: Pick<DraftProps, 'item' | 'draft' | 'onDraft'>) {
  const departure = departureOfDraft(draft, item)
  if (departure === null && draft.departure === '') return null
  const set = (text: string) => onDraft({ ...draft, departure: text })
  return (
    <TextField
      label={stepWords.departure}
      description={`${departure === null ? '' : `${departureWords[departure]} `}${stepWords.departureHint}`}
      value={draft.departure}
      onType={set}
      onCommit={set}
    />
  )
}

const departureWords = {
  'served-below-line': stepWords.departureBelow,
  skipped: stepWords.departureSkipped,
  'above-rules': stepWords.departureAbove,
} as const

const opinions: readonly Opinion[] = ['favourable', 'reserved', 'unfavourable', 'deferred', 'inadmissible']

/** A milestone is never inadmissible. */
const opinionsOf = (kind: ItemKind): readonly Opinion[] =>
  kind === 'milestone' ? opinions.filter((opinion) => opinion !== 'inadmissible') : opinions
