import { writeRetraction } from '../letter/retraction-letter.ts'
import type { Retraction } from '../notice/retraction.ts'
import { closeMail } from './close-mail.ts'
import type { Mail } from './mail.ts'
import { rootNode, textInto } from './mime-nodes.ts'
import type { Post } from './post.ts'

/** Makes a retraction one mail: text alone, in the thread of the letters that it takes back. */
export async function composeRetraction(retraction: Retraction, post: Post): Promise<Mail> {
  const letter = writeRetraction(retraction)
  const root = textInto(rootNode('text/plain; charset=utf-8', post), letter.text)
  const subject = post.subject ?? letter.subject
  return await closeMail(root, { ...retraction, subject, post })
}
