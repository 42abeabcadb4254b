import { type MimeNode, Splitter } from '@zone-eu/mailsplit'
import { Readable } from 'node:stream'
import type { Message, Part } from './part.ts'
import { parseHead } from './parse-head.ts'
import { headersOf } from './headers.ts'

/** How much a message may hold. */
export const messageLimits = {
  headBytes: 256 * 1024,
  nodes: 200,
  decodedBytes: 64 * 1024 * 1024,
} as const

/** A message taken apart, or why not, as the end of a sentence. */
export type ParsedMessage = { readonly message: Message } | { readonly wrong: string }

type Leaf = { readonly node: MimeNode; readonly chunks: Buffer[] }

/** Takes a message apart, in bounded memory. */
export async function parseMessage(raw: Uint8Array): Promise<ParsedMessage> {
  const splitter = new Splitter({
    maxHeadSize: messageLimits.headBytes,
    maxChildNodes: messageLimits.nodes,
  })
  const leaves: Leaf[] = []
  let root: MimeNode | undefined
  let enclosed: MimeNode | undefined
  try {
    for await (const chunk of Readable.from([Buffer.from(raw)]).pipe(splitter)) {
      if (chunk.type === 'node') {
        root ??= chunk as MimeNode
        if (isEnclosed(chunk as MimeNode)) enclosed ??= chunk as MimeNode
        if (!chunk.multipart) leaves.push({ node: chunk as MimeNode, chunks: [] })
      } else if (chunk.type === 'body') leaves.at(-1)?.chunks.push(chunk.value as Buffer)
    }
    let left: number = messageLimits.decodedBytes
    const parts: Part[] = []
    for (const leaf of leaves) {
      const bytes = await decodeBody(leaf, left)
      if (!bytes) return { wrong: 'it holds more than a message may' }
      left -= bytes.length
      parts.push(partOf(leaf.node, bytes))
    }
    return {
      message: {
        headers: root?.headers ? headersOf(root.headers) : new Map(),
        parts,
        enclosed: enclosed?.headers ? headersOf(enclosed.headers) : headIn(parts),
      },
    }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

async function decodeBody({ node, chunks }: Leaf, most: number): Promise<Buffer | undefined> {
  const decoder = node.getDecoder()
  const decoded: Buffer[] = []
  let length = 0
  Readable.from(chunks).pipe(decoder)
  for await (const chunk of decoder) {
    length += (chunk as Buffer).length
    if (length > most) return undefined
    decoded.push(chunk as Buffer)
  }
  return Buffer.concat(decoded)
}

function partOf(node: MimeNode, bytes: Buffer): Part {
  return {
    type: node.contentType || 'text/plain',
    charset: node.charset || undefined,
    encoding: node.encoding || '7bit',
    isFlowed: node.flowed,
    delSp: node.delSp,
    isAttachment: node.disposition === 'attachment',
    fileName: node.filename || undefined,
    alternative: alternativeOf(node),
    isEnclosed: isEnclosed(node),
    bytes,
  }
}

function alternativeOf(node: MimeNode): string | undefined {
  for (let above = node.parentNode; above; above = above.parentNode) {
    if (above.multipart === 'alternative') return String(above.partNr)
  }
  return undefined
}

/** A message inside that was not taken apart, or only its header lines. */
function headIn(parts: readonly Part[]): Message['enclosed'] {
  const part = parts.find(({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers')
  return part && parseHead(part.bytes)
}

function isEnclosed(node: MimeNode): boolean {
  for (let above = node.parentNode; above; above = above.parentNode) {
    if (above.contentType === 'message/rfc822') return true
  }
  return false
}
