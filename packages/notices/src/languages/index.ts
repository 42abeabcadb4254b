import { de } from './de.ts'
import { en } from './en.ts'
import type { Language } from './language.ts'
import { nl } from './nl.ts'

/** The languages letters are written in. */
export const languages: readonly Language[] = [en, nl, de]
