/** The faults that composing a notice can meet, each with what it means; `docs/errors.md` says what to do. */
export const noticeFaults = {
  'bad-header': 'A header of a mail would hold a line break, something hidden, or too much.',
  'bad-notice': 'A notice holds no machine, or more than its form has room for.',
} as const

export type NoticesFaultCode = keyof typeof noticeFaults
