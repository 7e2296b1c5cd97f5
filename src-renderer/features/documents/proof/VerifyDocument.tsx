import { useState } from 'react'
import type { Verification } from '#shared/contract/answers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Screen.module.css'
import { verdictWords, words } from '../words.ts'
import own from './Proof.module.css'

/** A document that comes back: does it say what was frozen (P8)? */
export function VerifyDocument() {
  const choosing = useAct('file.choose')
  const verifying = useAct('document.verify')
  const [verification, setVerification] = useState<Verification | null>(null)
  const verify = async () => {
    setVerification(null)
    // An empty name asks for a file to read; a name would ask where to write one.
    const chosen = await choosing.act({ purpose: 'document', suggestedName: '' })
    if (!chosen.ok || chosen.value.path === null) return
    const verified = await verifying.act({ path: chosen.value.path })
    if (verified.ok) setVerification(verified.value)
  }
  return (
    <section className={style.group}>
      <h2 className={own.title}>{words.verify}</h2>
      <p className={style.hint}>{words.verifyHint}</p>
      <span>
        <Button isDisabled={verifying.isActing} onPress={() => void verify()}>
          {words.chooseFile}
        </Button>
      </span>
      <RefusalNotice refusal={choosing.refusal ?? verifying.refusal} />
      {verification === null ? null : (
        <div ref={intoView}>
          <Notice tone={verdictWords[verification.verdict].tone} isAlert>
            <strong>{verdictWords[verification.verdict].title}.</strong> {verification.sentence}
            {verification.signatures.length === 0 ? null : (
              <>
                <p>{words.signatures}</p>
                <ul className={style.items}>
                  {verification.signatures.map(({ signer, sentence }) => (
                    <li key={`${signer}/${sentence}`}>{sentence}</li>
                  ))}
                </ul>
              </>
            )}
            {verification.differences.length === 0 ? null : (
              <>
                <p>{words.differences}</p>
                <ul className={style.items}>
                  {verification.differences.map((difference) => (
                    <li key={difference}>{difference}</li>
                  ))}
                </ul>
              </>
            )}
          </Notice>
        </div>
      )}
    </section>
  )
}

/** The verdict may come below the fold of a small screen. */
const intoView = (place: HTMLElement | null): void => place?.scrollIntoView({ block: 'nearest' })
