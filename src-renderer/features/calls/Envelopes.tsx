import { useState } from 'react'
import type { AllocationRules } from '#shared/domain/call/call.ts'
import type { Envelope, Quota, Restriction } from '#shared/domain/envelope/envelope.ts'
import { addCents, cents, zeroCents } from '#shared/kernel/cents.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { Button } from '../../ui/Button.tsx'
import { formatAmount } from '../../ui/formatAmount.ts'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './CallDetail.module.css'
import { RestrictionFields } from './RestrictionFields.tsx'
import { words } from './words.ts'

export interface EnvelopesProps {
  readonly rules: AllocationRules
  readonly fiscalYear: number
  readonly onChange: (set: Partial<AllocationRules>) => void
}

/**
 * The parts of the money and the ceilings. Parts are kept here while their sum is not the envelope, since rules that do not add up
 * are refused; one button makes the sum the envelope.
 */
export function Envelopes({ rules, fiscalYear, onChange }: EnvelopesProps) {
  const [drafted, setDrafted] = useState<readonly Envelope[] | null>(null)
  const envelopes = drafted ?? rules.envelopes
  const sum = addCents(zeroCents, ...envelopes.map(({ amountCents }) => amountCents))
  const addsUp = envelopes.length === 0 || sum === rules.envelopeCents
  const write = (next: readonly Envelope[]) => {
    const total = addCents(zeroCents, ...next.map(({ amountCents }) => amountCents))
    const isWhole = next.length === 0 || total === rules.envelopeCents
    setDrafted(isWhole ? null : next)
    if (isWhole) onChange({ envelopes: next })
  }
  const setPart = (id: string, set: Partial<Envelope>) =>
    write(envelopes.map((each) => (each.id === id ? { ...each, ...set } : each)))
  const takeSum = () => {
    setDrafted(null)
    onChange({ envelopes, envelopeCents: sum })
  }
  const setQuota = (id: string, set: Partial<Quota>) =>
    onChange({ quotas: rules.quotas.map((each) => (each.id === id ? { ...each, ...set } : each)) })
  return (
    <section className={style.section}>
      <h2>{words.division}</h2>
      <p className={style.hint}>{words.divisionWords}</p>
      {envelopes.map((envelope) => (
        <fieldset key={envelope.id} className={style.part}>
          <legend className="visually-hidden">{envelope.label}</legend>
          <div className={style.row}>
            <TextField
              label={words.partLabel}
              value={envelope.label}
              onCommit={(label) => label.trim() !== '' && setPart(envelope.id, { label: label.trim() })}
            />
            <TextField
              label={words.funder}
              value={envelope.funder}
              onCommit={(funder) => setPart(envelope.id, { funder })}
            />
            <AmountField
              label={words.partAmount}
              cents={envelope.amountCents}
              onCommit={(amount) => setPart(envelope.id, { amountCents: cents(amount ?? 0) })}
            />
          </div>
          <RestrictionFields
            label={words.reserved}
            restriction={envelope.reservedFor}
            mayBeNone
            onChange={(reservedFor) => setPart(envelope.id, { reservedFor })}
          />
          <Button variant="quiet" onPress={() => write(envelopes.filter(({ id }) => id !== envelope.id))}>
            {words.remove} : {envelope.label}
          </Button>
        </fieldset>
      ))}
      {addsUp ? null : (
        <Notice tone="check">
          {words.sumIs(formatAmount(sum), formatAmount(rules.envelopeCents ?? 0))}{' '}
          <Button onPress={takeSum}>{words.useSum}</Button>
        </Notice>
      )}
      <span>
        <Button onPress={() => write([...envelopes, newPart(envelopes.length + 1, fiscalYear)])}>
          {words.addEnvelope}
        </Button>
      </span>
      <h3>{words.quotas}</h3>
      {rules.quotas.map((quota) => (
        <fieldset key={quota.id} className={style.part}>
          <legend className="visually-hidden">{quota.label}</legend>
          <div className={style.row}>
            <TextField
              label={words.quotaLabel}
              value={quota.label}
              onCommit={(label) => label.trim() !== '' && setQuota(quota.id, { label: label.trim() })}
            />
            <AmountField
              label={words.ceiling}
              cents={quota.ceilingCents}
              onCommit={(amount) => setQuota(quota.id, { ceilingCents: cents(amount ?? 0) })}
            />
          </div>
          <RestrictionFields
            label={words.appliesTo}
            restriction={quota.appliesTo}
            onChange={(appliesTo) => appliesTo !== null && setQuota(quota.id, { appliesTo })}
          />
          <Button
            variant="quiet"
            onPress={() => onChange({ quotas: rules.quotas.filter(({ id }) => id !== quota.id) })}
          >
            {words.remove} : {quota.label}
          </Button>
        </fieldset>
      ))}
      <span>
        <Button onPress={() => onChange({ quotas: [...rules.quotas, newQuota(rules.quotas.length + 1)] })}>
          {words.addQuota}
        </Button>
      </span>
    </section>
  )
}

const newPart = (place: number, fiscalYear: number): Envelope => ({
  id: crypto.randomUUID(),
  label: `Part ${place}`,
  funder: '',
  fiscalYear,
  amountCents: zeroCents,
  reservedFor: null,
})

const newQuota = (place: number): Quota => ({
  id: crypto.randomUUID(),
  label: `Plafond ${place}`,
  appliesTo: { kind: 'theme', values: ['à préciser'] } satisfies Restriction,
  ceilingCents: zeroCents,
})
