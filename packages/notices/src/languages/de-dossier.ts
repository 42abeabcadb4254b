/** What the dossiers of the families say, in German, by their English. The names of holes stay as they were published. */
export const deDossier: Readonly<Record<string, string>> = {
  'Always awake.': 'Immer aktiv.',
  'By the date of the infected machine: from the 1st to the 19th it spreads, from the 20th to the 27th it floods one address, from the 28th it sleeps. Silence after the 19th proves nothing.':
    'Nach dem Datum des infizierten Rechners: vom 1. bis zum 19. verbreitet er sich, vom 20. bis zum 27. überflutet er eine Adresse, ab dem 28. schläft er. Stille nach dem 19. beweist nichts.',
  'CodeRedII of 4 August 2001 stops by itself in October 2001; its variant F of March 2003 does not.':
    'CodeRedII vom 4. August 2001 hört im Oktober 2001 von selbst auf; die Variante F vom März 2003 nicht.',
  'Always awake. Mozi got a kill command in August 2023, and others go on with its exploits.':
    'Immer aktiv. Mozi bekam im August 2023 den Befehl aufzuhören, doch andere machen mit seinen Angriffen weiter.',
  'Welchia removes itself on 1 January 2004; the Gaobot family has no end.':
    'Welchia entfernt sich am 1. Januar 2004 selbst; die Gaobot-Familie hat kein Ende.',
  'Windows NT 4.0 and 2000 with Internet Information Server 4.0 or 5.0':
    'Windows NT 4.0 und 2000 mit Internet Information Server 4.0 oder 5.0',
  'Windows 2000 with Internet Information Server 5.0 (on Windows NT 4.0 the server only crashes)':
    'Windows 2000 mit Internet Information Server 5.0 (unter Windows NT 4.0 stürzt der Server nur ab)',
  'Windows 95 to 2000, with or without a web server: it also comes by mail, shares and web pages':
    'Windows 95 bis 2000, mit oder ohne Webserver: er kommt auch über Mail, Freigaben und Webseiten',
  'Solaris up to version 7: the sender is a Unix machine, not a Windows server':
    'Solaris bis Version 7: der Absender ist ein Unix-Rechner, kein Windows-Server',
  'Windows 2000 and XP': 'Windows 2000 und XP',
  'Anything: a worm, a scanner, or a person looking for the back doors that CodeRedII and sadmind left':
    'Alles Mögliche: ein Wurm, ein Scanner oder jemand, der die Hintertüren sucht, die CodeRedII und sadmind hinterließen',
  'Servers with Apache 2.4.49 or 2.4.50; the senders are mostly rented or taken servers':
    'Server mit Apache 2.4.49 oder 2.4.50; die Absender sind meist gemietete oder übernommene Server',
  'Fibre modems (ONT, ONU) of many brands with the Boa web server: Netlink, Tenda, V-SOL and others':
    'Glasfasermodems (ONT, ONU) vieler Marken mit dem Webserver Boa: Netlink, Tenda, V-SOL und andere',
  'Fibre modems (ONT, ONU) with the Boa web server: V-SOL V2801RW and V2804RGW, Netlink, Tenda HG9, Parks Fiberlink and others':
    'Glasfasermodems (ONT, ONU) mit dem Webserver Boa: V-SOL V2801RW und V2804RGW, Netlink, Tenda HG9, Parks Fiberlink und andere',
  'Video recorders made by Shenzhen TVT and sold under some seventy names':
    'Videorekorder, die Shenzhen TVT herstellt und die unter etwa siebzig Namen verkauft werden',
  'D-Link DSL-2750B modems': 'Modems D-Link DSL-2750B',
  'DrayTek Vigor2960, Vigor3900 and Vigor300B routers':
    'Router DrayTek Vigor2960, Vigor3900 und Vigor300B',
  'Dasan Zhone GPON home routers (H640 and kin), handed out by providers':
    'Heimrouter Dasan Zhone GPON (H640 und verwandte), die Provider ausgeben',
  'D-Link DIR-645, DIR-806, DIR-300 and other home routers with HNAP':
    'D-Link DIR-645, DIR-806, DIR-300 und andere Heimrouter mit HNAP',
  'Huawei HG532 home routers': 'Heimrouter Huawei HG532',
  'Anything: scanners and bots of 2003 looked for it, and some still do':
    'Alles Mögliche: Scanner und Bots von 2003 suchten danach, und manche tun es noch',
  'Axis network cameras and video servers with old firmware; the senders are rented servers that look for them':
    'Netzwerkkameras und Videoserver von Axis mit alter Firmware; die Absender sind gemietete Server, die danach suchen',
  'MVPower TV-7104HE, TV-7108HE and the many recorders sold under other names whose web server calls itself JAWS/1.0':
    'MVPower TV-7104HE, TV-7108HE und die vielen Rekorder unter anderen Namen, deren Webserver sich JAWS/1.0 nennt',
  'Java servers that log with Log4j 2; the senders are scanners, rented servers, and servers taken this way':
    'Java-Server, die mit Log4j 2 protokollieren; die Absender sind Scanner, gemietete Server und auf diesem Weg übernommene Server',
  'Anything: bots, scanners and people look for routers whose pages are open':
    'Alles Mögliche: Bots, Scanner und Menschen suchen nach Routern, deren Seiten offen sind',
  'Netgear DGN1000 and DGN2200 DSL modems': 'DSL-Modems Netgear DGN1000 und DGN2200',
  'Windows servers that run PHP as a CGI program; the senders are mostly rented or taken servers':
    'Windows-Server, auf denen PHP als CGI-Programm läuft; die Absender sind meist gemietete oder übernommene Server',
  'Web servers that run PHP as a CGI program, home routers among them':
    'Webserver, auf denen PHP als CGI-Programm läuft, darunter Heimrouter',
  'Web servers on which PHPUnit was left; the senders are mostly rented or taken servers that look for it':
    'Webserver, auf denen PHPUnit liegen blieb; die Absender sind meist gemietete oder übernommene Server, die danach suchen',
  'Home routers built with the Realtek SDK: D-Link, Aterm, Logitec and others':
    'Heimrouter, die mit dem Realtek-SDK gebaut sind: D-Link, Aterm, Logitec und andere',
  'Servers and network storage whose CGI programs run Bash; the senders are the like, or rented servers':
    'Server und Netzwerkspeicher, deren CGI-Programme Bash aufrufen; die Absender sind ebensolche oder gemietete Server',
  'TBK DVR-4104 and DVR-4216, also sold as Novo, CeNova, QSee, Pulnix, Securus, Night OWL and others':
    'TBK DVR-4104 und DVR-4216, auch verkauft als Novo, CeNova, QSee, Pulnix, Securus, Night OWL und andere',
  'Linksys E-series home routers': 'Heimrouter der E-Serie von Linksys',
  'Web servers with ThinkPHP 5; the senders are servers like them, or rented ones':
    'Webserver mit ThinkPHP 5; die Absender sind ebensolche oder gemietete Server',
  'TP-Link Archer AX21 (AX1800) home routers': 'Heimrouter TP-Link Archer AX21 (AX1800)',
  'Routers and firewalls with Zeroshell': 'Router und Firewalls mit Zeroshell',
  'Zyxel P660HN-T1A modems, handed out by TrueOnline and others':
    'Modems Zyxel P660HN-T1A, ausgegeben von TrueOnline und anderen',
  'Zyxel home gateways (VMG8825-T50K, EMG3525, VMG1312 and kin) with firmware before V5.50':
    'Heim-Gateways von Zyxel (VMG8825-T50K, EMG3525, VMG1312 und verwandte) mit einer Firmware vor V5.50',
  'The worm lives in memory only: restart the machine, with the network cable out.':
    'Der Wurm lebt nur im Speicher: Starten Sie den Rechner neu, mit gezogenem Netzwerkkabel.',
  'The worm leaves back doors (root.exe in the scripts and msadc folders, the roots of drives C and D served as /c and /d, a false explorer.exe): anyone may have used them since. Save the data and install the machine anew.':
    'Der Wurm hinterlässt Hintertüren (root.exe in den Ordnern scripts und msadc, die ganzen Laufwerke C und D erreichbar als /c und /d, eine falsche explorer.exe): Seitdem kann sie jeder benutzt haben. Sichern Sie die Daten und installieren Sie den Rechner neu.',
  'It changes many programs, documents and web pages and opens shares: install the machine anew, and look at the machines that shared folders with it.':
    'Er verändert viele Programme, Dokumente und Webseiten und öffnet Freigaben: Installieren Sie den Rechner neu, und untersuchen Sie die Rechner, die Ordner mit ihm teilten.',
  'The sender is a Solaris machine: look for /dev/cuc and /dev/cub, stop their programs, install the machine anew.':
    'Der Absender ist ein Solaris-Rechner: Suchen Sie nach /dev/cuc und /dev/cub, beenden Sie die Programme darin, und installieren Sie den Rechner neu.',
  'Scan the machine with a current anti-virus program from clean media, or install it anew.':
    'Durchsuchen Sie den Rechner mit einem aktuellen Virenscanner von einem sauberen Medium aus, oder installieren Sie ihn neu.',
  'Look what sent the request; it may be a worm of 2001 or a person with a scanner.':
    'Sehen Sie nach, was die Anfrage geschickt hat; es kann ein Wurm von 2001 sein oder jemand mit einem Scanner.',
  'The sender is most likely a server: look for processes and crontab entries nobody knows and for new files in the web root.':
    'Der Absender ist höchstwahrscheinlich ein Server: Suchen Sie nach Prozessen und crontab-Einträgen, die niemand kennt, und nach neuen Dateien im Webverzeichnis.',
  'The bots that come this way live in memory: switch it off and on, away from the internet.':
    'Die Bots, die auf diesem Weg kommen, leben im Speicher: Schalten Sie das Gerät aus und wieder ein, vom Internet getrennt.',
  'The bots that come this way live in memory: switch it off and on, away from the internet. Mozi also writes itself into the start-up files of some devices: set those back to their factory state.':
    'Die Bots, die auf diesem Weg kommen, leben im Speicher: Schalten Sie das Gerät aus und wieder ein, vom Internet getrennt. Mozi schreibt sich bei manchen Geräten auch in die Startdateien: Setzen Sie diese auf den Auslieferungszustand zurück.',
  'Install the router anew: export its settings, set it back to its factory state, update it, and look whether accounts, VPN profiles or forwarded ports are there that nobody made.':
    'Richten Sie den Router neu ein: Sichern Sie die Einstellungen, setzen Sie ihn auf den Auslieferungszustand zurück, aktualisieren Sie ihn, und sehen Sie nach, ob es Konten, VPN-Profile oder Portweiterleitungen gibt, die niemand angelegt hat.',
  'Look what sent the request; it may be a scanner, or a bot of that time.':
    'Sehen Sie nach, was die Anfrage geschickt hat; es kann ein Scanner sein oder ein Bot jener Zeit.',
  'Look what sent the request; it may be a person with a scanner.':
    'Sehen Sie nach, was die Anfrage geschickt hat; es kann jemand mit einem Scanner sein.',
  'Look what sent it: a scanner that somebody runs, or a server with processes and crontab entries nobody knows.':
    'Sehen Sie nach, was sie geschickt hat: ein Scanner, den jemand betreibt, oder ein Server mit Prozessen und crontab-Einträgen, die niemand kennt.',
  'Set the modem back to its factory state, for Mozi writes itself into the start-up files of some; give it a new password.':
    'Setzen Sie das Modem auf den Auslieferungszustand zurück, denn Mozi schreibt sich bei manchen in die Startdateien; geben Sie ihm ein neues Passwort.',
  'The sender is most likely a server: look for processes, services and scheduled tasks nobody knows (RedTail mines coins) and for new files in the web root.':
    'Der Absender ist höchstwahrscheinlich ein Server: Suchen Sie nach Prozessen, Diensten und geplanten Aufgaben, die niemand kennt (RedTail schürft Kryptogeld), und nach neuen Dateien im Webverzeichnis.',
  'Look for processes and crontab entries nobody knows and for new files in the web root; a home router is cleaned by switching it off and on.':
    'Suchen Sie nach Prozessen und crontab-Einträgen, die niemand kennt, und nach neuen Dateien im Webverzeichnis; einen Heimrouter bereinigt das Aus- und Einschalten.',
  'Look for processes and crontab entries nobody knows; network storage is best set back to its factory state.':
    'Suchen Sie nach Prozessen und crontab-Einträgen, die niemand kennt; Netzwerkspeicher setzt man am besten auf den Auslieferungszustand zurück.',
  'The worm lives in memory: switch the router off and on, away from the internet.':
    'Der Wurm lebt im Speicher: Schalten Sie den Router aus und wieder ein, vom Internet getrennt.',
  'The sender is a server: look for processes and crontab entries nobody knows and for new files in the web root, and install it anew when there are any.':
    'Der Absender ist ein Server: Suchen Sie nach Prozessen und crontab-Einträgen, die niemand kennt, und nach neuen Dateien im Webverzeichnis, und installieren Sie ihn neu, wenn es welche gibt.',
  'Look for processes and files in /tmp nobody knows and restart it away from the internet; when in doubt install it anew.':
    'Suchen Sie nach Prozessen und Dateien in /tmp, die niemand kennt, und starten Sie ihn vom Internet getrennt neu; im Zweifel installieren Sie ihn neu.',
  'Restarting leaves the hole open, and the machine is taken again within hours: Install the patch of MS01-033 (Windows NT 4.0 and 2000), or remove the script mappings for .ida and .idq. A server of that age should be replaced.':
    'Ein Neustart lässt die Lücke offen, und der Rechner wird binnen Stunden wieder übernommen: Installieren Sie den Patch von MS01-033 (Windows NT 4.0 und 2000), oder entfernen Sie die Skriptzuordnungen für .ida und .idq. Ein Server dieses Alters sollte ersetzt werden.',
  'Install the patch of MS01-033 (Windows NT 4.0 and 2000), or remove the script mappings for .ida and .idq. A server of that age should be replaced.':
    'Installieren Sie den Patch von MS01-033 (Windows NT 4.0 und 2000), oder entfernen Sie die Skriptzuordnungen für .ida und .idq. Ein Server dieses Alters sollte ersetzt werden.',
  'Install the patches of MS01-044 and MS01-020 (Windows NT 4.0 and 2000), or replace the server.':
    'Installieren Sie die Patches von MS01-044 und MS01-020 (Windows NT 4.0 und 2000), oder ersetzen Sie den Server.',
  "Install Sun's patch for sadmind, or switch the service off in /etc/inetd.conf.":
    'Installieren Sie Suns Patch für sadmind, oder schalten Sie den Dienst in /etc/inetd.conf ab.',
  'Install the patch of MS03-007 (Windows NT 4.0, 2000 and XP), or replace the machine.':
    'Installieren Sie den Patch von MS03-007 (Windows NT 4.0, 2000 und XP), oder ersetzen Sie den Rechner.',
  'Nothing is known to be open on the sender.': 'Von einer Lücke beim Absender ist nichts bekannt.',
  'Nothing is known to be open on the sender; update what it serves.':
    'Von einer Lücke beim Absender ist nichts bekannt; aktualisieren Sie, was er anbietet.',
  'Update Apache HTTP Server; a server that sends this was taken by some hole, which need not be this one.':
    'Aktualisieren Sie den Apache HTTP Server; ein Server, der dies schickt, wurde durch irgendeine Lücke übernommen, die nicht diese sein muss.',
  'Change the passwords, switch management from the internet off, and ask the provider for new firmware.':
    'Ändern Sie die Passwörter, schalten Sie die Verwaltung aus dem Internet ab, und bitten Sie den Provider um neue Firmware.',
  'Switching it off leaves the hole open, and it is taken again within hours: change the passwords, switch management from the internet off, and ask the provider for new firmware.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Ändern Sie die Passwörter, schalten Sie die Verwaltung aus dem Internet ab, und bitten Sie den Provider um neue Firmware.',
  'Switching it off leaves the hole open, and it is taken again within hours: no port of a video recorder should be forwarded to the internet; reach it through a VPN, or replace it.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Kein Port eines Videorekorders sollte ins Internet weitergeleitet werden; greifen Sie über ein VPN zu, oder ersetzen Sie ihn.',
  'Switching it off leaves the hole open, and it is taken again within hours: install the last firmware, switch management from the internet off, or replace the modem.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Installieren Sie die letzte Firmware, schalten Sie die Verwaltung aus dem Internet ab, oder ersetzen Sie das Modem.',
  'Install firmware 1.5.1 or later, and switch management from the internet off.':
    'Installieren Sie Firmware 1.5.1 oder neuer, und schalten Sie die Verwaltung aus dem Internet ab.',
  'Switching it off leaves the hole open, and it is taken again within hours: ask the provider for another router, and have port 80 and 8080 closed towards the internet.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Bitten Sie den Provider um einen anderen Router, und lassen Sie Port 80 und 8080 zum Internet hin schließen.',
  'Switching it off leaves the hole open, and it is taken again within hours: install the last firmware, switch management from the internet off, and replace a router that gets none.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Installieren Sie die letzte Firmware, schalten Sie die Verwaltung aus dem Internet ab, und ersetzen Sie einen Router, der keine mehr bekommt.',
  'Switching it off leaves the hole open, and it is taken again within hours: install new firmware, and have port 37215 closed towards the internet.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Installieren Sie neue Firmware, und lassen Sie Port 37215 zum Internet hin schließen.',
  'Update Log4j in everything that runs Java there.':
    'Aktualisieren Sie Log4j in allem, was dort mit Java läuft.',
  'A restart leaves the hole open: install the newest firmware or replace the modem, and switch its management from the internet off.':
    'Ein Neustart lässt die Lücke offen: Installieren Sie die neueste Firmware oder ersetzen Sie das Modem, und schalten Sie seine Verwaltung aus dem Internet ab.',
  'Update what it serves; a server that sends this was taken by some hole, which need not be this one.':
    'Aktualisieren Sie, was er anbietet; ein Server, der dies schickt, wurde durch irgendeine Lücke übernommen, die nicht diese sein muss.',
  'Update PHP, or the firmware of the router.':
    'Aktualisieren Sie PHP oder die Firmware des Routers.',
  'Switching it off leaves the hole open, and it is taken again within hours: install new firmware, switch UPnP off, and have port 52869 closed towards the internet.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Installieren Sie neue Firmware, schalten Sie UPnP ab, und lassen Sie Port 52869 zum Internet hin schließen.',
  'Update Bash, or the firmware.': 'Aktualisieren Sie Bash oder die Firmware.',
  'Switching it off leaves the hole open, and it is taken again within hours: install the last firmware, and switch remote management off.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Installieren Sie die letzte Firmware, und schalten Sie die Fernverwaltung ab.',
  'Update ThinkPHP and whatever else it serves; a server that sends this was taken by some hole, which need not be this one.':
    'Aktualisieren Sie ThinkPHP und was er sonst anbietet; ein Server, der dies schickt, wurde durch irgendeine Lücke übernommen, die nicht diese sein muss.',
  'Switching it off leaves the hole open, and it is taken again within hours: install the newest firmware, and switch management from the internet off.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Installieren Sie die neueste Firmware, und schalten Sie die Verwaltung aus dem Internet ab.',
  'A restart leaves the hole open: replace Zeroshell, or keep its web pages from the internet.':
    'Ein Neustart lässt die Lücke offen: Ersetzen Sie Zeroshell, oder halten Sie seine Webseiten vom Internet fern.',
  'Switching it off leaves the hole open, and it is taken again within hours: install new firmware, switch management from the internet off, or replace the modem.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Installieren Sie neue Firmware, schalten Sie die Verwaltung aus dem Internet ab, oder ersetzen Sie das Modem.',
  'Switching it off leaves the hole open, and it is taken again within hours: ask the provider for new firmware, and switch management from the internet off.':
    'Ausschalten lässt die Lücke offen, und das Gerät wird binnen Stunden wieder übernommen: Bitten Sie den Provider um neue Firmware, und schalten Sie die Verwaltung aus dem Internet ab.',
  "its request holds the worm's complete code, which only infected machines send":
    'seine Anfrage enthält den vollständigen Code des Wurms, den nur infizierte Rechner schicken',
  "it tried {count} of Nimda's doors within two hours, as no scanner does":
    'er hat binnen zwei Stunden {count} von Nimdas Hintertüren versucht, wie es kein Scanner tut',
  "it told its victim to fetch Nimda's own file by tftp, from another address than its own":
    'er hat sein Opfer Nimdas eigene Datei per tftp holen lassen, von einer anderen Adresse als der eigenen',
  'its request writes the text that only this worm writes over web pages':
    'seine Anfrage schreibt den Text, den nur dieser Wurm über Webseiten schreibt',
  'its request begins with the overflow that Welchia and Gaobot send; public exploits send it too':
    'seine Anfrage beginnt mit dem Überlauf, den Welchia und Gaobot schicken; öffentliche Angriffsprogramme schicken ihn auch',
  'it told its victim to fetch the program from {source}, which is itself':
    'er hat sein Opfer das Programm von {source} holen lassen, und das ist er selbst',
  'its request makes a fibre modem fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt ein Glasfasermodem ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its request makes a video recorder fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt einen Videorekorder ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  "it sent the line of Mozi with the places for address and port unfilled, which only Mozi's own code does":
    'er hat die Zeile von Mozi geschickt, ohne Adresse und Port einzusetzen, was nur Mozis eigener Code tut',
  'its request makes a D-Link modem fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt ein D-Link-Modem ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its request makes a D-Link modem fetch a program named after it, as bots do that carry one for each kind of device':
    'seine Anfrage lässt ein D-Link-Modem ein Programm holen, das nach ihm benannt ist, wie es Bots tun, die für jede Art von Gerät eines haben',
  'its request makes a DrayTek router fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt einen DrayTek-Router ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its request makes a Netgear modem fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt ein Netgear-Modem ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its header makes Bash fetch a program and run it, as bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt Bash ein Programm holen und ausführen, wie es Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its request makes a server with ThinkPHP fetch a program and run it, as bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt einen Server mit ThinkPHP ein Programm holen und ausführen, wie es Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its request makes a TP-Link router fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt einen TP-Link-Router ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its request makes a Zeroshell router fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt einen Zeroshell-Router ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its request makes a Zyxel modem fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt ein Zyxel-Modem ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
  'its request makes a Zyxel gateway fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'seine Anfrage lässt ein Zyxel-Gateway ein Programm holen und ausführen, wie es die Bots tun, die sich so verbreiten; Scanner können es nachahmen',
}
