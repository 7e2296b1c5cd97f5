import { useState } from 'react'
import type { GivenInvitation } from '#shared/contract/syncAnswers.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { copyText } from '../../../ui/copyText.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatInstant } from '../../../ui/formatDate.ts'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Sync.module.css'
import peopleStyle from './People.module.css'
import { words } from './words.ts'

/** An invitation, shown once: only its buttons close it. */
export function GivenText({
  name,
  given,
  onClose,
}: {
  name: string
  given: GivenInvitation
  onClose: () => void
}) {
  const [isRefused, setRefused] = useState(false)
  const copy = async () => {
    const isCopied = await copyText(given.invitation)
    setRefused(!isCopied)
    if (isCopied) announce(words.copied)
  }
  return (
    <Dialog
      title={words.givenTitle(name)}
      isOpen
      isHeld
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => void copy()} autoFocus>
            {words.copy}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <p>{words.given}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <p className={peopleStyle.invitation} tabIndex={0}>
        {given.invitation}
      </p>
      {isRefused ? <Notice tone="reserved">{words.notCopied}</Notice> : null}
      <p className={style.hint}>
        {words.givenHow} {words.until(formatInstant(given.expiresAt))}
      </p>
    </Dialog>
  )
}
