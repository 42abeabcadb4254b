import { type Html, html } from './html.ts'

/** The looks of the pages behind a key; the policy of what they may load names this text by its hash. */
export const ownerStyle =
  'body{max-width:64rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#222;background:#fff}table{border-collapse:collapse;width:100%}th,td{padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top;font-weight:normal;border-bottom:1px solid #ccc}thead th{font-weight:bold}pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.7rem;background:#f2f2f2}dl{display:grid;grid-template-columns:max-content 1fr;gap:.6rem 1rem}dt,dd{margin:0}button{font:inherit;padding:.4rem .8rem;color:#fff;background:#1d4f8c;border:0;border-radius:.2rem}input{font:inherit}input[type=checkbox],input[type=radio]{width:1.2rem;height:1.2rem}input[type=email]{width:20rem;max-width:100%;padding:.3rem}fieldset{margin:0 0 1rem;border:1px solid #ccc}@media print{form dl,form.wish,td:first-child,thead th:first-child{display:none}body{margin:0}}@media(max-width:40rem){dl{grid-template-columns:1fr}}'

/** The element is one piece, for its text must be what the hash is of, to the byte. */
const style: Html = { html: `<style>${ownerStyle}</style>` }

/** A page behind a key: nothing finds it, and it loads nothing. */
export function pageFrame(tag: string, title: string, main: readonly Html[]): string {
  const page = html`<!doctype html>
    <html lang="${tag}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        ${style}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${main}
        </main>
      </body>
    </html> `
  return page.html
}
