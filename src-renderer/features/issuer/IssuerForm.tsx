import type { InputOf } from '#shared/contract/contract.ts'
import { type Issuer, issuerKinds } from '#shared/domain/issuer/issuer.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './Screen.module.css'
import { kindWords, words } from './words.ts'

/** Each field saves itself. */
export function IssuerForm({ issuer }: { issuer: Issuer }) {
  const { act, refusal } = useAct('issuer.change')
  const change = (set: InputOf<'issuer.change'>['set']) => void act({ set })
  const changeAgent = (agent: Partial<Issuer['agent']>) => change({ agent })
  const changeSignatory = (signatory: Partial<Issuer['signatory']>) => change({ signatory })
  const changeCourt = (court: Partial<Issuer['court']>) => change({ court })
  const { agent, signatory, court } = issuer
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <section className={style.section} aria-labelledby="issuer-body">
        <h2 id="issuer-body">{words.body}</h2>
        <div className={style.form}>
          <TextField
            label={words.name}
            description={words.nameHint}
            value={issuer.name}
            onCommit={(name) => change({ name: name.trim() })}
          />
          <Select
            label={words.kind}
            value={issuer.kind}
            options={issuerKinds.map((value) => ({ value, label: kindWords[value] }))}
            onChange={(kind) => change({ kind })}
          />
          <TextField
            label={words.address}
            description={words.addressHint}
            value={issuer.address}
            multiline
            maxLength={1000}
            onCommit={(address) => change({ address: address.trim() })}
          />
          <div className={style.stack}>
            <TextField
              label={words.town}
              value={issuer.town}
              onCommit={(town) => change({ town: town.trim() })}
            />
            <TextField
              label={words.siret}
              value={issuer.siret}
              onCommit={(siret) => change({ siret: siret.replace(/\s/gu, '') })}
            />
          </div>
          <TextField
            label={words.phone}
            value={issuer.phone}
            onCommit={(phone) => change({ phone: phone.trim() })}
          />
          <TextField
            label={words.email}
            value={issuer.email}
            onCommit={(email) => change({ email: email.trim() })}
          />
          <TextField
            label={words.website}
            value={issuer.website}
            onCommit={(website) => change({ website: website.trim() })}
          />
        </div>
      </section>
      <section className={style.section} aria-labelledby="issuer-contact">
        <h2 id="issuer-contact">{words.contact}</h2>
        <p className={style.hint}>{words.contactHint}</p>
        <div className={style.form}>
          <TextField
            label={words.service}
            value={issuer.service}
            onCommit={(service) => change({ service: service.trim() })}
          />
          <TextField
            label={words.agentName}
            value={agent.name}
            onCommit={(name) => changeAgent({ name: name.trim() })}
          />
          <TextField
            label={words.agentCapacity}
            value={agent.capacity}
            onCommit={(capacity) => changeAgent({ capacity: capacity.trim() })}
          />
          <TextField
            label={words.agentAddress}
            value={agent.address}
            onCommit={(address) => changeAgent({ address: address.trim() })}
          />
          <TextField
            label={words.phone}
            value={agent.phone}
            onCommit={(phone) => changeAgent({ phone: phone.trim() })}
          />
          <TextField
            label={words.email}
            value={agent.email}
            onCommit={(email) => changeAgent({ email: email.trim() })}
          />
        </div>
      </section>
      <section className={style.section} aria-labelledby="issuer-signature">
        <h2 id="issuer-signature">{words.signature}</h2>
        <p className={style.hint}>{words.signatureHint}</p>
        <div className={style.form}>
          <TextField
            label={words.signatoryName}
            value={signatory.name}
            onCommit={(name) => changeSignatory({ name: name.trim() })}
          />
          <TextField
            label={words.signatoryCapacity}
            description={words.signatoryCapacityHint}
            value={signatory.capacity}
            onCommit={(capacity) => changeSignatory({ capacity: capacity.trim() })}
          />
        </div>
      </section>
      <section className={style.section} aria-labelledby="issuer-appeal">
        <h2 id="issuer-appeal">{words.appeal}</h2>
        <div className={style.form}>
          <TextField
            label={words.appealTo}
            description={words.appealToHint}
            value={issuer.appealTo}
            onCommit={(appealTo) => change({ appealTo: appealTo.trim() })}
          />
          <TextField
            label={words.courtName}
            description={words.courtNameHint}
            value={court.name}
            onCommit={(name) => changeCourt({ name: name.trim() })}
          />
          <TextField
            label={words.courtAddress}
            value={court.address}
            onCommit={(address) => changeCourt({ address: address.trim() })}
          />
        </div>
      </section>
    </>
  )
}
