import type { AppealLanguage } from '../appeal-language.ts'

export const de: AppealLanguage = {
  tag: 'de',
  title: ({ names, from, until }) =>
    `Gesucht: Protokolle von Webservern, ${from} bis ${until} (${names})`,
  text: ({
    names,
    collector,
    from,
    until,
    deadline,
    to,
  }) => `${collector} bittet alle, die einen Webserver betreiben, um Hilfe. Mit ${names} befallene Rechner klopfen an jede Tür, und Ihr Protokoll vom ${from} bis ${until} (UTC) enthält die Adressen derer, die an Ihre geklopft haben. Aus den Protokollen vieler finden wir heraus, wem sie gehören, und benachrichtigen die Besitzer.

Was Ihr Haus verlässt: nur die Zeilen, die ein solcher Rechner verursacht hat, und wie viele Zeilen Sie in jeder Stunde gelesen haben. Alles andere in Ihrem Protokoll bleibt bei Ihnen. Ihr Programm zeigt es, bevor es etwas sendet. Auch ein Protokoll, in dem nichts steht, hilft.

Antworten Sie bis ${deadline}, an ${to.join(' oder ')}.`,
}
