import { Fault } from '../fault.ts'

/** Listens where a setting says; a fault names that setting when another program is there, or it is forbidden. */
export async function tryListen<Listening>(
  setting: string,
  where: string,
  listen: () => Promise<Listening>,
): Promise<Listening> {
  try {
    return await listen()
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
    if (reason === undefined) throw error
    throw new Fault(
      'port-taken',
      `Nothing can listen at ${where}, ${reason}: set ${setting}.`,
      error,
    )
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'where another program listens',
  EADDRNOTAVAIL: 'which is no address of this machine',
  EACCES: 'which needs rights that the collector does not have',
  ENOTFOUND: 'which is no name that is known here',
}
