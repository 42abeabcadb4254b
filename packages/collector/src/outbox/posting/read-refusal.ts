import type { Bounce } from '../../cases/thread/case-event.ts'

/** Why a letter was not handed over, as far as one can know. */
export type Refusal =
  /** It did not leave: the relay wants it later. */
  | { readonly kind: 'later' }
  /** It will never leave. */
  | { readonly kind: 'refused'; readonly how: Bounce; readonly because: string }
  /** Nobody knows whether it left. */
  | { readonly kind: 'in-doubt' }

type SmtpError = {
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
}

const longest = 300

/** Reads what went wrong while a letter was handed over. Only a relay that answered leaves no doubt. */
export function readRefusal(error: unknown): Refusal {
  const { responseCode, response = '', command = '' } = (error ?? {}) as SmtpError
  if (responseCode === undefined || responseCode < 400) return { kind: 'in-doubt' }
  if (responseCode < 500 || !aboutTheLetter.has(command)) return { kind: 'later' }
  const how = command === 'DATA' ? 'policy' : howOf(response)
  return { kind: 'refused', how, because: response.slice(0, longest) }
}

/** What is refused elsewhere is our login, our greeting or our own address, and says nothing of the letter. */
const aboutTheLetter = new Set(['RCPT TO', 'DATA'])
const hard = ['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4']

/** What a refused recipient means: one without an extended code is not there. */
function howOf(response: string): Bounce {
  const status = response.split(/[ -]/, 3)[1] ?? ''
  if (status === '5.2.2') return 'soft'
  return hard.includes(status) || !/^5\.\d{1,3}\.\d{1,3}$/.test(status) ? 'hard' : 'policy'
}
