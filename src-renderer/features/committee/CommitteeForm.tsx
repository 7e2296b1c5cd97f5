import {
  type Committee,
  decides,
  type InstanceType,
  instanceTypes,
  noticeRuleIds,
} from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './Screen.module.css'
import { instanceWords, noticeWords, recusalCountingWords, words } from './words.ts'

/** Name, nature, authority and place; each field saves itself. */
export function CommitteeForm({ committee }: { committee: Committee }) {
  const { act, refusal } = useAct('committee.change')
  const change = (set: Partial<Omit<Committee, 'id'>>) => void act({ set })
  return (
    <section className={style.section} aria-labelledby="committee-identity">
      <h2 id="committee-identity">{words.identity}</h2>
      <p className={style.hint}>{words.identityHint}</p>
      <RefusalNotice refusal={refusal} />
      <div className={style.form}>
        <TextField
          label={words.name}
          value={committee.name}
          onCommit={(name) => name.trim() !== '' && change({ name })}
        />
        <TextField label={words.place} value={committee.place} onCommit={(place) => change({ place })} />
        <Select
          label={words.instanceType}
          value={committee.instanceType}
          description={instanceWords[committee.instanceType].explanation}
          options={instanceTypes.map((value) => ({ value, label: instanceWords[value].label }))}
          onChange={(instanceType: InstanceType) => change({ instanceType })}
        />
        <Select
          label={words.recusalCounting}
          value={committee.recusalCounting}
          options={countings.map((value) => ({ value, label: recusalCountingWords[value] }))}
          onChange={(recusalCounting: Committee['recusalCounting']) => change({ recusalCounting })}
        />
        <Select
          label={words.noticeRule}
          value={committee.noticeRule}
          options={noticeRuleIds.map((value) => ({ value, label: noticeWords[value] }))}
          onChange={(noticeRule) => change({ noticeRule })}
        />
        <NumberField
          label={words.proxiesPerHolder}
          description={words.proxiesPerHolderHint}
          value={committee.proxiesPerHolder}
          minimum={1}
          maximum={5}
          isRequired
          onCommit={(proxiesPerHolder) => proxiesPerHolder !== null && change({ proxiesPerHolder })}
        />
        {decides(committee.instanceType) ? null : (
          <TextField
            label={words.decidingAuthority}
            description={words.decidingAuthorityHint}
            value={committee.decidingAuthority}
            onCommit={(decidingAuthority) => change({ decidingAuthority })}
          />
        )}
      </div>
    </section>
  )
}

const countings = ['numerator', 'numerator-and-denominator'] as const
