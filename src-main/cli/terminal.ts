/** What the commands know of the machine they run on, so that tests and scripts can lend another one. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Paths typed by the person are relative to this folder. */
  readonly folder: string
  /** Today for the person, ISO date. */
  today(): string
  write(text: string): void
  writeError(text: string): void
  /** A line that replaces itself on a screen; silent in a pipe. */
  showProgress(text: string): void
}

export function processTerminal(): Terminal {
  return {
    environment: process.env,
    folder: process.cwd(),
    today: () => localIsoDate(new Date()),
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    showProgress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(text === '' ? '\r\u001B[2K' : `\r\u001B[2K${text}`)
    },
  }
}

function localIsoDate(now: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
