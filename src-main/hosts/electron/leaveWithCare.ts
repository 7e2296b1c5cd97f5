interface Preventable {
  preventDefault(): void
}

/** What of Electron it needs: `app` and the window have more. */
export interface Leaving {
  readonly app: { on(name: 'before-quit', hear: (event: Preventable) => void): unknown; quit(): void }
  readonly window: {
    on(name: 'close', hear: (event: Preventable) => void): unknown
    close(): void
  }
  /** False: the person stays. */
  mayLeave(): Promise<boolean>
  /** Closes the file; what fails is told by it. */
  close(): Promise<void>
}

/**
 * The window and the program end once the person agrees to leave those who depend on this laptop, and the file is properly
 * closed. Asked once at a time, and no more once it was agreed.
 */
export function leaveWithCare({ app, window, mayLeave, close }: Leaving): void {
  let isAgreed = false
  let isClosed = false
  let isAsking = false
  let isClosing = false
  /** Whoever asks a second time waits for the answer to the first. */
  function ask(then: () => void): void {
    if (isAgreed) then()
    if (isAgreed || isAsking) return
    isAsking = true
    // What cannot be asked keeps nobody in.
    void mayLeave()
      .catch(() => true)
      .then((may) => {
        isAsking = false
        isAgreed = may
        if (may) then()
      })
  }
  window.on('close', (event) => {
    if (isAgreed) return
    event.preventDefault()
    ask(() => window.close())
  })
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    ask(() => {
      if (isClosing) return
      isClosing = true
      void close().finally(() => {
        isClosed = true
        app.quit()
      })
    })
  })
}
