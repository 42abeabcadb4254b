import { fromByteText, toByteText } from './byte-text.ts'
import type { Cell, Evidence } from './cell.ts'
import type { Untrusted } from './untrusted.ts'

/** Says of the text beside it that it stands for bytes that mean nothing in UTF-8, one letter for each. */
export type Encoded = { readonly encoding?: 'latin1' }

/** An evidence line as JSON holds it. */
export type PlainEvidence = Evidence & Encoded

/** A cell as JSON holds it. */
export type PlainCell = Omit<Cell, 'evidence' | 'payloadHosts'> & {
  readonly evidence: readonly PlainEvidence[]
  readonly payloadHosts: readonly (string | ({ readonly host: string } & Encoded))[]
}

/** Bytes as a field of JSON: the text they mean in UTF-8, or one letter for each byte and an encoding beside them that says so. */
export function plainBytes<Name extends string>(
  name: Name,
  bytes: Untrusted,
): { readonly [Key in Name]: string } & Encoded {
  const text = fromByteText(bytes)
  const field = { [name]: text ?? bytes } as { readonly [Key in Name]: string }
  return text === undefined ? { ...field, encoding: 'latin1' } : field
}

/** The bytes that such a field holds: the inverse of {@link plainBytes}. */
export function bytesOfPlain(text: string, encoding: 'latin1' | undefined): Untrusted {
  return encoding === undefined ? toByteText(text) : text
}

/** A cell as JSON holds it. */
export function plainCell({ evidence, payloadHosts, ownPayload, ...seen }: Cell): PlainCell {
  return {
    ...seen,
    evidence: evidence.map(plainEvidence),
    payloadHosts: payloadHosts.map(host => fromByteText(host) ?? plainBytes('host', host)),
    ownPayload,
  }
}

/** An evidence line as JSON holds it. */
export function plainEvidence({ at, text, file, line }: Evidence): PlainEvidence {
  return {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    at,
    ...plainBytes('text', text),
  }
}

/** The inverse of {@link plainCell}. */
export function cellOfPlain({ evidence, payloadHosts, ...seen }: PlainCell): Cell {
  return {
    ...seen,
    evidence: evidence.map(evidenceOfPlain),
    payloadHosts: payloadHosts.map(each =>
      typeof each === 'string' ? toByteText(each) : bytesOfPlain(each.host, each.encoding),
    ),
  }
}

/** The inverse of {@link plainEvidence}. */
export function evidenceOfPlain({ text, encoding, ...rest }: PlainEvidence): Evidence {
  return { ...rest, text: bytesOfPlain(text, encoding) }
}
