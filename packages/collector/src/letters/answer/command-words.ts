import type { CommandWord } from './heard.ts'

/** The words that tell us to do something, in English, Dutch and German, without marks and in lower case. */
export const commandWords: ReadonlyMap<string, CommandWord> = new Map(
  (
    [
      [
        'cleaned',
        ['cleaned', 'opgeschoond', 'schoongemaakt', 'gereinigd', 'bereinigt', 'gesäubert'],
      ],
      ['patched', ['patched', 'gepatcht', 'gepatched', 'lek gedicht', 'lücke geschlossen']],
      ['not ours', ['not ours', 'niet van ons', 'nicht unsere', 'nicht unserer', 'nicht von uns']],
      ['stop', ['stop', 'stopp', 'unsubscribe', 'afmelden', 'abbestellen', 'abmelden']],
      ['weekly', ['weekly', 'wekelijks', 'wöchentlich', 'woechentlich']],
      ['dynamic', ['dynamic', 'dynamisch']],
    ] as const
  ).flatMap(([word, spellings]) => spellings.map(spelling => [spelling, word] as const)),
)
