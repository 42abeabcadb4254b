import type { PageTexts } from './page-texts.ts'

/** The page of an owner, in Dutch. */
export const nlPage: PageTexts = {
  title: caseName => `Uw machines, zaak ${caseName}`,
  intro: organisation =>
    `${organisation} schreef u over deze machines. Op deze pagina staat wat er nu van bekend is. Alle tijden zijn in UTC.`,
  machines: 'Machines',
  columns: {
    chosen: 'Kies',
    address: 'Adres',
    family: 'Besmet met',
    state: 'Nu',
    first: 'Eerst gezien',
    last: 'Laatst gezien',
    requests: 'Verzoeken',
  },
  state: {
    active: 'wordt nog gezien, voor zover bekend',
    cleaned: 'volgens u gereinigd',
    patched: 'volgens u gepatcht',
    quiet: 'niet meer gezien',
    fixed: 'vermoedelijk schoon',
    disputed: 'u betwist het; iemand kijkt ernaar',
    over: 'van de lijst gehaald',
  },
  evidence: 'Bewijs',
  redacted:
    'Van elke machine één verzoek. Wat privé is, is weggelaten, en tekens zijn uit elkaar gehaald, zodat niets hier schade kan doen.',
  none: 'Er is niets meer te melden.',
  answer: 'Uw antwoord',
  allMeant:
    'Het gaat over de machines die u hierboven kiest; over alle machines als u er geen kiest.',
  words: {
    acknowledge: 'Wij werken eraan',
    cleaned: 'Gereinigd',
    patched: 'Gepatcht',
    'not-ours': 'Niet van ons',
    'false-positive': 'U vergist zich',
    dynamic: 'Een pool van wisselende adressen',
    stop: 'Geen brieven meer',
  },
  explained: {
    acknowledge: days => `U krijgt ${days === 1 ? 'een dag' : `${days} dagen`} geen brief.`,
    cleaned: 'De besmetting is weg; het lek kan nog open zijn.',
    patched: 'Het lek is dicht, en de besmetting is weg.',
    'not-ours': 'De adressen zijn niet van u. Iemand kijkt ernaar.',
    'false-positive': 'De machines zijn niet besmet. Iemand kijkt ernaar.',
    dynamic: 'De adressen wisselen van gebruiker. Iemand kijkt ernaar.',
    stop: 'U krijgt er geen meer, over welke machine dan ook.',
  },
  stopped: 'U wilde geen brieven meer, en krijgt er geen.',
  secret: 'Het adres van deze pagina is een sleutel: wie het heeft, kan namens u antwoorden.',
}
