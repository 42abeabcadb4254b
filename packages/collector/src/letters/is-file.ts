import type { Part } from './mime/part.ts'

/** Whether a part is a file that came along, and not what a person reads. */
export function isFile({ isAttachment, type, fileName }: Part): boolean {
  if (isAttachment) return true
  if (type.startsWith('text/')) return fileName !== undefined && type !== 'text/html'
  return (
    !type.startsWith('multipart/') &&
    !type.startsWith('message/') &&
    type !== 'application/pgp-signature'
  )
}
