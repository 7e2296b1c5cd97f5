import { useState } from 'react'
import { keepLook, type Look, readLook } from '../../frame/look.ts'
import { Segments } from '../../ui/Segments.tsx'
import style from './File.module.css'
import { words } from './words.ts'

/** Kept on this computer, not in the file: each person sees as they like. */
export function LookFields() {
  const [look, setLook] = useState(readLook)
  const change = (set: Partial<Look>) => {
    const next = { ...look, ...set }
    setLook(next)
    keepLook(next)
  }
  return (
    <section className={style.section}>
      <h2>{words.look}</h2>
      <Segments
        label={words.theme}
        value={look.theme}
        options={[
          { value: 'system', label: words.themeSystem },
          { value: 'light', label: words.themeLight },
          { value: 'dark', label: words.themeDark },
        ]}
        onChange={(theme) => change({ theme })}
      />
      <Segments
        label={words.density}
        value={look.density}
        options={[
          { value: 'compact', label: words.compact },
          { value: 'normal', label: words.normal },
          { value: 'comfortable', label: words.comfortable },
        ]}
        onChange={(density) => change({ density })}
      />
    </section>
  )
}
