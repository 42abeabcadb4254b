import type { ImapFlow } from 'imapflow'

/** Knows whether mail came since the last look. */
export type MailWatch = Disposable & {
  /** A look begins: what comes from here on is new. */
  readonly look: () => void
  /** Until the server says that something came, the connection is lost, or it took so long. */
  readonly changed: (milliseconds: number) => Promise<void>
}

/** Listens to what a server says of the mailbox that is open. */
export function mailWatch(client: ImapFlow, signal: AbortSignal): MailWatch {
  let isChanged = false
  let wake = (): void => undefined
  const change = (): void => {
    isChanged = true
    wake()
  }
  client.on('exists', change)
  client.on('close', change)
  signal.addEventListener('abort', change)
  return {
    look() {
      isChanged = false
    },
    async changed(milliseconds) {
      if (isChanged || signal.aborted || !client.usable) return
      // A server tells what comes only while it is asked to; whatever is asked next ends that.
      client.idle().catch(() => undefined)
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>(resolve => {
        wake = resolve
        timer = setTimeout(resolve, milliseconds)
      })
      clearTimeout(timer)
    },
    [Symbol.dispose]() {
      client.off('exists', change)
      client.off('close', change)
      signal.removeEventListener('abort', change)
    },
  }
}
