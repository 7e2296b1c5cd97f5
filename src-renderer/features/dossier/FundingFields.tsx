import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { statusWords } from '../../words/statusWords.ts'
import style from './Dossier.module.css'
import type { DossierChanges } from './useDossierChanges.ts'
import { words } from './words.ts'

export interface FundingFieldsProps {
  readonly candidature: Candidature
  readonly changes: DossierChanges
}

/** A typed amount settles the question of the amount: the person has read the source. */
export function FundingFields({ candidature, changes }: FundingFieldsProps) {
  return (
    <section className={style.section}>
      <h2>{words.funding}</h2>
      <div className={style.row}>
        <AmountField
          label={words.requested}
          cents={candidature.requestedCents}
          onCommit={(requestedCents) =>
            changes.settle(requestedCents === null ? [] : ['amount', 'amount-zero'], { requestedCents })
          }
        />
        <AmountField
          label={words.eligibleBase}
          cents={candidature.eligibleBaseCents}
          onCommit={(eligibleBaseCents) => changes.changeCandidature({ eligibleBaseCents })}
        />
      </div>
      <div className={style.row}>
        <AmountField
          label={words.minimumViable}
          description={words.minimumViableHint}
          cents={candidature.minimumViableCents}
          onCommit={(minimumViableCents) => changes.changeCandidature({ minimumViableCents })}
        />
        <AmountField
          label={words.maximumUseful}
          description={words.maximumUsefulHint}
          cents={candidature.maximumUsefulCents}
          onCommit={(maximumUsefulCents) => changes.changeCandidature({ maximumUsefulCents })}
        />
        <TextField
          label={words.theme}
          value={candidature.theme}
          maxLength={500}
          onCommit={(theme) => changes.changeCandidature({ theme: theme.trim() })}
        />
      </div>
      {candidature.amountAsWritten === '' ? null : (
        <p className={style.hint}>
          {words.asWritten} : « {candidature.amountAsWritten} »
        </p>
      )}
      <div className={style.row}>
        <Segments
          label={words.taxBasis}
          value={candidature.taxBasis ?? 'unknown'}
          options={[
            { value: 'HT', label: 'HT' },
            { value: 'TTC', label: 'TTC' },
            { value: 'unknown', label: words.taxUnknown },
          ]}
          onChange={(value) => changes.changeCandidature({ taxBasis: value === 'unknown' ? null : value })}
        />
        <DateField
          label={words.completeOn}
          value={candidature.completeOn}
          onCommit={(completeOn) => changes.changeCandidature({ completeOn })}
        />
        <Select
          label={words.status}
          value={candidature.status}
          options={[
            { value: 'submitted', label: statusWords.submitted },
            { value: 'withdrawn', label: statusWords.withdrawn },
            { value: 'inadmissible', label: statusWords.inadmissible },
          ]}
          onChange={(status) => changes.changeCandidature({ status })}
        />
      </div>
    </section>
  )
}
