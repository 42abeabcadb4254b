import { en } from './en.ts'
import { languages } from './index.ts'
import type { Language } from './language.ts'

/** The language with this tag; English where there is none. */
export function languageOf(tag: string): Language {
  return languages.find(language => language.tag === tag.toLowerCase()) ?? en
}

/** The tag of the language in which owners in a country are written to first. */
export function languageFor(country: string | undefined): string {
  const spoken = languages.find(({ countries }) => countries.includes(country?.toUpperCase() ?? ''))
  return (spoken ?? en).tag
}
