import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import style from './Dialog.module.css'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons, the main one last. */
  readonly footer?: ReactNode
  readonly width?: 'narrow' | 'wide'
  /** Only its buttons close it: for what must not be lost by a stray Escape. */
  readonly isHeld?: boolean
}

/** A question apart. Focus stays in it and goes back where it was; Escape closes it. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  width = 'narrow',
  isHeld = false,
}: DialogProps) {
  return (
    <ModalOverlay
      className={style.veil ?? ''}
      isOpen={isOpen}
      isDismissable={!isHeld}
      isKeyboardDismissDisabled={isHeld}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`${style.modal} ${width === 'wide' ? style.wide : ''}`}>
        <AriaDialog className={style.dialog ?? ''}>
          <Heading slot="title" className={style.title ?? ''}>
            {title}
          </Heading>
          <div className={style.body}>{children}</div>
          {footer === undefined ? null : <div className={style.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
