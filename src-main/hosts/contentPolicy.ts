/**
 * The content security policy of both hosts: our own files and nothing else, no inline script or
 * style sheet, no plugin, no frame, no form leaving the page.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Drawings made by the page itself (document previews) are blob: or data: pictures.
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
