import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { AllocationRules, TieBreaker } from '#shared/domain/call/call.ts'
import { useRead } from '../../bridge/useRead.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import style from './CallDetail.module.css'
import { words } from './words.ts'

export interface TieBreakersProps {
  readonly gridId: string | null
  readonly chosen: readonly TieBreaker[]
  readonly onRules: (set: Partial<AllocationRules>) => void
}

/** The rules that separate equals, in their order. Keyboard: the buttons, or Alt with an arrow on a line. */
export function TieBreakers({ gridId, chosen, onRules }: TieBreakersProps) {
  const grid = useRead('grid.list', {}).value?.find(({ id }) => id === gridId)
  const criteria = grid?.sections.flatMap((section) => section.criteria) ?? []
  const labelOf = (rule: TieBreaker): string =>
    rule.kind === 'criterion'
      ? words.criterion(criteria.find(({ code }) => code === rule.code)?.label ?? rule.code)
      : simpleLabels[rule.kind]
  const record = (tieBreakers: readonly TieBreaker[]) => onRules({ tieBreakers })
  const move = (index: number, by: 1 | -1) => {
    const moving = chosen[index]
    const target = index + by
    if (moving === undefined || target < 0 || target >= chosen.length) return
    const others = chosen.filter((_, at) => at !== index)
    record([...others.slice(0, target), moving, ...others.slice(target)])
    announce(words.moved(labelOf(moving), target + 1))
  }
  const available: TieBreaker[] = [
    ...criteria.map(({ code }): TieBreaker => ({ kind: 'criterion', code })),
    { kind: 'earliest-complete' },
    { kind: 'lowest-requested' },
    { kind: 'lowest-cost-per-inhabitant' },
  ]
  const remaining = available.filter((rule) => !chosen.some((other) => keyOf(other) === keyOf(rule)))
  return (
    <section className={style.section}>
      <h2>{words.tieBreakers}</h2>
      <p className={style.hint}>{words.tieBreakersWords}</p>
      {chosen.length === 0 ? <p className={style.hint}>{words.tieBreakersEmpty}</p> : null}
      <ol className={style.order}>
        {chosen.map((rule, index) => (
          <li
            key={keyOf(rule)}
            className={style.orderLine}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
              event.preventDefault()
              move(index, event.key === 'ArrowUp' ? -1 : 1)
            }}
          >
            <span className={style.orderRank}>{index + 1}</span>
            <span className={style.orderLabel}>{labelOf(rule)}</span>
            <Button
              variant="quiet"
              isDisabled={index === 0}
              label={`${words.up} : ${labelOf(rule)}`}
              onPress={() => move(index, -1)}
            >
              <ArrowUp aria-hidden="true" />
              {words.up}
            </Button>
            <Button
              variant="quiet"
              isDisabled={index === chosen.length - 1}
              label={`${words.down} : ${labelOf(rule)}`}
              onPress={() => move(index, 1)}
            >
              <ArrowDown aria-hidden="true" />
              {words.down}
            </Button>
            <Button
              variant="quiet"
              label={`${words.remove} : ${labelOf(rule)}`}
              onPress={() => record(chosen.filter((_, at) => at !== index))}
            >
              <X aria-hidden="true" />
              {words.remove}
            </Button>
          </li>
        ))}
      </ol>
      {remaining.length === 0 ? null : (
        <Select
          label={words.addTieBreaker}
          value={null}
          options={remaining.map((rule) => ({ value: keyOf(rule), label: labelOf(rule) }))}
          onChange={(key) => {
            const added = remaining.find((rule) => keyOf(rule) === key)
            if (added !== undefined) record([...chosen, added])
          }}
        />
      )}
    </section>
  )
}

const simpleLabels: Readonly<Record<Exclude<TieBreaker['kind'], 'criterion'>, string>> = {
  'earliest-complete': words.earliestComplete,
  'lowest-requested': words.lowestRequested,
  'lowest-cost-per-inhabitant': words.lowestCostPerInhabitant,
}

const keyOf = (rule: TieBreaker): string => (rule.kind === 'criterion' ? `criterion:${rule.code}` : rule.kind)
