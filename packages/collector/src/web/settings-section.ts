import { forms, type PageTexts } from '@redalert/notices'
import { type Html, html } from './html.ts'
import type { ViewedSettings } from './owner-view.ts'

const rhythms = ['each', 'weekly'] as const
const nothing = html``

/** How an owner is written to, and forms to say it otherwise. */
export function settingsSection(settings: ViewedSettings, texts: PageTexts): Html {
  return html`${manner(settings, texts)}${mailbox(settings, texts)}${feed(settings, texts)}`
}

function manner({ form, rhythm }: ViewedSettings, { settings }: PageTexts): Html {
  return html`<h2>${settings.heading}</h2>
    <form method="post" class="wish">
      <fieldset>
        <legend>${settings.form}</legend>
        ${forms.map(each => choice('form', each, settings.forms[each], each === form))}
      </fieldset>
      <fieldset>
        <legend>${settings.rhythm}</legend>
        ${rhythms.map(each => choice('rhythm', each, settings.rhythms[each], each === rhythm))}
      </fieldset>
      <p><button name="say" value="settings">${settings.save}</button></p>
    </form> `
}

function choice(name: string, value: string, text: string, isChosen: boolean): Html {
  const checked = isChosen ? html`checked` : nothing
  return html`<div>
    <label><input type="radio" name="${name}" value="${value}" ${checked} /> ${text}</label>
  </div> `
}

function mailbox({ mailbox, asked, refused }: ViewedSettings, texts: PageTexts): Html {
  const words = texts.mailbox
  return html`<h2>${words.heading}</h2>
    <p>${words.explained}</p>
    ${mailbox === undefined ? nothing : html`<p>${words.now(mailbox)}</p> `}
    ${asked === undefined ? nothing : html`<p>${words.asked(asked)}</p> `}
    ${refused === undefined ? nothing : html`<p>${words.refused(refused)}</p> `}
    <form method="post" class="wish">
      <p>
        <label
          >${words.label}
          <input type="email" name="mailbox" maxlength="254" required autocomplete="email"
        /></label>
        <button name="say" value="mailbox">${words.ask}</button>
      </p>
    </form>
    ${mailbox === undefined && asked === undefined ? nothing : button('usual-mailbox', words.back)}`
}

function feed({ feed: state }: ViewedSettings, { feed: words }: PageTexts): Html {
  return html`<h2>${words.heading}</h2>
    <p>${words.explained}</p>
    ${state === 'due' ? html`<p>${words.due}</p> ` : nothing}
    ${state === 'open' ? html`<p>${words.now}</p> ` : nothing}
    ${state === 'due' ? nothing : button('feed', words.ask)}
    ${state === 'none' ? nothing : button('no-feed', words.end)}`
}

function button(word: string, text: string): Html {
  return html`<form method="post" class="wish">
    <p><button name="say" value="${word}">${text}</button></p>
  </form> `
}
