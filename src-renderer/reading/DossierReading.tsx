import type { OutputOf } from '#shared/contract/contract.ts'
import { Amount } from '../ui/Amount.tsx'
import { FieldList } from '../ui/FieldList.tsx'
import style from './DossierReading.module.css'
import { applicantKindWords, words } from './words.ts'

/** A dossier to read only: who asks, for how much, and what they say of it. */
export function DossierReading({ view: { candidature, dossier } }: { view: OutputOf<'candidature.get'> }) {
  return (
    <div className={style.dossier}>
      <p className={style.applicant}>
        {candidature.number} · {dossier.applicant.name}
      </p>
      <h2 className={style.title}>{dossier.title}</h2>
      <FieldList
        items={[
          { name: words.requested, value: <Amount cents={candidature.requestedCents} /> },
          ...(candidature.eligibleBaseCents === null
            ? []
            : [{ name: words.eligibleBase, value: <Amount cents={candidature.eligibleBaseCents} /> }]),
          ...(candidature.toCheck.includes('amount')
            ? [{ name: words.asWritten, value: candidature.amountAsWritten }]
            : []),
          { name: words.applicantKind, value: applicantKindWords[dossier.applicant.kind] },
          ...(dossier.applicant.department === null
            ? []
            : [
                {
                  name: words.department,
                  value: `${dossier.applicant.department.name} (${dossier.applicant.department.code})`,
                },
              ]),
        ]}
      />
      <Passage title={words.description} text={dossier.description} />
      <Passage title={words.objectives} text={dossier.objectives} />
      {dossier.annexes.length === 0 ? null : (
        <section>
          <h3>{words.annexes}</h3>
          <ul className={style.annexes}>
            {dossier.annexes.map((annex) => (
              <li key={annex}>{annex}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Passage({ title, text }: { title: string; text: string }) {
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <section className={style.passage}>
      <h3>{title}</h3>
      {paragraphs.length === 0 ? (
        <p className={style.quiet}>{words.noText}</p>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text keep their order.
        paragraphs.map((paragraph, index) => <p key={index}>{paragraph}</p>)
      )}
    </section>
  )
}
