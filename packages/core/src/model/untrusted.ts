/**
 * Text that came from outside: a log line, a mail, a registry's answer. It may hold anything: control characters,
 * right-to-left marks, another record. Only the encoder of a sink (terminal, mail, CSV, HTML, header) makes it safe
 * to show. Text of log lines holds one character per byte, so that no byte is lost on its way to the evidence.
 */
export type Untrusted = string & { readonly untrusted?: true }
