/**
 * How often four raw bytes are to be expected in an ordinary log, as a share of all places: a guess by the words that
 * logs are full of and by how common each byte is. It decides only how fast a scan is, never what it finds.
 */
export function commonness(window: string): number {
  const text = window.toLowerCase()
  let words = 0
  for (let at = ordinary.indexOf(text); at !== -1; at = ordinary.indexOf(text, at + 1)) words++
  let chance = 1
  for (const char of text) chance *= shareOf(char)
  return chance + words / ordinary.length
}

function shareOf(char: string): number {
  if ('etaoinrs/'.includes(char)) return 0.05
  if ('lcdhumpg.-01'.includes(char)) return 0.025
  if ('bfkvwxyzjq23456789_%=&?'.includes(char)) return 0.012
  return 0.002
}

const ordinary = `get post head options propfind search connect put delete /index.html /index.php /index.htm /index.asp
/wp-content/themes/ /wp-content/plugins/ /wp-content/uploads/ /wp-includes/js/jquery/jquery.min.js?ver= /wp-login.php
/wp-admin/admin-ajax.php /xmlrpc.php /wp-json/wp/v2/posts /wp-cron.php /images/ /img/ /image /css/style.css /styles/main.css
/js/script.js /scripts/app.js /assets/ /static/ /media/ /files/ /download/ /downloads/ /upload/ /uploads/ /docs/ /doc/ /blog/
/news/ /forum/viewtopic.php?t= /showthread.php /article/ /articles/ /archive/ /archives/ /category/ /tag/ /tags/ /search?q=
/search/ /login /logout /signin /register /account /user/ /users/ /profile /admin/ /api/v1/ /api/ /rest/ /graphql /cart /shop/
/product/ /products/ /checkout /order /orders /feed/ /rss.xml /atom.xml /sitemap.xml /robots.txt /favicon.ico /logo.png
/apple-touch-icon.png /icons/ /fonts/ /font-awesome .woff2 .woff .ttf .svg .png .jpg .jpeg .gif .webp .ico .pdf .zip .tar.gz
.html .htm .php .asp .aspx .jsp .cgi .xml .json .txt .mp3 .mp4 /cgi-bin/ /server-status /status /health /ping /metrics
?id= ?page= &page= ?lang=en &lang= ?q= &q= ?s= ?v= ?ver= &utm_source= utm_medium= utm_campaign= ?ref= ?p= &t= ?action= &action=
?name= &name= ?url= &url= ?file= &file= ?cmd= &cmd= ?command= &type= &sort= &order= &limit= &offset= &start= &id= &sid=
session token password username email date time year month default common configuration config setup settings option options
system service services server client public private data database backup test tests demo example home about contact help
support content component com_content view template templates theme themes language languages page pages post posts comment
comments version download update upgrade install check submit form function functions script include includes module modules
library vendor node_modules dist build src source github.com gitlab mozilla/5.0 (windows nt 10.0; win64; x64)
applewebkit/537.36 (khtml, like gecko) chrome/ safari/537.36 (macintosh; intel mac os x 10_15_7) version/ mobile/ (iphone; cpu
iphone os like mac os x) (x11; linux x86_64; rv:) gecko/20100101 firefox/ edg/ opr/ (compatible; googlebot/2.1;
+http://www.google.com/bot.html) bingbot/2.0; +http://www.bing.com/bingbot.htm) yandexbot ahrefsbot semrushbot mj12bot
curl/7. wget/1. python-requests/ go-http-client/1.1 java/ libwww-perl/ okhttp/ (linux; android 10; k) samsungbrowser/
facebookexternalhit/1.1 msie 6.0; trident/ .net clr http/1.1 http/1.0 http/2.0 https://www.google.com/ https://www.example.org/
http://www. https:// .com/ .org/ .net/ .de/ aria-label the and for that with from this have your more about which when their
shell system32 windows program files document documents`
