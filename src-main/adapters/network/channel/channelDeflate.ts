import type { PerMessageDeflateOptions } from 'ws'

/**
 * Deflate for what is marked worth it, each message by itself: two messages never share a window, so the size of one tells
 * nothing of another, and thirty readers cost no memory between two messages.
 */
export const channelDeflate: PerMessageDeflateOptions = {
  threshold: 1024,
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  concurrencyLimit: 4,
}
