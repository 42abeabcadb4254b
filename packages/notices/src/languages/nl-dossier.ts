/** What the dossiers of the families say, in Dutch, by their English. The names of holes stay as they were published. */
export const nlDossier: Readonly<Record<string, string>> = {
  'Always awake.': 'Altijd actief.',
  'By the date of the infected machine: from the 1st to the 19th it spreads, from the 20th to the 27th it floods one address, from the 28th it sleeps. Silence after the 19th proves nothing.':
    'Naar de datum van de besmette machine: van de 1e tot de 19e verspreidt het zich, van de 20e tot de 27e overspoelt het één adres, vanaf de 28e slaapt het. Stilte na de 19e bewijst niets.',
  'CodeRedII of 4 August 2001 stops by itself in October 2001; its variant F of March 2003 does not.':
    'CodeRedII van 4 augustus 2001 stopt vanzelf in oktober 2001; de variant F van maart 2003 niet.',
  'Always awake. Mozi got a kill command in August 2023, and others go on with its exploits.':
    'Altijd actief. Mozi kreeg in augustus 2023 het bevel om te stoppen, maar anderen gaan met zijn aanvallen door.',
  'Welchia removes itself on 1 January 2004; the Gaobot family has no end.':
    'Welchia verwijdert zichzelf op 1 januari 2004; de Gaobot-familie houdt niet op.',
  'Windows NT 4.0 and 2000 with Internet Information Server 4.0 or 5.0':
    'Windows NT 4.0 en 2000 met Internet Information Server 4.0 of 5.0',
  'Windows 2000 with Internet Information Server 5.0 (on Windows NT 4.0 the server only crashes)':
    'Windows 2000 met Internet Information Server 5.0 (op Windows NT 4.0 loopt de server alleen vast)',
  'Windows 95 to 2000, with or without a web server: it also comes by mail, shares and web pages':
    "Windows 95 tot 2000, met of zonder webserver: het komt ook via mail, gedeelde mappen en webpagina's",
  'Solaris up to version 7: the sender is a Unix machine, not a Windows server':
    'Solaris tot versie 7: de afzender is een Unix-machine, geen Windows-server',
  'Windows 2000 and XP': 'Windows 2000 en XP',
  'Anything: a worm, a scanner, or a person looking for the back doors that CodeRedII and sadmind left':
    'Van alles: een worm, een scanner, of iemand die zoekt naar de achterdeuren die CodeRedII en sadmind achterlieten',
  'Servers with Apache 2.4.49 or 2.4.50; the senders are mostly rented or taken servers':
    'Servers met Apache 2.4.49 of 2.4.50; de afzenders zijn meestal gehuurde of overgenomen servers',
  'Fibre modems (ONT, ONU) of many brands with the Boa web server: Netlink, Tenda, V-SOL and others':
    'Glasvezelmodems (ONT, ONU) van vele merken met de webserver Boa: Netlink, Tenda, V-SOL en andere',
  'Fibre modems (ONT, ONU) with the Boa web server: V-SOL V2801RW and V2804RGW, Netlink, Tenda HG9, Parks Fiberlink and others':
    'Glasvezelmodems (ONT, ONU) met de webserver Boa: V-SOL V2801RW en V2804RGW, Netlink, Tenda HG9, Parks Fiberlink en andere',
  'Video recorders made by Shenzhen TVT and sold under some seventy names':
    "Videorecorders die Shenzhen TVT maakt en die onder zo'n zeventig namen verkocht worden",
  'D-Link DSL-2750B modems': 'D-Link DSL-2750B-modems',
  'DrayTek Vigor2960, Vigor3900 and Vigor300B routers':
    'DrayTek-routers Vigor2960, Vigor3900 en Vigor300B',
  'Dasan Zhone GPON home routers (H640 and kin), handed out by providers':
    'Dasan Zhone GPON-thuisrouters (H640 en verwante), die providers uitdelen',
  'D-Link DIR-645, DIR-806, DIR-300 and other home routers with HNAP':
    'D-Link DIR-645, DIR-806, DIR-300 en andere thuisrouters met HNAP',
  'Huawei HG532 home routers': 'Huawei HG532-thuisrouters',
  'Anything: scanners and bots of 2003 looked for it, and some still do':
    'Van alles: scanners en bots van 2003 zochten ernaar, en sommige doen dat nog',
  'Axis network cameras and video servers with old firmware; the senders are rented servers that look for them':
    "Axis-netwerkcamera's en -videoservers met oude firmware; de afzenders zijn gehuurde servers die ernaar zoeken",
  'MVPower TV-7104HE, TV-7108HE and the many recorders sold under other names whose web server calls itself JAWS/1.0':
    'MVPower TV-7104HE, TV-7108HE en de vele recorders onder andere namen waarvan de webserver zich JAWS/1.0 noemt',
  'Java servers that log with Log4j 2; the senders are scanners, rented servers, and servers taken this way':
    'Java-servers die met Log4j 2 loggen; de afzenders zijn scanners, gehuurde servers, en servers die zo overgenomen zijn',
  'Anything: bots, scanners and people look for routers whose pages are open':
    "Van alles: bots, scanners en mensen zoeken naar routers waarvan de pagina's openstaan",
  'Netgear DGN1000 and DGN2200 DSL modems': 'Netgear DGN1000- en DGN2200-DSL-modems',
  'Windows servers that run PHP as a CGI program; the senders are mostly rented or taken servers':
    'Windows-servers die PHP als CGI-programma draaien; de afzenders zijn meestal gehuurde of overgenomen servers',
  'Web servers that run PHP as a CGI program, home routers among them':
    'Webservers die PHP als CGI-programma draaien, thuisrouters daaronder',
  'Web servers on which PHPUnit was left; the senders are mostly rented or taken servers that look for it':
    'Webservers waarop PHPUnit is blijven staan; de afzenders zijn meestal gehuurde of overgenomen servers die ernaar zoeken',
  'Home routers built with the Realtek SDK: D-Link, Aterm, Logitec and others':
    'Thuisrouters die met de Realtek-SDK gebouwd zijn: D-Link, Aterm, Logitec en andere',
  'Servers and network storage whose CGI programs run Bash; the senders are the like, or rented servers':
    "Servers en netwerkopslag waarvan de CGI-programma's Bash gebruiken; de afzenders zijn soortgelijk, of gehuurde servers",
  'TBK DVR-4104 and DVR-4216, also sold as Novo, CeNova, QSee, Pulnix, Securus, Night OWL and others':
    'TBK DVR-4104 en DVR-4216, ook verkocht als Novo, CeNova, QSee, Pulnix, Securus, Night OWL en andere',
  'Linksys E-series home routers': 'Linksys-thuisrouters van de E-serie',
  'Web servers with ThinkPHP 5; the senders are servers like them, or rented ones':
    'Webservers met ThinkPHP 5; de afzenders zijn zulke servers, of gehuurde',
  'TP-Link Archer AX21 (AX1800) home routers': 'TP-Link Archer AX21-thuisrouters (AX1800)',
  'Routers and firewalls with Zeroshell': 'Routers en firewalls met Zeroshell',
  'Zyxel P660HN-T1A modems, handed out by TrueOnline and others':
    'Zyxel P660HN-T1A-modems, uitgedeeld door TrueOnline en andere providers',
  'Zyxel home gateways (VMG8825-T50K, EMG3525, VMG1312 and kin) with firmware before V5.50':
    'Zyxel-thuisgateways (VMG8825-T50K, EMG3525, VMG1312 en verwante) met firmware van voor V5.50',
  'The worm lives in memory only: restart the machine, with the network cable out.':
    'De worm leeft alleen in het geheugen: herstart de machine met de netwerkkabel eruit.',
  'The worm leaves back doors (root.exe in the scripts and msadc folders, the roots of drives C and D served as /c and /d, a false explorer.exe): anyone may have used them since. Save the data and install the machine anew.':
    'De worm laat achterdeuren achter (root.exe in de mappen scripts en msadc, de hele schijven C en D bereikbaar als /c en /d, een valse explorer.exe): iedereen kan die sindsdien gebruikt hebben. Stel de gegevens veilig en installeer de machine opnieuw.',
  'It changes many programs, documents and web pages and opens shares: install the machine anew, and look at the machines that shared folders with it.':
    "Het verandert veel programma's, documenten en webpagina's en zet gedeelde mappen open: installeer de machine opnieuw, en kijk naar de machines die er mappen mee deelden.",
  'The sender is a Solaris machine: look for /dev/cuc and /dev/cub, stop their programs, install the machine anew.':
    "De afzender is een Solaris-machine: zoek naar /dev/cuc en /dev/cub, stop de programma's daarin en installeer de machine opnieuw.",
  'Scan the machine with a current anti-virus program from clean media, or install it anew.':
    'Doorzoek de machine met een actuele virusscanner vanaf een schoon medium, of installeer haar opnieuw.',
  'Look what sent the request; it may be a worm of 2001 or a person with a scanner.':
    'Kijk wat het verzoek stuurde; het kan een worm van 2001 zijn, of iemand met een scanner.',
  'The sender is most likely a server: look for processes and crontab entries nobody knows and for new files in the web root.':
    'De afzender is hoogstwaarschijnlijk een server: zoek naar processen en crontab-regels die niemand kent en naar nieuwe bestanden in de webmap.',
  'The bots that come this way live in memory: switch it off and on, away from the internet.':
    'De bots die zo binnenkomen leven in het geheugen: zet het apparaat uit en weer aan, los van internet.',
  'The bots that come this way live in memory: switch it off and on, away from the internet. Mozi also writes itself into the start-up files of some devices: set those back to their factory state.':
    'De bots die zo binnenkomen leven in het geheugen: zet het apparaat uit en weer aan, los van internet. Mozi schrijft zich op sommige apparaten ook in de opstartbestanden: zet die terug naar de fabrieksinstellingen.',
  'Install the router anew: export its settings, set it back to its factory state, update it, and look whether accounts, VPN profiles or forwarded ports are there that nobody made.':
    'Installeer de router opnieuw: bewaar de instellingen, zet hem terug naar de fabrieksinstellingen, werk hem bij, en kijk of er accounts, VPN-profielen of doorgestuurde poorten op staan die niemand gemaakt heeft.',
  'Look what sent the request; it may be a scanner, or a bot of that time.':
    'Kijk wat het verzoek stuurde; het kan een scanner zijn, of een bot van toen.',
  'Look what sent the request; it may be a person with a scanner.':
    'Kijk wat het verzoek stuurde; het kan iemand met een scanner zijn.',
  'Look what sent it: a scanner that somebody runs, or a server with processes and crontab entries nobody knows.':
    'Kijk wat het stuurde: een scanner die iemand draait, of een server met processen en crontab-regels die niemand kent.',
  'Set the modem back to its factory state, for Mozi writes itself into the start-up files of some; give it a new password.':
    'Zet de modem terug naar de fabrieksinstellingen, want Mozi schrijft zich bij sommige in de opstartbestanden; geef hem een nieuw wachtwoord.',
  'The sender is most likely a server: look for processes, services and scheduled tasks nobody knows (RedTail mines coins) and for new files in the web root.':
    'De afzender is hoogstwaarschijnlijk een server: zoek naar processen, services en geplande taken die niemand kent (RedTail delft munten) en naar nieuwe bestanden in de webmap.',
  'Look for processes and crontab entries nobody knows and for new files in the web root; a home router is cleaned by switching it off and on.':
    'Zoek naar processen en crontab-regels die niemand kent en naar nieuwe bestanden in de webmap; een thuisrouter wordt schoon door hem uit en weer aan te zetten.',
  'Look for processes and crontab entries nobody knows; network storage is best set back to its factory state.':
    'Zoek naar processen en crontab-regels die niemand kent; netwerkopslag kan het best terug naar de fabrieksinstellingen.',
  'The worm lives in memory: switch the router off and on, away from the internet.':
    'De worm leeft in het geheugen: zet de router uit en weer aan, los van internet.',
  'The sender is a server: look for processes and crontab entries nobody knows and for new files in the web root, and install it anew when there are any.':
    'De afzender is een server: zoek naar processen en crontab-regels die niemand kent en naar nieuwe bestanden in de webmap, en installeer hem opnieuw als die er zijn.',
  'Look for processes and files in /tmp nobody knows and restart it away from the internet; when in doubt install it anew.':
    'Zoek naar processen en bestanden in /tmp die niemand kent en herstart het apparaat los van internet; installeer het bij twijfel opnieuw.',
  'Restarting leaves the hole open, and the machine is taken again within hours: Install the patch of MS01-033 (Windows NT 4.0 and 2000), or remove the script mappings for .ida and .idq. A server of that age should be replaced.':
    'Herstarten laat het lek open, en de machine wordt binnen enkele uren opnieuw overgenomen: installeer de patch van MS01-033 (Windows NT 4.0 en 2000), of verwijder de scripttoewijzingen voor .ida en .idq. Een server van die leeftijd hoort vervangen te worden.',
  'Install the patch of MS01-033 (Windows NT 4.0 and 2000), or remove the script mappings for .ida and .idq. A server of that age should be replaced.':
    'Installeer de patch van MS01-033 (Windows NT 4.0 en 2000), of verwijder de scripttoewijzingen voor .ida en .idq. Een server van die leeftijd hoort vervangen te worden.',
  'Install the patches of MS01-044 and MS01-020 (Windows NT 4.0 and 2000), or replace the server.':
    'Installeer de patches van MS01-044 en MS01-020 (Windows NT 4.0 en 2000), of vervang de server.',
  "Install Sun's patch for sadmind, or switch the service off in /etc/inetd.conf.":
    'Installeer de patch van Sun voor sadmind, of zet de dienst uit in /etc/inetd.conf.',
  'Install the patch of MS03-007 (Windows NT 4.0, 2000 and XP), or replace the machine.':
    'Installeer de patch van MS03-007 (Windows NT 4.0, 2000 en XP), of vervang de machine.',
  'Nothing is known to be open on the sender.': 'Van een lek bij de afzender is niets bekend.',
  'Nothing is known to be open on the sender; update what it serves.':
    'Van een lek bij de afzender is niets bekend; werk bij wat hij aanbiedt.',
  'Update Apache HTTP Server; a server that sends this was taken by some hole, which need not be this one.':
    'Werk Apache HTTP Server bij; een server die dit stuurt is door een of ander lek overgenomen, dat niet dit hoeft te zijn.',
  'Change the passwords, switch management from the internet off, and ask the provider for new firmware.':
    'Verander de wachtwoorden, zet beheer vanaf internet uit, en vraag de provider om nieuwe firmware.',
  'Switching it off leaves the hole open, and it is taken again within hours: change the passwords, switch management from the internet off, and ask the provider for new firmware.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: verander de wachtwoorden, zet beheer vanaf internet uit, en vraag de provider om nieuwe firmware.',
  'Switching it off leaves the hole open, and it is taken again within hours: no port of a video recorder should be forwarded to the internet; reach it through a VPN, or replace it.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: geen poort van een videorecorder hoort vanaf internet bereikbaar te zijn; gebruik een VPN, of vervang hem.',
  'Switching it off leaves the hole open, and it is taken again within hours: install the last firmware, switch management from the internet off, or replace the modem.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: installeer de laatste firmware, zet beheer vanaf internet uit, of vervang de modem.',
  'Install firmware 1.5.1 or later, and switch management from the internet off.':
    'Installeer firmware 1.5.1 of nieuwer, en zet beheer vanaf internet uit.',
  'Switching it off leaves the hole open, and it is taken again within hours: ask the provider for another router, and have port 80 and 8080 closed towards the internet.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: vraag de provider om een andere router, en laat poort 80 en 8080 naar internet sluiten.',
  'Switching it off leaves the hole open, and it is taken again within hours: install the last firmware, switch management from the internet off, and replace a router that gets none.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: installeer de laatste firmware, zet beheer vanaf internet uit, en vervang een router die geen firmware meer krijgt.',
  'Switching it off leaves the hole open, and it is taken again within hours: install new firmware, and have port 37215 closed towards the internet.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: installeer nieuwe firmware, en laat poort 37215 naar internet sluiten.',
  'Update Log4j in everything that runs Java there.':
    'Werk Log4j bij in alles wat daar Java draait.',
  'A restart leaves the hole open: install the newest firmware or replace the modem, and switch its management from the internet off.':
    'Herstarten laat het lek open: installeer de nieuwste firmware of vervang de modem, en zet beheer vanaf internet uit.',
  'Update what it serves; a server that sends this was taken by some hole, which need not be this one.':
    'Werk bij wat hij aanbiedt; een server die dit stuurt is door een of ander lek overgenomen, dat niet dit hoeft te zijn.',
  'Update PHP, or the firmware of the router.': 'Werk PHP bij, of de firmware van de router.',
  'Switching it off leaves the hole open, and it is taken again within hours: install new firmware, switch UPnP off, and have port 52869 closed towards the internet.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: installeer nieuwe firmware, zet UPnP uit, en laat poort 52869 naar internet sluiten.',
  'Update Bash, or the firmware.': 'Werk Bash bij, of de firmware.',
  'Switching it off leaves the hole open, and it is taken again within hours: install the last firmware, and switch remote management off.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: installeer de laatste firmware, en zet beheer op afstand uit.',
  'Update ThinkPHP and whatever else it serves; a server that sends this was taken by some hole, which need not be this one.':
    'Werk ThinkPHP bij en wat hij verder aanbiedt; een server die dit stuurt is door een of ander lek overgenomen, dat niet dit hoeft te zijn.',
  'Switching it off leaves the hole open, and it is taken again within hours: install the newest firmware, and switch management from the internet off.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: installeer de nieuwste firmware, en zet beheer vanaf internet uit.',
  'A restart leaves the hole open: replace Zeroshell, or keep its web pages from the internet.':
    "Herstarten laat het lek open: vervang Zeroshell, of houd de webpagina's ervan weg van internet.",
  'Switching it off leaves the hole open, and it is taken again within hours: install new firmware, switch management from the internet off, or replace the modem.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: installeer nieuwe firmware, zet beheer vanaf internet uit, of vervang de modem.',
  'Switching it off leaves the hole open, and it is taken again within hours: ask the provider for new firmware, and switch management from the internet off.':
    'Uitzetten laat het lek open, en het apparaat wordt binnen enkele uren opnieuw overgenomen: vraag de provider om nieuwe firmware, en zet beheer vanaf internet uit.',
  "its request holds the worm's complete code, which only infected machines send":
    'haar verzoek bevat de volledige code van de worm, die alleen besmette machines sturen',
  "it tried {count} of Nimda's doors within two hours, as no scanner does":
    "zij probeerde {count} van Nimda's achterdeuren binnen twee uur, zoals geen scanner doet",
  "it told its victim to fetch Nimda's own file by tftp, from another address than its own":
    "zij liet haar slachtoffer Nimda's eigen bestand met tftp ophalen, van een ander adres dan het hare",
  'its request writes the text that only this worm writes over web pages':
    "haar verzoek schrijft de tekst die alleen deze worm over webpagina's schrijft",
  'its request begins with the overflow that Welchia and Gaobot send; public exploits send it too':
    "haar verzoek begint met de overloop die Welchia en Gaobot sturen; openbare aanvalsprogramma's sturen die ook",
  'it told its victim to fetch the program from {source}, which is itself':
    'zij liet haar slachtoffer het programma ophalen van {source}, en dat is zijzelf',
  'its request makes a fibre modem fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een glasvezelmodem een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its request makes a video recorder fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een videorecorder een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  "it sent the line of Mozi with the places for address and port unfilled, which only Mozi's own code does":
    "zij stuurde de regel van Mozi met de plaatsen voor adres en poort niet ingevuld, wat alleen Mozi's eigen code doet",
  'its request makes a D-Link modem fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een D-Link-modem een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its request makes a D-Link modem fetch a program named after it, as bots do that carry one for each kind of device':
    'haar verzoek laat een D-Link-modem een programma ophalen dat ernaar genoemd is, zoals bots doen die er voor elk soort apparaat een hebben',
  'its request makes a DrayTek router fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een DrayTek-router een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its request makes a Netgear modem fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een Netgear-modem een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its header makes Bash fetch a program and run it, as bots do that spread this way; scanners may copy it':
    'haar verzoek laat Bash een programma ophalen en uitvoeren, zoals bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its request makes a server with ThinkPHP fetch a program and run it, as bots do that spread this way; scanners may copy it':
    'haar verzoek laat een server met ThinkPHP een programma ophalen en uitvoeren, zoals bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its request makes a TP-Link router fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een TP-Link-router een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its request makes a Zeroshell router fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een Zeroshell-router een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its request makes a Zyxel modem fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een Zyxel-modem een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
  'its request makes a Zyxel gateway fetch a program and run it, as the bots do that spread this way; scanners may copy it':
    'haar verzoek laat een Zyxel-gateway een programma ophalen en uitvoeren, zoals de bots doen die zich zo verspreiden; scanners kunnen het nadoen',
}
