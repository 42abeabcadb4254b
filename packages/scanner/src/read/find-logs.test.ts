import { deepEqual, equal, match } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { findLogs } from './find-logs.ts'

const roots: string[] = []
after(() => roots.forEach(root => rmSync(root, { recursive: true })))
const unix = { skip: process.platform === 'win32' && 'needs links and pipes' }

test('a folder gives its files, those of the folders in it too, whatever they are called', async () => {
  const folder = folderOf({
    'logs/access.log': 'a\n',
    'logs/www/README': 'b\n',
    'logs/.hidden': 'c\n',
    'logs/.git/index': 'd\n',
  })
  deepEqual(await names(folder, 'logs'), ['logs/.hidden', 'logs/access.log', 'logs/www/README'])
  deepEqual(await names(folder, '.'), ['logs/.hidden', 'logs/access.log', 'logs/www/README'])
})

test('a file, a folder and a pattern are named alike', async () => {
  const folder = folderOf({ 'a.log': '', 'b/c.log': '', 'd1.log': '', 'd2.log': '' })
  deepEqual(await names(folder, 'a.log', './b', 'd?.log'), ['a.log', 'd1.log', 'd2.log', 'b/c.log'])
  deepEqual(await names(folder, join(folder, 'a.log')), [join(folder, 'a.log')])
})

test('a log has its size, its time and its place', async () => {
  const folder = folderOf({ 'a.log': 'four' })
  utimesSync(join(folder, 'a.log'), 995_500_800, 995_500_800)
  deepEqual(await findLogs(['a.log'], { folder }), [
    {
      kind: 'log',
      name: 'a.log',
      path: join(folder, 'a.log'),
      size: 4,
      modified: '2001-07-19T00:00:00Z',
      named: true,
    },
  ])
  const [found] = await findLogs(['.'], { folder })
  equal(found?.kind === 'log' && found.named, false)
})

test('rotated sets come in time order', async () => {
  const folder = folderOf({
    'access.log': '',
    'access.log.1': '',
    'access.log.2.gz': '',
    'access.log.10.gz': '',
  })
  deepEqual(await names(folder, '.'), [
    'access.log.10.gz',
    'access.log.2.gz',
    'access.log.1',
    'access.log',
  ])
})

test('a missing file is said, with the name that may be meant', async () => {
  const folder = folderOf({ 'logs/access.log': '', 'logs/error.log': '' })
  const said = async (name: string): Promise<string> => (await messages(folder, name)).join()
  equal(await said('logs/acces.log'), 'no such file: logs/acces.log; did you mean logs/access.log?')
  equal(await said('logs/eroor.log'), 'no such file: logs/eroor.log; did you mean logs/error.log?')
  equal(await said('lgos/access.log'), 'no such folder: lgos; did you mean logs?')
  equal(await said('something/else'), 'no such folder: something')
  equal(await said('logs/access.log/x'), 'no such file: logs/access.log/x')
  equal(await said('logs/*.gz'), 'no file fits logs/*.gz')
})

test('what exists under a name is meant, even where it could be a pattern', async () => {
  const folder = folderOf({ 'a[1].log': '', 'a1.log': '' })
  deepEqual(await names(folder, 'a[1].log'), ['a[1].log'])
})

test('a folder without logs is said', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
  const folder = folderOf({
    'empty/x/y': undefined,
    'pictures/a.log': png,
    'mixed/a.log': png,
    'mixed/b.log': 'b\n',
  })
  equal(
    (await messages(folder, 'empty')).join(),
    'empty holds no logs: name the folder or the files where the logs are',
  )
  deepEqual(await messages(folder, 'pictures'), [
    'pictures/a.log is a PNG picture, not a log',
    'pictures holds no logs: name the folder or the files where the logs are',
  ])
  deepEqual(await kinds(folder, 'mixed'), ['remark not-a-log', 'log mixed/b.log'])
  deepEqual(await kinds(folder, 'mixed/a.log'), ['log mixed/a.log'])
})

