import { clf } from './clf.ts'
import { errorLogApache } from './error-log-apache.ts'
import { errorLogNginx } from './error-log-nginx.ts'
import type { LogFormat } from './format.ts'
import { httperr } from './httperr.ts'
import { iisNative } from './iis-native.ts'
import { jsonLines } from './json-lines.ts'
import { vhostClf } from './vhost-clf.ts'

/** The shapes that redalert knows without a header; a line is offered to them in this order. */
export const formats: readonly LogFormat[] = [
  clf,
  vhostClf,
  jsonLines,
  errorLogApache,
  errorLogNginx,
  iisNative,
  httperr,
]
