import type { Signature } from './signature.ts'
import apacheTraversal from './families/apache-traversal.json' with { type: 'json' }
import boaformLogin from './families/boaform-login.json' with { type: 'json' }
import boaformPing from './families/boaform-ping.json' with { type: 'json' }
import cctvDvr from './families/cctv-dvr.json' with { type: 'json' }
import coderedN from './families/codered-n.json' with { type: 'json' }
import coderedX from './families/codered-x.json' with { type: 'json' }
import dlink2750b from './families/dlink-2750b.json' with { type: 'json' }
import draytek from './families/draytek.json' with { type: 'json' }
import gpon from './families/gpon.json' with { type: 'json' }
import hnap from './families/hnap.json' with { type: 'json' }
import huaweiHg532 from './families/huawei-hg532.json' with { type: 'json' }
import iisNsiislog from './families/iis-nsiislog.json' with { type: 'json' }
import iotSsi from './families/iot-ssi.json' with { type: 'json' }
import jaws from './families/jaws.json' with { type: 'json' }
import log4shell from './families/log4shell.json' with { type: 'json' }
import luciProbe from './families/luci-probe.json' with { type: 'json' }
import netgearDgn from './families/netgear-dgn.json' with { type: 'json' }
import nimda from './families/nimda.json' with { type: 'json' }
import phpCgi from './families/php-cgi.json' with { type: 'json' }
import phpCgi2024 from './families/php-cgi-2024.json' with { type: 'json' }
import phpunit from './families/phpunit.json' with { type: 'json' }
import realtekUpnp from './families/realtek-upnp.json' with { type: 'json' }
import rootExe from './families/root-exe.json' with { type: 'json' }
import sadmindIis from './families/sadmind-iis.json' with { type: 'json' }
import shellshock from './families/shellshock.json' with { type: 'json' }
import tbkDvr from './families/tbk-dvr.json' with { type: 'json' }
import themoon from './families/themoon.json' with { type: 'json' }
import thinkphp from './families/thinkphp.json' with { type: 'json' }
import tplinkAx21 from './families/tplink-ax21.json' with { type: 'json' }
import webdavSearch from './families/webdav-search.json' with { type: 'json' }
import zeroshell from './families/zeroshell.json' with { type: 'json' }
import zyxelP660 from './families/zyxel-p660.json' with { type: 'json' }
import zyxelZhttpd from './families/zyxel-zhttpd.json' with { type: 'json' }

/** The families redalert knows; of two equally sure ones, the first has a mark that both claim. */
export const signatures = [
  coderedN,
  coderedX,
  nimda,
  sadmindIis,
  webdavSearch,
  rootExe,
  themoon,
  jaws,
  netgearDgn,
  tbkDvr,
  cctvDvr,
  dlink2750b,
  zyxelZhttpd,
  tplinkAx21,
  zeroshell,
  draytek,
  boaformPing,
  zyxelP660,
  gpon,
  hnap,
  huaweiHg532,
  realtekUpnp,
  boaformLogin,
  thinkphp,
  shellshock,
  phpCgi,
  phpCgi2024,
  apacheTraversal,
  phpunit,
  log4shell,
  iotSsi,
  luciProbe,
  iisNsiislog,
] as readonly unknown[] as readonly Signature[]

/** The version of the families above: a collector must know what was looked for. */
export const signaturesVersion = '2026.11.2'