test('a file is read once, however it is named', unix, async () => {
  const folder = folderOf({ 'a.log': 'a', 'sub/x.log': 'x' })
  symlinkSync('a.log', join(folder, 'b.log'))
  linkSync(join(folder, 'a.log'), join(folder, 'c.log'))
  deepEqual(await kinds(folder, 'a.log', 'b.log', './a.log'), [
    'remark same-file',
    'remark same-file',
    'log a.log',
  ])
  deepEqual(await messages(folder, 'c.log', 'b.log'), [
    'b.log is the same as c.log: it is read once',
  ])
  deepEqual(await kinds(folder, 'sub', '.'), [
    'remark same-file',
    'remark same-file',
    'remark same-file',
    'log a.log',
    'log sub/x.log',
  ])
  deepEqual(await kinds(folder, '-', '-'), ['remark same-file', 'log standard input'])
})

test('links are followed, and a loop of them ends', unix, async () => {
  const folder = folderOf({ 'logs/a.log': 'a', 'elsewhere/b.log': 'b' })
  symlinkSync('..', join(folder, 'logs/up'))
  symlinkSync('self', join(folder, 'logs/self'))
  symlinkSync('nothing', join(folder, 'logs/lost'))
  symlinkSync('../elsewhere', join(folder, 'logs/there'))
  const found = await kinds(folder, 'logs')
  deepEqual(found.filter(each => each.startsWith('log')).length, 2)
  deepEqual(found.filter(each => each === 'remark vanished').length, 2)
  deepEqual(
    found.filter(each => each.startsWith('fault')),
    [],
  )
})

test('sockets are refused, pipes read when they are named', unix, async () => {
  const folder = folderOf({ 'a.log': '' })
  execFileSync('mkfifo', [join(folder, 'pipe')])
  const server = createServer().listen(join(folder, 'socket'))
  await new Promise(resolve => server.once('listening', resolve))
  deepEqual(await messages(folder, 'socket'), ['socket is a socket, not a log'])
  deepEqual(await kinds(folder, 'pipe'), ['log pipe'])
  deepEqual(await kinds(folder, '.'), ['remark not-a-file', 'remark not-a-file', 'log a.log'])
  server.close()
})

test(
  'what may not be read is said',
  {
    skip: (process.platform === 'win32' || process.getuid?.() === 0) && 'root may read everything',
  },
  async () => {
    const folder = folderOf({ 'logs/a.log': 'a', 'closed/b.log': 'b' })
    chmodSync(join(folder, 'logs/a.log'), 0)
    chmodSync(join(folder, 'closed'), 0)
    match(
      (await messages(folder, 'logs')).join(),
      /^no permission to read logs\/a.log: scan as root/,
    )
    match((await messages(folder, 'closed')).join(), /^no permission to read closed: /)
    match((await messages(folder, 'closed/b.log')).join(), /^no permission to read closed\/b.log: /)
    chmodSync(join(folder, 'closed'), 0o700)
  },
)

function folderOf(files: Record<string, string | Buffer | undefined>): string {
  const root = mkdtempSync(join(tmpdir(), 'redalert-find-'))
  roots.push(root)
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(content === undefined ? path : dirname(path), { recursive: true })
    if (content !== undefined) writeFileSync(path, content)
  }
  return root
}

async function names(folder: string, ...asked: string[]): Promise<readonly string[]> {
  return (await findLogs(asked, { folder })).map(found =>
    found.kind === 'log' ? found.name : found.message,
  )
}

async function messages(folder: string, ...asked: string[]): Promise<readonly string[]> {
  return (await findLogs(asked, { folder })).flatMap(found =>
    found.kind === 'log' ? [] : [found.message],
  )
}

async function kinds(folder: string, ...asked: string[]): Promise<readonly string[]> {
  return (await findLogs(asked, { folder })).map(
    found => `${found.kind} ${found.kind === 'log' ? found.name : found.code}`,
  )
}
