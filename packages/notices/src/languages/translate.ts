import type { Language } from './language.ts'

/** A sentence of a dossier in a language; as it is where nobody translated it. A part in braces, `{count}`, may be anything. */
export function translate(sentence: string, { dossier }: Language): string {
  const whole = Object.hasOwn(dossier, sentence) ? dossier[sentence] : undefined
  if (whole !== undefined) return whole
  for (const [english, meaning] of Object.entries(dossier)) {
    const [before, after, blank] = partsOf(english)
    if (blank === undefined || sentence.length < before.length + after.length) continue
    if (!sentence.startsWith(before) || !sentence.endsWith(after)) continue
    return meaning.replace(blank, () =>
      sentence.slice(before.length, sentence.length - after.length),
    )
  }
  return sentence
}

function partsOf(
  sentence: string,
): readonly [before: string, after: string, blank: string | undefined] {
  const open = sentence.indexOf('{')
  const close = sentence.indexOf('}', open)
  if (open === -1 || close === -1) return [sentence, '', undefined]
  return [sentence.slice(0, open), sentence.slice(close + 1), sentence.slice(open, close + 1)]
}
