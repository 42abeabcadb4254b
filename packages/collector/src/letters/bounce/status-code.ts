/** The first enhanced status code (RFC 3463) in a text: `5.1.1`; one that says something is taken before `x.0.0`. */
export function statusCode(text: string): string | undefined {
  let vague: string | undefined
  for (const [code] of text
    .slice(0, 4096)
    .matchAll(/(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]\d)/g)) {
    if (!code.endsWith('.0.0')) return code
    vague ??= code
  }
  return vague
}

/** The first reply code of SMTP in a text that reports a failure: `550`. */
export function replyCode(text: string): string | undefined {
  return /(?<![\d.:-])[45][0-7]\d(?=[ \-#:;]|$)/m.exec(text.slice(0, 4096))?.[0]
}
