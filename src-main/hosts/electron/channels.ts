/** The only two channels between the window and the main process. */
export const callChannel = 'delibere:call'
export const eventChannel = 'delibere:event'

/** What the main process answers to a call: a bug travels as a sentence, never as a stack. */
export type CallAnswer = { readonly value: unknown } | { readonly incident: string }
