import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/root.js'
import { testAuthority } from './certificates.ts'
import { type DebianServer, freePort, startServer } from './debian-program.ts'

/** nginx that answers as registries do: the recorded answer of the longest prefix, redirects, 404, and 429. */
export type NginxRegistry = DebianServer & { readonly port: number; readonly ca: readonly string[] }

/** Starts it for some names. */
export async function nginxRegistry(names: readonly string[]): Promise<NginxRegistry> {
  const authority = testAuthority()
  const port = await freePort()
  const server = await startServer('nginx', port, folder => {
    const { cert, key } = authority.issue(names)
    writeFileSync(join(folder, 'cert.pem'), cert)
    writeFileSync(join(folder, 'key.pem'), key)
    mkdirSync(join(folder, 'temp'))
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, names))
    return ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
  })
  return { ...server, port, ca: [authority.ca] }
}

function configuration(folder: string, port: number, names: readonly string[]): string {
  const temp = (name: string) => `${name}_temp_path ${join(folder, 'temp', name)};`
  return `
daemon off;
master_process off;
pid ${join(folder, 'nginx.pid')};
events {}
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(temp).join('\n  ')}
  access_log ${join(folder, 'access.log')};
  types { application/rdap+json json; }
  default_type application/rdap+json;
  limit_req_zone $server_name zone=pace:1m rate=1r/m;

  map $uri $asked { default ''; ~^/(?:busy/)?ip/(?<address>[0-9a-f.:]+)$ $address; }
  geo $asked $file {
    default '';
    62.239.0.0/16 none;
    62.239.237.0/24 ipwhois-62.239.237.1.json;
    196.11.239.0/24 ipwhois-196.11.240.215.json;
    196.11.240.0/22 ipwhois-196.11.240.215.json;
    2001:4860::/32 ipwhois-2001_4860_4860__8888.json;
    2801:10:c000::/48 ipwhois-2801_10_c000__.json;
  }
  server {
    listen 127.0.0.1:${port} ssl;
    server_name ${names.join(' ')};
    ssl_certificate ${join(folder, 'cert.pem')};
    ssl_certificate_key ${join(folder, 'key.pem')};
    root ${join(root, 'fixtures', 'registries', 'rdap')};
    error_page 404 /404;
    location = /404 { internal; return 404 '{"errorCode":404,"title":"Not Found"}'; }
    location /ip/ { try_files /$file =404; }
    location /busy/ { limit_req zone=pace; limit_req_status 429; error_page 429 = @busy; try_files /$file =404; }
    location @busy { add_header Retry-After 120 always; return 429 '{"errorCode":429}'; }
    location = /moved/ip/62.239.237.1 { return 302 /ip/62.239.237.1; }
    location = /inward/ip/62.239.237.1 { return 302 https://127.0.0.1:${port}/ip/62.239.237.1; }
    location = /mapped/ip/62.239.237.1 { return 302 https://[::ffff:7f00:1]:${port}/ip/62.239.237.1; }
    location = /hex/ip/62.239.237.1 { return 302 https://0x7f.1:${port}/ip/62.239.237.1; }
    location = /user/ip/62.239.237.1 { return 302 https://${names[0]}@127.0.0.1:${port}/ip/62.239.237.1; }
  }
}
`
}
