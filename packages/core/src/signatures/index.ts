import type { Signature } from './signature.ts'
import coderedN from './families/codered-n.json' with { type: 'json' }
import coderedX from './families/codered-x.json' with { type: 'json' }
import nimda from './families/nimda.json' with { type: 'json' }
import rootExe from './families/root-exe.json' with { type: 'json' }
import sadmindIis from './families/sadmind-iis.json' with { type: 'json' }
import webdavSearch from './families/webdav-search.json' with { type: 'json' }

/** The families redalert knows; of two equally sure ones, the first has a mark that both claim. */
export const signatures = [
  coderedN,
  coderedX,
  nimda,
  sadmindIis,
  webdavSearch,
  rootExe,
] as readonly unknown[] as readonly Signature[]

/** The version of the families above: a collector must know what was looked for. */
export const signaturesVersion = '2026.11.1'
