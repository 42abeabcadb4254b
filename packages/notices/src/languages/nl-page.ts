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
    static: 'Geen pool',
    stop: 'Geen brieven meer',
  },
  explained: {
    acknowledge: days => `U krijgt ${days === 1 ? 'een dag' : `${days} dagen`} geen brief.`,
    cleaned: 'De besmetting is weg; het lek kan nog open zijn.',
    patched: 'Het lek is dicht, en de besmetting is weg.',
    'not-ours': 'De adressen zijn niet van u. Iemand kijkt ernaar.',
    'false-positive': 'De machines zijn niet besmet. Iemand kijkt ernaar.',
    dynamic:
      'De adressen wisselen van gebruiker. Brieven zeggen dat, en niemand boven u hoort van een van deze adressen zonder dat iemand ernaar keek.',
    static: 'Elk adres hoort bij één machine.',
    stop: 'U krijgt er geen meer, over welke machine dan ook.',
  },
  pool: 'volgens u in een pool van wisselende adressen',
  settings: {
    heading: 'Hoe wij u schrijven',
    form: 'Vorm van de brieven',
    forms: {
      digest: 'Brief met een tabel (CSV) en meldingen (XARF)',
      xarf: 'XARF-melding, als een brief over één machine gaat; anders zoals hierboven',
      text: 'Alleen een brief',
      cert: 'Brief met een tabel (CSV)',
    },
    rhythm: 'Hoe vaak',
    rhythms: {
      each: 'Telkens als er iets nieuws is, maar nooit elke dag',
      weekly: 'Hoogstens eens in zeven dagen',
    },
    save: 'Opslaan',
  },
  mailbox: {
    heading: 'Een ander contact',
    explained:
      'Brieven over deze zaak kunnen naar een andere mailbox gaan. Die krijgt eerst een mail met een link waarmee zij het moet bevestigen.',
    label: 'Mailadres',
    ask: 'Om bevestiging vragen',
    asked: mailbox => `Wij vragen ${mailbox} om bevestiging. Tot dan blijft alles zoals het is.`,
    refused: mailbox => `Aan ${mailbox} kunnen wij niet schrijven.`,
    now: mailbox => `Brieven gaan naar ${mailbox}.`,
    back: 'Schrijf ons weer op het eerste adres',
  },
  feed: {
    heading: 'Voor programma’s',
    explained:
      'Een programma van u kan lezen wat bekend is over de machines in uw netwerken, als JSON of CSV. Het adres daarvoor is een sleutel, dus wij sturen het per mail.',
    ask: 'Stuur ons het adres',
    due: 'Een mail met het adres is onderweg.',
    now: 'De adressen die wij mailden openen de lijst, elk 180 dagen lang.',
    end: 'Sluit ze',
  },
  confirm: {
    title: 'Brieven over besmette machines',
    intro: (organisation, caseName) =>
      `${organisation} kreeg de vraag brieven over besmette machines, zaak ${caseName}, voortaan naar deze mailbox te sturen. Er verandert niets als u het niet bevestigt.`,
    confirm: 'Stuur ze hierheen',
    done: 'Brieven over deze zaak komen voortaan hier.',
    over: 'Er is hier niets meer te bevestigen.',
    stop: 'Schrijf deze mailbox niet meer',
    stopped: 'U wilde zulke mails niet meer, en krijgt er geen.',
  },
  stopped: 'U wilde geen brieven meer, en krijgt er geen.',
  secret: 'Het adres van deze pagina is een sleutel: wie het heeft, kan namens u antwoorden.',
}
