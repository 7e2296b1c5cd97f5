import type { IssueLine } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { ReturnedFile } from '#shared/domain/documents/returnedFile.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { Button } from '../../../ui/Button.tsx'
import { formatDate } from '../../../ui/formatDate.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { BringBack } from '../proof/BringBack.tsx'
import style from '../Screen.module.css'
import { useSaving } from '../useSaving.ts'
import { formatWords, words } from '../words.ts'

/** What left of this document, again to the same bytes, and what came back of each copy; folded, for the pages matter first. */
export function Issues({ issues }: { issues: readonly IssueLine[] }) {
  const again = useSaving('document.again')
  const takingOut = useSaving('document.take-out')
  if (issues.length === 0) return null
  const saved = again.saved ?? takingOut.saved
  const returned = issues.reduce((sum, issue) => sum + issue.returned.length, 0)
  return (
    <details className={style.fold}>
      <summary>
        {words.issues(issues.length)}
        {returned === 0 ? '' : ` · ${words.returnedCount(returned)}`}
      </summary>
      <RefusalNotice refusal={again.refusal ?? takingOut.refusal} />
      {saved === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.exported(saved)}
        </Notice>
      )}
      <ul className={style.issues}>
        {issues.map((issue) => (
          <li key={issue.id} className={style.issue}>
            <p>
              {words.issue(madeAtOf(issue), formatWords[issue.format])}
              {issue.reading === 'communicable' ? ` · ${words.readings.communicable}` : ''}
              {issue.template === null ? '' : ` · ${words.withTemplate(issue.template)}`}
            </p>
            {issue.returned.map((file) => (
              <Returned
                key={file.sha256}
                file={file}
                onTakeOut={() =>
                  void takingOut.save({ issueId: issue.id, sha256: file.sha256 }, file.fileName)
                }
              />
            ))}
            <div className={style.buttons}>
              {issue.isKept ? (
                <Button
                  variant="quiet"
                  onPress={() =>
                    void again.save(
                      { issueId: issue.id },
                      `${documentNames[issue.document]} ${issue.number}.${issue.format}`,
                    )
                  }
                >
                  {words.again}
                </Button>
              ) : null}
              <BringBack issueId={issue.id} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Returned({ file, onTakeOut }: { file: ReturnedFile; onTakeOut: () => void }) {
  const { kind, on, fileName, signatures, differences } = file
  return (
    <div className={style.returned}>
      <p>
        {words.returnedOn(formatDate(on), words.returnedKinds[kind])} : {fileName}
        {kind === 'edited-word'
          ? ` (${differences.length === 0 ? words.sameText : words.differs(differences.length)})`
          : ''}
      </p>
      {signatures.map(({ signer, sentence }) => (
        <p key={`${signer}/${sentence}`} className={style.hint}>
          {sentence}
        </p>
      ))}
      {differences.length === 0 ? null : (
        <ul className={style.items}>
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
      <span>
        <Button variant="quiet" onPress={onTakeOut}>
          {words.takeOut}
        </Button>
      </span>
    </div>
  )
}

const madeAtOf = ({ madeAt }: IssueLine): string =>
  madeAt === '' ? '' : `${formatDate(madeAt.slice(0, 10))}, ${madeAt.slice(11)}`
