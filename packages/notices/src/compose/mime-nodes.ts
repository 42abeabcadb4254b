import MimeNode from 'nodemailer/lib/mime-node'
import type { Post } from './post.ts'

/** The outermost part of a mail; nothing in it may name a file or an address to fetch. */
export function rootNode(type: string, { boundary }: Post): MimeNode {
  return new MimeNode(type, {
    baseBoundary: boundary,
    boundaryPrefix: '=_redalert',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Puts a text into a part, with the line ends of mail. */
export function textInto(node: MimeNode, text: string): MimeNode {
  return node.setContent(text.replaceAll('\n', '\r\n'))
}
