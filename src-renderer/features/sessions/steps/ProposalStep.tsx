import { decides } from '#shared/domain/committee/committee.ts'
import { isAward } from '#shared/domain/decision/isAward.ts'
import type { Opinion } from '#shared/domain/session/session.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { opinionWords, words } from '../words.ts'
import style from './ItemPanel.module.css'
import type { StepProps } from './step.ts'
import { amountAtRate, type ItemDraft, rateOf } from './voteDraft.ts'

/** The opinion put to the vote, with its amount, conditions and grounds. The ranking's proposal is already there. */
export function ProposalStep({
  view,
  item,
  draft,
  onDraft,
}: StepProps & { draft: ItemDraft; onDraft: (draft: ItemDraft) => void }) {
  const set = (changes: Partial<ItemDraft>) => onDraft({ ...draft, ...changes })
  const { opinion, amountCents } = draft
  const base = item.eligibleBaseCents
  const carriesAmount = item.candidatureId !== null && opinion !== null && isAward(opinion)
  const asksGrounds = opinion === 'unfavourable' || opinion === 'inadmissible' || opinion === 'reserved'
  return (
    <section className={style.step}>
      <h3>{words.proposal}</h3>
      <div {...(opinion === null ? { 'data-next': true } : {})}>
        <Segments
          label={decides(view.committee.instanceType) ? words.decision : words.opinion}
          value={opinion}
          options={opinions.map((value) => ({ value, label: opinionWords[value].label }))}
          onChange={(chosen: Opinion) => set({ opinion: chosen })}
        />
      </div>
      {carriesAmount ? (
        <div className={style.money}>
          <AmountField
            label={words.amount}
            cents={amountCents}
            onCommit={(cents) => set({ amountCents: cents })}
          />
          {base === null || base === 0 ? null : (
            <NumberField
              label={words.rate}
              value={amountCents === null ? null : rateOf(amountCents, base) / 100}
              decimals={2}
              maximum={100}
              unit={words.rateUnit}
              onCommit={(percent) =>
                set({
                  amountCents: percent === null ? null : amountAtRate(Math.round(percent * 100), base),
                })
              }
            />
          )}
        </div>
      ) : null}
      {opinion === 'reserved' || opinion === 'favourable' ? (
        <TextField
          label={words.conditions}
          value={draft.conditions}
          multiline={opinion === 'reserved'}
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
            onType={(legal) => set({ legal })}
            onCommit={(legal) => set({ legal })}
          />
          <TextField
            label={words.factual}
            description={words.factualHint}
            value={draft.factual}
            multiline
            onType={(factual) => set({ factual })}
            onCommit={(factual) => set({ factual })}
          />
        </div>
      ) : null}
    </section>
  )
}

const opinions: readonly Opinion[] = ['favourable', 'reserved', 'unfavourable', 'deferred', 'inadmissible']
