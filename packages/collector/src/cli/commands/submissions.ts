import { accountLines } from '../../outbox/receipt-letter.ts'
import type { SubmissionRow } from '../../store/store.ts'
import { type Command, dataOption } from '../command.ts'
import { writeLines } from '../io.ts'
import { openReader } from '../open-reader.ts'
import { safeJson } from '../safe-text.ts'

/** `submissions`: what came, the latest first, with its receipts. */
export const submissions: Command = {
  usage: 'submissions [ID] --data DIR [--submitter NAME] [--last N] [--json]',
  does: 'list what came, the latest first, or show one receipt',
  options: {
    ...dataOption,
    submitter: { type: 'string' },
    last: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: { least: 0, most: 1 },
  async run(given, io) {
    using store = openReader(given, io.cwd())
    const { submitter, last, json } = given.options
    const [id] = given.words
    if (id !== undefined) {
      const receipt = store.receipt(id)
      if (!receipt) return 1
      await writeLines(
        io,
        json === true
          ? [safeJson(receipt)]
          : [
              `${receipt.at}  ${receipt.submitter}  ${receipt.bytes} bytes, SHA-256 ${receipt.sha256}`,
              ...(receipt.account ? accountLines(receipt.account) : ['not read yet']),
            ],
      )
      return 0
    }
    const limit = typeof last === 'string' && /^\d{1,6}$/.test(last) ? Number(last) : 50
    const rows = store.submissions({ limit, ...(typeof submitter === 'string' && { submitter }) })
    await writeLines(io, rows.map(json === true ? safeJson : line))
    return rows.length > 0 ? 0 : 1
  },
}

function line({ id, at, way, submitter, proof, bytes, account }: SubmissionRow): string {
  const refused = account?.refused.reduce((sum, { count }) => sum + count, 0) ?? 0
  const found = account
    ? `${account.accepted} of ${account.units} ${account.unit}s accepted, ${refused} refused`
    : 'not read yet'
  return `${at}  ${id}  ${way.padEnd(6)} ${proof.padEnd(8)} ${submitter}  ${bytes} bytes: ${found}`
}
