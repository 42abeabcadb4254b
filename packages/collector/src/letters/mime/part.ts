/** One leaf of a message, its transfer encoding undone. */
export type Part = {
  /** `text/plain`, in lower case. */
  readonly type: string
  readonly charset: string | undefined
  readonly encoding: string
  readonly isFlowed: boolean
  readonly delSp: boolean
  readonly isAttachment: boolean
  readonly fileName: string | undefined
  /** The multipart/alternative that it stands in, if any. */
  readonly alternative: string | undefined
  /** Whether it stands in a message inside the message, as a returned or forwarded one does. */
  readonly isEnclosed: boolean
  readonly bytes: Uint8Array
}

/** A message taken apart. */
export type Message = {
  /** Header lines by name in lower case, unfolded, decoded, the first one first. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly parts: readonly Part[]
  /** The header lines of the first message inside it. */
  readonly enclosed: ReadonlyMap<string, readonly string[]> | undefined
}
