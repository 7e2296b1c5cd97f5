/**
 * The dark squares as one SVG path, a rectangle for each run of a row: some 600 commands for a QR of 57 squares.
 * @param rows `1` is dark. @param margin squares around.
 */
export const qrPath = (rows: readonly string[], margin: number): string =>
  rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        (run) => `M${run.index + margin} ${y + margin}h${run[0].length}v1h-${run[0].length}z`,
      ),
    )
    .join('')
