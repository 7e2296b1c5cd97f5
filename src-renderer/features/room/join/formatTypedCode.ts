/** `k7qf 2m9p` → `K7QF-2M9P`, as the wall shows it. What is not eight characters stays as it was typed: the host judges it. */
export function formatTypedCode(typed: string): string {
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : typed.trim()
}
