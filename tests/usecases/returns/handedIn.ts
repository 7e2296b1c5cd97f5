import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { InputOf } from '#shared/contract/contract.ts'
import { type DocumentedSession, documentedSession } from '../documents/documentedSession.ts'

export interface HandedIn extends DocumentedSession {
  /** Exports a document; answers its bytes, its path and its id. */
  left(
    request: Partial<Omit<InputOf<'document.export'>, 'path'>>,
    name: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly path: string; readonly issueId: string }>
  /** Puts a file where the secretary would choose it. */
  put(bytes: Uint8Array, name: string): string
}

/** A closed session whose every document can be made, and the desk on which files come and go. */
export async function handedIn(): Promise<HandedIn> {
  const committee = await documentedSession()
  const { get, folder, sessionId } = committee
  return {
    ...committee,
    left: async (request, name) => {
      const { path, issueId } = await get('document.export', {
        sessionId,
        document: 'minutes',
        format: 'pdf',
        ...request,
        path: join(folder, name),
      })
      return { bytes: new Uint8Array(readFileSync(path)), path, issueId }
    },
    put: (bytes, name) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    },
  }
}

/** What a person does in Word: other words in the text, the properties of the file left alone. */
export function editedWord(word: Uint8Array, before: string, after: string): Uint8Array {
  const parts = unzipSync(word)
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  if (!text.includes(before)) throw new Error(`« ${before} » is not in the document`)
  return zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(before, after)) })
}
