import { type ReactNode, useState } from 'react'
import { withoutAccents } from '#shared/domain/dossier/foldForSearch.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './TextField.tsx'

export interface TypedConfirmProps {
  readonly title: string
  /** What to type, e.g. « CLORE ». Case and accents do not matter. */
  readonly word: string
  /** The verb of the act, e.g. « Clore et figer ». */
  readonly action: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly isActing?: boolean
  /** What will happen, and that it cannot be undone. */
  readonly children: ReactNode
}

/** For an act that nothing undoes: a word to type says that one has read. */
export function TypedConfirm({ isOpen, ...rest }: TypedConfirmProps) {
  return isOpen ? <OpenConfirm {...rest} /> : null
}

function OpenConfirm({
  title,
  word,
  action,
  onClose,
  onConfirm,
  isActing = false,
  children,
}: Omit<TypedConfirmProps, 'isOpen'>) {
  const [typed, setTyped] = useState('')
  const isRight = plain(typed) === plain(word)
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Revenir</Button>
          <Button variant="danger" isDisabled={!isRight || isActing} onPress={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      <TextField
        label={`Tapez « ${word} » pour confirmer`}
        value={typed}
        onType={setTyped}
        onCommit={setTyped}
        autoFocus
      />
    </Dialog>
  )
}

const plain = (text: string) => withoutAccents(text).trim().toUpperCase()
