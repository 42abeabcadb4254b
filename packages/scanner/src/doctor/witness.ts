/**
 * Log formats that tell all a witness can, and that redalert reads as they stand. The brackets keep the port apart from
 * an IPv6 address, which `2001:db8::7:4711` would not.
 */
export const witness = {
  apache: String.raw`LogFormat "[%a]:%{remote}p %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"" witness`,
  nginx: `log_format witness '[$remote_addr]:$remote_port - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';`,
} as const
