import { useMemo } from 'react'
import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { RichTextField } from '../../../ui/rich-text/RichTextField.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Dossier.module.css'
import type { InstructionChanges } from './useInstructionChanges.ts'
import { words } from './words.ts'

type ProposedOpinion = NonNullable<Instruction['proposal']>['opinion'] | 'none'

/** Strong, weak, analysis, proposal: what the report of the service says; and why it may not be examined at all. */
export function ReportFields({
  instruction,
  changes,
}: {
  instruction: Instruction
  changes: InstructionChanges
}) {
  const { proposal, inadmissibility } = instruction
  const { changeText } = changes
  const write = useMemo(
    () => ({
      strengths: (text: string) => changeText({ strengths: text }),
      weaknesses: (text: string) => changeText({ weaknesses: text }),
      analysis: (text: string) => changeText({ analysis: text }),
    }),
    [changeText],
  )
  const changeInadmissibility = (set: Partial<{ legal: string; factual: string }>) => {
    const next = { legal: '', factual: '', ...inadmissibility, ...set }
    const isBlank = next.legal.trim() === '' && next.factual.trim() === ''
    changes.change({ inadmissibility: isBlank ? null : set })
  }
  return (
    <>
      <section className={style.section}>
        <h2>{words.report}</h2>
        {(['strengths', 'weaknesses', 'analysis'] as const).map((part) => (
          <RichTextField
            key={part}
            label={words[part]}
            value={instruction[part]}
            dossiers={noDossier}
            phrases={noPhrase}
            onCommit={write[part]}
          />
        ))}
        <div className={style.row}>
          <Segments
            label={words.proposal}
            value={proposal?.opinion ?? 'none'}
            options={proposals.map((value) => ({ value, label: words.proposals[value] }))}
            onChange={(opinion: ProposedOpinion) =>
              changes.change({
                proposal: opinion === 'none' ? null : { opinion, amountCents: proposal?.amountCents ?? null },
              })
            }
          />
          {proposal === null || proposal.opinion === 'unfavourable' ? null : (
            <AmountField
              label={words.proposedAmount}
              cents={proposal.amountCents}
              onCommit={(amountCents) => changes.change({ proposal: { ...proposal, amountCents } })}
            />
          )}
        </div>
      </section>
      <section className={style.section}>
        <h2>{words.inadmissibility}</h2>
        <p className={style.hint}>{words.inadmissibilityHint}</p>
        <TextField
          label={words.legal}
          value={inadmissibility?.legal ?? ''}
          multiline
          rows={2}
          maxLength={5000}
          onCommit={(legal) => changeInadmissibility({ legal })}
        />
        <TextField
          label={words.factual}
          value={inadmissibility?.factual ?? ''}
          multiline
          rows={2}
          maxLength={5000}
          onCommit={(factual) => changeInadmissibility({ factual })}
        />
      </section>
    </>
  )
}

/** The report is of one dossier, in the words of the service. */
const noDossier: readonly [] = []
const noPhrase: readonly [] = []

const proposals = ['none', 'favourable', 'reserved', 'unfavourable'] as const
