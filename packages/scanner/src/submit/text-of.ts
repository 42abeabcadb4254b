const longest = 1024 * 1024

/** The text of an answer, and no more of it than a collector has to say. */
export async function textOf({ body }: Response): Promise<string> {
  if (!body) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length > longest) break
  }
  return Buffer.concat(chunks).toString('utf8')
}
