/** « 340 Ko », « 12,4 Mo »: what fits on a key, not the exact count. */
export function formatSize(bytes: number): string {
  const megabytes = bytes / 1_000_000
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1_000))}\u00a0Ko`
  return `${megabytes.toFixed(1).replace('.', ',')}\u00a0Mo`
}
