"""Who does it: the first suggestion put in its place gives a right sentence; where that isn't certain, there is none."""

from __future__ import annotations

import pytest

from duidelijk import Checker

BY_U = "U leest, u belt, u mailt, u komt en u vraagt. "
BY_JE = "Je leest, je belt, je mailt, je komt en je vraagt. "
LETTER = "Geachte heer De Vries,\n\nWij hebben het verzoek ontvangen. "

POLITE = [
    ("Heb je vragen?", "Hebt u vragen?"),
    ("Heb je hulp nodig?", "Hebt u hulp nodig?"),
    ("Heb je vragen, bel dan de gemeente.", "Hebt u vragen, bel dan de gemeente."),
    ("Neem je paspoort mee.", "Neem uw paspoort mee."),
    ("Kun je je paspoort meenemen?", "Kunt u uw paspoort meenemen?"),
    ("Je kunt je aanmelden.", "U kunt zich aanmelden."),
    ("Als je je aanmeldt, krijg je een brief.", "Als u zich aanmeldt, krijgt u een brief."),
    ("Meld je dan aan.", "Meld u dan aan."),
    ("Vergis je niet.", "Vergis u niet."),
    ("Schrijf je in voor de cursus.", "Schrijf u in voor de cursus."),
    ("Schrijf je naam op het formulier.", "Schrijf uw naam op het formulier."),
    ("Je mag je hond niet los laten lopen.", "U mag uw hond niet los laten lopen."),
    ("Wij sturen je een brief.", "Wij sturen u een brief."),
    ("Wij helpen je graag.", "Wij helpen u graag."),
    ("De coach belt je morgen.", "De coach belt u morgen."),
    ("Wat kost het je?", "Wat kost het u?"),
    ("Dit is goed voor je.", "Dit is goed voor u."),
    ("Woon je in Dronten en heb je een laag inkomen?", "Woont u in Dronten en hebt u een laag inkomen?"),
    ("Woon je in Dronten, dan krijg je korting.", "Woont u in Dronten, dan krijgt u korting."),
    ("Krijg je geld terug?", "Krijgt u geld terug?"),
    ("Wil je meer weten, kijk dan op onze site.", "Wilt u meer weten, kijk dan op onze site."),
    ("Bel je liever? Dat kan.", "Belt u liever? Dat kan."),
    ("Zorg dat je op tijd bent.", "Zorg dat u op tijd bent."),
    ("Je moet je inschrijven als je verhuist.", "U moet zich inschrijven als u verhuist."),
    ("Ben je ziek?", "Bent u ziek?"),
    ("Je bent welkom.", "U bent welkom."),
    ("Waar kun je terecht?", "Waar kunt u terecht?"),
    ("Hoeveel geld krijg je?", "Hoeveel geld krijgt u?"),
    ("Houd je aan de regels.", "Houd u aan de regels."),
    ("Bereid je goed voor op het gesprek.", "Bereid u goed voor op het gesprek."),
    ("Leg je afval in de bak.", "Leg uw afval in de bak."),
    ("Zet je bak op straat.", "Zet uw bak op straat."),
    ("Geef je kind brood mee.", "Geef uw kind brood mee."),
    ("Betaal je te laat, dan krijg je een boete.", "Betaalt u te laat, dan krijgt u een boete."),
    ("Maak je je zorgen?", "Maakt u zich zorgen?"),
    ("Maak je geen zorgen.", "Maak u geen zorgen."),
    ("Voel je je onveilig? Bel dan de politie.", "Voelt u zich onveilig? Bel dan de politie."),
    ("Je hoeft je geen zorgen te maken.", "U hoeft zich geen zorgen te maken."),
    ("Als je wilt kun je je kind meenemen.", "Als u wilt kunt u uw kind meenemen."),
    ("Stel je vraag aan de balie.", "Stel uw vraag aan de balie."),
    ("Stel je voor dat je buren klagen.", "Stel u voor dat uw buren klagen."),
    ("Je had je vooraf moeten aanmelden.", "U had zich vooraf moeten aanmelden."),
    ("Je was te laat.", "U was te laat."),
    ("Was je vorig jaar ook al klant?", "Was u vorig jaar ook al klant?"),
    ("Wat je moet doen, lees je hier.", "Wat u moet doen, leest u hier."),
    ("Je kan dat zelf regelen.", "U kunt dat zelf regelen."),
    (
        "Als je paspoort verlopen is, vraag je een nieuw paspoort aan.",
        "Als uw paspoort verlopen is, vraagt u een nieuw paspoort aan.",
    ),
    (
        "Zolang je inkomen niet verandert, blijft alles gelijk.",
        "Zolang uw inkomen niet verandert, blijft alles gelijk.",
    ),
    ("Jullie krijgen dan een brief.", "U krijgt dan een brief."),
    ("Dan moet je bank dat regelen.", "Dan moet uw bank dat regelen."),
    ("Kun jij morgen komen?", "Kunt u morgen komen?"),
    ("Je had jezelf moeten aanmelden.", "U had uzelf moeten aanmelden."),
    ("Wij nemen contact met jou op.", "Wij nemen contact met u op."),
    ("Als je het niet kan betalen, bel ons dan.", "Als u het niet kunt betalen, bel ons dan."),
    ("Je krijgt hulp en kan dan sporten.", "U krijgt hulp en kunt dan sporten."),
    ("Als je wil, komen wij bij je langs.", "Als u wilt, komen wij bij u langs."),
    ("Neem een vriend mee die je kan helpen.", "Neem een vriend mee die u kan helpen."),
    ("Ga je verhuizen?", "Gaat u verhuizen?"),
    ("Je hoeft niet te betalen als je kind ziek is.", "U hoeft niet te betalen als uw kind ziek is."),
]
FAMILIAR = [
    ("Hebt u vragen?", "Heb je vragen?"),
    ("Heeft u al een pas?", "Heb je al een pas?"),
    ("Als u verhuist, moet u dat melden.", "Als je verhuist, moet je dat melden."),
    ("Komt u morgen?", "Kom je morgen?"),
    ("Wordt u geholpen?", "Word je geholpen?"),
    ("Vindt u het plan goed?", "Vind je het plan goed?"),
    ("Uw kind krijgt een brief.", "Je kind krijgt een brief."),
    ("U kunt zich aanmelden.", "Je kunt je aanmelden."),
    ("Als u een laag inkomen heeft, krijgt u korting.", "Als je een laag inkomen hebt, krijg je korting."),
    ("Wij sturen u een brief.", "Wij sturen je een brief."),
    ("Wij bellen met u.", "Wij bellen met jou."),
    ("De pas is voor u.", "De pas is voor jou."),
    ("Neemt u contact op met ons.", "Neem contact op met ons."),
    ("Meld u aan bij de balie.", "Meld je aan bij de balie."),
    ("De gemeente vraagt u om een kopie.", "De gemeente vraagt je om een kopie."),
    ("Als u of uw partner werkt, daalt het bedrag.", "Als jij of je partner werkt, daalt het bedrag."),
    ("U moet het formulier zelf ondertekenen.", "Je moet het formulier zelf ondertekenen."),
    ("Dat weet u beter dan wij.", "Dat weet je beter dan wij."),
    ("U bepaalt uzelf wat u doet.", "Je bepaalt jezelf wat je doet."),
    ("Waar woont u?", "Waar woon je?"),
    ("Dan gaat u naar de balie.", "Dan ga je naar de balie."),
    ("Hoeveel moet u betalen?", "Hoeveel moet je betalen?"),
    ("Mag u hier parkeren?", "Mag je hier parkeren?"),
    ("U hebt uw pas bij u.", "Je hebt je pas bij je."),
]
IMPERSONAL = [
    ("Het is niet toegestaan om hier een vuur te maken.", "U mag hier geen vuur maken."),
    ("Het is niet toegestaan honden los te laten lopen.", "U mag geen honden los laten lopen."),
    ("Het is niet toegestaan de weg te blokkeren.", "U mag de weg niet blokkeren."),
    ("Het is niet toegestaan op zondag de weg te blokkeren.", "U mag op zondag de weg niet blokkeren."),
    ("Het is niet toegestaan in het park te barbecueën.", "U mag niet in het park barbecueën."),
    ("Het is verboden hier te parkeren.", "U mag hier niet parkeren."),
    ("Het is niet mogelijk om met contant geld te betalen.", "U kunt niet met contant geld betalen."),
    ("Het is niet mogelijk om bezwaar te maken.", "U kunt geen bezwaar maken."),
    ("Het is niet mogelijk om uw auto op de stoep te parkeren.", "U kunt uw auto niet op de stoep parkeren."),
    (
        "Het is niet mogelijk om het bsn van een overleden persoon op te vragen bij een organisatie.",
        "U kunt het bsn van een overleden persoon niet opvragen bij een organisatie.",
    ),
    (
        "Het is niet mogelijk om tegen een voorlopige voorziening in beroep te gaan.",
        "U kunt niet tegen een voorlopige voorziening in beroep gaan.",
    ),
    ("Het is niet nodig om een afspraak te maken.", "U hoeft geen afspraak te maken."),
    ("Het is niet nodig om de brief terug te sturen.", "U hoeft de brief niet terug te sturen."),
    (
        "Weet u dat het verplicht is om een verhuizing door te geven?",
        "Weet u dat u een verhuizing moet doorgeven?",
    ),
    ("In het park is het niet toegestaan een vuur te maken.", "In het park mag u geen vuur maken."),
    (
        "Om files te voorkomen is het verboden om hier te parkeren.",
        "Om files te voorkomen mag u hier niet parkeren.",
    ),
    ("Soms is het mogelijk de gegevensdeling stop te zetten.", "Soms kunt u de gegevensdeling stopzetten."),
    (
        "Het is soms ook mogelijk om de asbus als handbagage in een vliegtuig mee te nemen.",
        "U kunt soms ook de asbus als handbagage in een vliegtuig meenemen.",
    ),
    (
        "Het is helaas niet mogelijk om uw aanvraag in behandeling te nemen.",
        "Wij kunnen uw aanvraag helaas niet in behandeling nemen.",
    ),
    (
        "Het is helaas niet mogelijk om u telefonisch te helpen.",
        "Wij kunnen u helaas niet telefonisch helpen.",
    ),
    ("Het is niet meer mogelijk om uw keuze te veranderen.", "U kunt uw keuze niet meer veranderen."),
    ("Daarom is het raadzaam om op tijd te komen.", "Daarom raden wij u aan om op tijd te komen."),
    ("Het verdient aanbeveling vooraf te bellen.", "Wij raden u aan vooraf te bellen."),
    ("Het is raadzaam om een kopie te bewaren.", "Wij raden u aan om een kopie te bewaren."),
    (
        "U krijgt een boete als het niet toegestaan is om daar te parkeren.",
        "U krijgt een boete als u daar niet mag parkeren.",
    ),
    (
        "Let op dat het niet nodig is om het formulier op te sturen.",
        "Let op dat u het formulier niet hoeft op te sturen.",
    ),
    (
        "Het is verplicht om uw paspoort mee te nemen en de afspraak te bevestigen.",
        "U moet uw paspoort meenemen en de afspraak bevestigen.",
    ),
    (
        "Het is mogelijk om via de website een afspraak te maken en het formulier in te vullen.",
        "U kunt via de website een afspraak maken en het formulier invullen.",
    ),
    (
        "Het is niet langer mogelijk om contant te betalen aan de balie.",
        "U kunt niet langer contant betalen aan de balie.",
    ),
    (
        "Vanaf 1 mei is het verboden om met een oude diesel het centrum in te rijden.",
        "Vanaf 1 mei mag u met een oude diesel het centrum niet inrijden.",
    ),
    ("Het is noodzakelijk om een afspraak te maken.", "U moet een afspraak maken."),
    ("Het is alleen mogelijk om met pin te betalen.", "U kunt alleen met pin betalen."),
    (
        "Daarbij is het niet toegestaan om muziek te draaien na 23.00 uur.",
        "Daarbij mag u geen muziek draaien na 23.00 uur.",
    ),
    (
        "Het is niet toegestaan om zonder vergunning een boom te kappen.",
        "U mag zonder vergunning geen boom kappen.",
    ),
    ("Het is toegestaan om uw hond mee te nemen.", "U mag uw hond meenemen."),
    ("Het is ook mogelijk om u aan te melden via de app.", "U kunt zich ook aanmelden via de app."),
    (
        "Als het niet mogelijk is om naar het gemeentehuis te komen, komen wij naar u toe.",
        "Als u niet naar het gemeentehuis kunt komen, komen wij naar u toe.",
    ),
    ("Men moet zich melden bij de receptie.", "U moet zich melden bij de receptie."),
    (
        "Bij het loket kan men ook een rijbewijs aanvragen.",
        "Bij het loket kunt u ook een rijbewijs aanvragen.",
    ),
    (
        "Als men verhuist, moet men dat binnen vijf dagen doorgeven.",
        "Als u verhuist, moet u dat binnen vijf dagen doorgeven.",
    ),
    (
        "Wanneer men een uitkering heeft, mag men bijverdienen.",
        "Wanneer u een uitkering hebt, mag u bijverdienen.",
    ),
    ("Men heeft recht op hulp.", "U hebt recht op hulp."),
    ("Men dient zijn paspoort mee te nemen.", "U dient uw paspoort mee te nemen."),
    ("Men is verplicht zijn hond aan te lijnen.", "U bent verplicht uw hond aan te lijnen."),
    ("Men kan de folder downloaden of ophalen.", "U kunt de folder downloaden of ophalen."),
    ("Heeft men een vraag, dan kan men bellen.", "Hebt u een vraag, dan kunt u bellen."),
    ("Het is belangrijk dat men op tijd komt.", "Het is belangrijk dat u op tijd komt."),
    (
        "Als men hiermee akkoord is, tekent men het formulier en stuurt men het terug.",
        "Als u hiermee akkoord bent, tekent u het formulier en stuurt u het terug.",
    ),
    ("Men hoeft geen afspraak te maken.", "U hoeft geen afspraak te maken."),
    ("In de zomer kan men hier varen.", "In de zomer kunt u hier varen."),
    ("Men vult het formulier in en heeft dan zes weken.", "U vult het formulier in en hebt dan zes weken."),
    (
        "Indien men het niet eens is met het besluit, kan men bezwaar maken.",
        "Indien u het niet eens bent met het besluit, kunt u bezwaar maken.",
    ),
    ("Men kan zich tot 1 mei inschrijven.", "U kunt zich tot 1 mei inschrijven."),
    (
        "De regels waaraan men zich moet houden staan hieronder.",
        "De regels waaraan u zich moet houden staan hieronder.",
    ),
    ("Voor een nieuwe pas betaalt men 10 euro.", "Voor een nieuwe pas betaalt u 10 euro."),
    (
        "Er wordt van ouders verwacht dat zij hun kind op tijd aanmelden.",
        "Wij verwachten van ouders dat zij hun kind op tijd aanmelden.",
    ),
    ("Er wordt van u verwacht dat u meewerkt.", "Wij verwachten van u dat u meewerkt."),
    ("Er wordt verwacht dat u de sneeuw ruimt.", "Wij verwachten dat u de sneeuw ruimt."),
    ("Volgende week wordt er aan het riool gewerkt.", "Volgende week werken wij aan het riool."),
    ("Er is besloten om de speeltuin te sluiten.", "Wij hebben besloten om de speeltuin te sluiten."),
    ("U merkt het als er in uw straat gewerkt wordt.", "U merkt het als wij in uw straat werken."),
    ("Er moet voor deze plek worden betaald.", "U moet voor deze plek betalen."),
    ("Er wordt u gevraagd om de hond aan te lijnen.", "Wij vragen u om de hond aan te lijnen."),
    ("Er kan alleen met pin worden betaald.", "U kunt alleen met pin betalen."),
    ("Er mag niet op de stoep worden geparkeerd.", "U mag niet op de stoep parkeren."),
    ("Er hoeft niet te worden betaald.", "U hoeft niet te betalen."),
    ("Er wordt streng gecontroleerd op fout parkeren.", "Wij controleren streng op fout parkeren."),
    (
        "Omdat er streng wordt gehandhaafd, krijgt u een boete.",
        "Omdat wij streng handhaven, krijgt u een boete.",
    ),
    ("Daarom is er besloten dat de weg dichtgaat.", "Daarom hebben wij besloten dat de weg dichtgaat."),
    ("Er wordt geadviseerd om de fiets te nemen.", "Wij adviseren om de fiets te nemen."),
    ("Er wordt onderzocht of de brug veilig is.", "Wij onderzoeken of de brug veilig is."),
    (
        "Er wordt naar gestreefd om uw brief snel te beantwoorden.",
        "Wij streven ernaar om uw brief snel te beantwoorden.",
    ),
    ("Er werd gezocht naar een oplossing.", "Wij zochten naar een oplossing."),
    ("Er dient contant te worden betaald.", "U moet contant betalen."),
    (
        "Er is hard gewerkt om het geld rond te krijgen.",
        "Wij hebben hard gewerkt om het geld rond te krijgen.",
    ),
    (
        "In de vergadering is er afgesproken dat de raad beslist.",
        "In de vergadering hebben wij afgesproken dat de raad beslist.",
    ),
    (
        "Het is helaas niet langer mogelijk om bij ons loket een uittreksel af te halen.",
        "U kunt helaas bij ons loket geen uittreksel meer afhalen.",
    ),
    (
        "Het is in dat geval niet nodig om opnieuw een aanvraag in te dienen.",
        "U hoeft in dat geval niet opnieuw een aanvraag in te dienen.",
    ),
    (
        "Het is uitsluitend toegestaan om plastic, blik en drinkpakken in de oranje zak te doen.",
        "U mag uitsluitend plastic, blik en drinkpakken in de oranje zak doen.",
    ),
    (
        "Het is verboden om zonder ontheffing met een vrachtwagen de binnenstad in te rijden.",
        "U mag zonder ontheffing met een vrachtwagen de binnenstad niet inrijden.",
    ),
    ("Het is verplicht om uw auto vóór 8.00 uur weg te zetten.", "U moet uw auto vóór 8.00 uur wegzetten."),
    (
        "Ook is het mogelijk om een vriend of familielid te machtigen.",
        "Ook kunt u een vriend of familielid machtigen.",
    ),
    (
        "Het is niet verplicht om een advocaat mee te nemen naar de hoorzitting.",
        "U hoeft geen advocaat mee te nemen naar de hoorzitting.",
    ),
    (
        "Het verdient aanbeveling om de factuur goed te bewaren.",
        "Wij raden u aan om de factuur goed te bewaren.",
    ),
    ("Het is mogelijk om de bijeenkomst online bij te wonen.", "U kunt de bijeenkomst online bijwonen."),
    ("Het is niet mogelijk om hiertegen bezwaar te maken.", "U kunt hiertegen geen bezwaar maken."),
    ("Het is niet mogelijk om deze beslissing te wijzigen.", "U kunt deze beslissing niet wijzigen."),
    ("Het is nu mogelijk om zelf uw afspraak te verzetten.", "U kunt nu zelf uw afspraak verzetten."),
    (
        "Het is niet nodig om hiervoor naar het stadhuis te komen.",
        "U hoeft hiervoor niet naar het stadhuis te komen.",
    ),
    ("Het is daarom verboden om in de sloot te zwemmen.", "U mag daarom niet in de sloot zwemmen."),
    ("Het is alleen toegestaan te parkeren in de vakken.", "U mag alleen parkeren in de vakken."),
    (
        "Omdat het niet is toegestaan om op de dijk te fietsen, krijgt u een waarschuwing.",
        "Omdat u niet op de dijk mag fietsen, krijgt u een waarschuwing.",
    ),
    (
        "Tot 1 juni is het mogelijk om een zienswijze in te dienen.",
        "Tot 1 juni kunt u een zienswijze indienen.",
    ),
    (
        "Indien men gebruik wil maken van deze regeling, dient men zich te melden.",
        "Indien u gebruik wilt maken van deze regeling, dient u zich te melden.",
    ),
    ("Wanneer men 18 jaar wordt, verandert er veel.", "Wanneer u 18 jaar wordt, verandert er veel."),
    ("Men moet er rekening mee houden dat het druk is.", "U moet er rekening mee houden dat het druk is."),
    ("Hier kan men terecht met vragen over geldzaken.", "Hier kunt u terecht met vragen over geldzaken."),
    (
        "Er wordt momenteel hard gewerkt aan een nieuwe website.",
        "Wij werken momenteel hard aan een nieuwe website.",
    ),
    ("Er wordt geprobeerd om de overlast te beperken.", "Wij proberen om de overlast te beperken."),
    ("Er wordt gevraagd om uw burgerservicenummer.", "Wij vragen om uw burgerservicenummer."),
    ("Er mag niet worden gevist vanaf de brug.", "U mag niet vissen vanaf de brug."),
    (
        "Er wordt gestart met het vervangen van de riolering.",
        "Wij starten met het vervangen van de riolering.",
    ),
    ("Er moet binnen twee weken worden gereageerd.", "U moet binnen twee weken reageren."),
]
POSSIBLE = [
    ("Een rolstoel is via het wijkteam aan te vragen.", "U kunt een rolstoel via het wijkteam aanvragen."),
    ("Het buurthuis is goed te bereiken met de bus.", "U kunt het buurthuis goed bereiken met de bus."),
    (
        "De bouwplannen zijn vanaf maandag in te zien in de bibliotheek.",
        "U kunt de bouwplannen vanaf maandag inzien in de bibliotheek.",
    ),
    ("Wij zijn te bereiken op telefoonnummer 14 0321.", "U kunt ons bereiken op telefoonnummer 14 0321."),
    ("De gemeente is te bereiken op 14 0321.", "U kunt de gemeente bereiken op 14 0321."),
    ("De tekening is te bekijken op de website.", "U kunt de tekening bekijken op de website."),
    ("Op de website is het formulier te vinden.", "Op de website vindt u het formulier."),
    ("Het formulier is niet te vinden op de site.", "U kunt het formulier niet vinden op de site."),
    (
        "De gegevens die met het blote oog te zien zijn, kloppen.",
        "De gegevens die u met het blote oog kunt zien, kloppen.",
    ),
    (
        "Wij zorgen dat de stukken op tijd in te zien zijn.",
        "Wij zorgen dat u de stukken op tijd kunt inzien.",
    ),
    ("Meer informatie is te vinden op onze website.", "U vindt meer informatie op onze website."),
    ("De vergunning is niet meer te verlengen.", "U kunt de vergunning niet meer verlengen."),
    (
        "De uitslag is vanaf 3 mei te lezen op de website.",
        "U kunt de uitslag vanaf 3 mei lezen op de website.",
    ),
    ("In de hal is de maquette te zien.", "In de hal kunt u de maquette zien."),
    ("De afvalkalender is ook te vinden in de app.", "U vindt de afvalkalender ook in de app."),
    (
        "De exacte data zijn terug te vinden in uw contract.",
        "U kunt de exacte data terugvinden in uw contract.",
    ),
    (
        "Dit besluit en de tekeningen zijn in te zien bij de balie.",
        "U kunt dit besluit en de tekeningen inzien bij de balie.",
    ),
    ("De vergadering is live te volgen via de website.", "U kunt de vergadering live volgen via de website."),
    ("De verordening is na te lezen op overheid.nl.", "U kunt de verordening nalezen op overheid.nl."),
    (
        "Het formulier is ook op papier te verkrijgen bij de balie.",
        "U kunt het formulier ook op papier verkrijgen bij de balie.",
    ),
    (
        "De vertrektijden zijn te vinden op de borden bij de halte.",
        "U vindt de vertrektijden op de borden bij de halte.",
    ),
    ("Ons kantoor is met de lift te bereiken.", "U kunt ons kantoor met de lift bereiken."),
    (
        "De beelden van de raadsvergadering zijn later terug te kijken.",
        "U kunt de beelden van de raadsvergadering later terugkijken.",
    ),
    (
        "Onze medewerkers zijn op werkdagen te bereiken van 9.00 tot 17.00 uur.",
        "U kunt onze medewerkers op werkdagen bereiken van 9.00 tot 17.00 uur.",
    ),
    ("Ik ben te bereiken via het algemene nummer.", "U kunt mij bereiken via het algemene nummer."),
    ("Uw dossier is op afspraak in te zien.", "U kunt uw dossier op afspraak inzien."),
    (
        "Een exemplaar is gratis op te halen bij de balie van het gemeentehuis.",
        "U kunt een exemplaar gratis ophalen bij de balie van het gemeentehuis.",
    ),
    ("Het rapport is bij ons op te vragen.", "U kunt het rapport bij ons opvragen."),
]
FUTURE = [
    (
        "Wij zullen uw verzoek om bijzondere bijstand nu bespreken.",
        "Wij bespreken uw verzoek om bijzondere bijstand nu.",
    ),
    (
        "De speeltuin aan de Berkenlaan zal vanaf 1 juni dicht zijn.",
        "De speeltuin aan de Berkenlaan is vanaf 1 juni dicht.",
    ),
    (
        "De gemeente zal alle eiken in uw straat controleren.",
        "De gemeente controleert alle eiken in uw straat.",
    ),
    (
        "U zult volgende week een uitnodiging voor het spreekuur ontvangen.",
        "U ontvangt volgende week een uitnodiging voor het spreekuur.",
    ),
    ("In het najaar zal de nieuwe sporthal klaar zijn.", "In het najaar is de nieuwe sporthal klaar."),
    ("Als uw paspoort klaar is, zal ik u bellen.", "Als uw paspoort klaar is, bel ik u."),
    (
        "U krijgt een brief waarin wij ons besluit zullen uitleggen.",
        "U krijgt een brief waarin wij ons besluit uitleggen.",
    ),
    (
        "Het college kijkt naar uw plan en zal daarover een besluit nemen.",
        "Het college kijkt naar uw plan en neemt daarover een besluit.",
    ),
    (
        "De grijze containers zullen op dinsdag 4 maart worden geleegd.",
        "De grijze containers worden op dinsdag 4 maart geleegd.",
    ),
    (
        "Wist u dat wij dit jaar ook de fietspaden zullen opknappen?",
        "Wist u dat wij dit jaar ook de fietspaden opknappen?",
    ),
    ("Onze medewerker zal u helpen met het formulier.", "Onze medewerker helpt u met het formulier."),
    (
        "Wij zullen uw aanvraag beoordelen en u binnen twee weken informeren.",
        "Wij beoordelen uw aanvraag en informeren u binnen twee weken.",
    ),
    ("De weg zal vanaf maandag afgesloten zijn.", "De weg is vanaf maandag afgesloten."),
    ("Wij zullen de fietspaden dit jaar opknappen.", "Wij knappen de fietspaden dit jaar op."),
    ("De gemeente zal in mei contact met u opnemen.", "De gemeente neemt in mei contact met u op."),
    ("Binnenkort zal de gemeente de bomen gaan snoeien.", "Binnenkort gaat de gemeente de bomen snoeien."),
    (
        "Wij zullen u zo snel mogelijk laten weten of u hulp krijgt.",
        "Wij laten u zo snel mogelijk weten of u hulp krijgt.",
    ),
    ("U zult morgen worden gebeld door onze medewerker.", "U wordt morgen gebeld door onze medewerker."),
    ("De consulent zal u vragen stellen over uw situatie.", "De consulent stelt u vragen over uw situatie."),
    ("Wij denken dat de weg in maart klaar zal zijn.", "Wij denken dat de weg in maart klaar is."),
    (
        "U hoort van ons wanneer de aannemer volgende week zal beginnen.",
        "U hoort van ons wanneer de aannemer volgende week begint.",
    ),
    ("De inspecteur zal langskomen en uw woning bekijken.", "De inspecteur komt langs en bekijkt uw woning."),
    ("Hierover zult u voor 1 mei bericht krijgen.", "Hierover krijgt u voor 1 mei bericht."),
    (
        "De werkzaamheden zullen volgende week beginnen en twee maanden duren.",
        "De werkzaamheden beginnen volgende week en duren twee maanden.",
    ),
    ("Wij zullen niet op uw bezwaar reageren.", "Wij reageren niet op uw bezwaar."),
    (
        "Ik zal uw vraag doorsturen naar de afdeling Belastingen.",
        "Ik stuur uw vraag door naar de afdeling Belastingen.",
    ),
    (
        "De brief die wij u morgen zullen toesturen, moet u bewaren.",
        "De brief die wij u morgen toesturen, moet u bewaren.",
    ),
    ("Wij zullen de kosten moeten terugvorderen.", "Wij moeten de kosten terugvorderen."),
    (
        "Als u niet betaalt, zullen wij een deurwaarder inschakelen.",
        "Als u niet betaalt, schakelen wij een deurwaarder in.",
    ),
    (
        "De raad zal het voorstel in juni behandelen, zodat het plan kan doorgaan.",
        "De raad behandelt het voorstel in juni, zodat het plan kan doorgaan.",
    ),
    ("De gemeente zal daarom geen vergunning verlenen.", "De gemeente verleent daarom geen vergunning."),
    ("Het team zal met u overleggen en een plan maken.", "Het team overlegt met u en maakt een plan."),
    (
        "Het team zal met u overleggen en daarna een plan maken.",
        "Het team overlegt met u en maakt daarna een plan.",
    ),
    (
        "De nieuwe bushalte zal op 3 maart in gebruik worden genomen.",
        "De nieuwe bushalte wordt op 3 maart in gebruik genomen.",
    ),
    (
        "Omdat de brug volgende maand dicht zal gaan, rijdt de bus om.",
        "Omdat de brug volgende maand dicht gaat, rijdt de bus om.",
    ),
    ("Wij zullen ervoor zorgen dat u op tijd geld krijgt.", "Wij zorgen ervoor dat u op tijd geld krijgt."),
    ("De wethouder zal op 5 mei de school openen.", "De wethouder opent op 5 mei de school."),
    ("De bewoners zullen vanaf april meer betalen.", "De bewoners betalen vanaf april meer."),
    (
        "De straat zal dit voorjaar opnieuw ingericht worden.",
        "De straat wordt dit voorjaar opnieuw ingericht.",
    ),
    ("U zult volgende week een brief krijgen.", "U krijgt volgende week een brief."),
    ("U zal dan een brief krijgen in mei.", "U krijgt dan een brief in mei."),
    (
        "De gemeente zal u hierover in mei een brief sturen waarin staat wat u moet doen.",
        "De gemeente stuurt u hierover in mei een brief waarin staat wat u moet doen.",
    ),
    (
        "Wij zullen binnen acht weken op uw aanvraag beslissen.",
        "Wij beslissen binnen acht weken op uw aanvraag.",
    ),
    ("Wij zullen dit meenemen in ons besluit.", "Wij nemen dit mee in ons besluit."),
    ("De medewerker zal zich voorstellen en u helpen.", "De medewerker stelt zich voor en helpt u."),
    ("Wij zullen uw gegevens aan niemand geven.", "Wij geven uw gegevens aan niemand."),
    ("Hij zegt dat de gemeente het plan zal aanpassen.", "Hij zegt dat de gemeente het plan aanpast."),
    (
        "De afspraken die wij in het gesprek zullen maken, zetten wij op papier.",
        "De afspraken die wij in het gesprek maken, zetten wij op papier.",
    ),
    ("Vanaf 1 januari zal het tarief 3 euro bedragen.", "Vanaf 1 januari bedraagt het tarief 3 euro."),
    ("Straks zullen er meer bussen rijden.", "Straks rijden er meer bussen."),
    (
        "Het college zal uw bezwaar niet-ontvankelijk verklaren.",
        "Het college verklaart uw bezwaar niet-ontvankelijk.",
    ),
    (
        "Wij zullen contact met u opnemen om een afspraak te maken.",
        "Wij nemen contact met u op om een afspraak te maken.",
    ),
    ("Ook zullen wij u vragen om een kopie te laten zien.", "Ook vragen wij u om een kopie te laten zien."),
    (
        "De gemeente zal de komende jaren fors investeren in het onderwijs.",
        "De gemeente investeert de komende jaren fors in het onderwijs.",
    ),
    (
        "Onze medewerker zal tijdens het gesprek vragen naar uw inkomen en vermogen.",
        "Onze medewerker vraagt tijdens het gesprek naar uw inkomen en vermogen.",
    ),
    (
        "Wij zullen het teveel betaalde bedrag aan u terugbetalen.",
        "Wij betalen het teveel betaalde bedrag aan u terug.",
    ),
    (
        "Daarna zullen wij u laten weten wat wij hebben besloten.",
        "Daarna laten wij u weten wat wij hebben besloten.",
    ),
    ("Wij zullen u niet opnieuw uitnodigen.", "Wij nodigen u niet opnieuw uit."),
    (
        "U zult binnenkort een nieuwe pas thuisgestuurd krijgen.",
        "U krijgt binnenkort een nieuwe pas thuisgestuurd.",
    ),
    (
        "De uitkering zal met ingang van 1 maart worden stopgezet.",
        "De uitkering wordt met ingang van 1 maart stopgezet.",
    ),
    (
        "Als blijkt dat u te veel heeft ontvangen, zullen wij dat bedrag terugvragen.",
        "Als blijkt dat u te veel heeft ontvangen, vragen wij dat bedrag terug.",
    ),
    (
        "Ik zal ervoor zorgen dat uw melding bij de juiste collega komt.",
        "Ik zorg ervoor dat uw melding bij de juiste collega komt.",
    ),
    (
        "De gemeente zal hierover nog een besluit moeten nemen in april.",
        "De gemeente moet hierover nog een besluit nemen in april.",
    ),
    ("Deze week zal er een monteur bij u langskomen.", "Deze week komt er een monteur bij u langs."),
]
READER = [
    ("Wij verzoeken u de heg langs het fietspad te snoeien.", "Wilt u de heg langs het fietspad snoeien?"),
    ("U wordt verzocht uw fiets in het rek te zetten.", "Wilt u uw fiets in het rek zetten?"),
    (
        "Als u verhuist, verzoeken wij u dit aan ons door te geven.",
        "Als u verhuist, wilt u dit dan aan ons doorgeven?",
    ),
    (
        "Wij verzoeken u vriendelijk om het formulier in te vullen en terug te sturen.",
        "Wilt u het formulier invullen en terugsturen?",
    ),
    ("Daarom verzoeken wij u om contact met ons op te nemen.", "Wilt u daarom contact met ons opnemen?"),
    (
        "Wij verzoeken u het formulier voor 1 mei terug te sturen, zodat wij uw aanvraag kunnen behandelen.",
        "Wilt u het formulier voor 1 mei terugsturen, zodat wij uw aanvraag kunnen behandelen?",
    ),
    ("Hierbij verzoeken wij u om ons te laten weten of u komt.", "Wilt u ons laten weten of u komt?"),
    ("Wij verzoeken u zich te melden bij de balie.", "Wilt u zich melden bij de balie?"),
    (
        "De gemeente verzoekt u geen afval naast de container te zetten.",
        "Wilt u geen afval naast de container zetten?",
    ),
    ("Graag willen wij u verzoeken om uw auto te verplaatsen.", "Wilt u uw auto verplaatsen?"),
    (
        "Binnen twee weken wordt u verzocht de stukken op te sturen.",
        "Wilt u binnen twee weken de stukken opsturen?",
    ),
    (
        "Om vertraging te voorkomen verzoeken wij u op tijd te komen.",
        "Wilt u op tijd komen om vertraging te voorkomen?",
    ),
    ("Mocht u vragen hebben, dan verzoeken wij u te bellen.", "Mocht u vragen hebben, wilt u dan bellen?"),
    ("Voor 1 mei verzoeken wij u de bijlage aan te leveren.", "Wilt u voor 1 mei de bijlage aanleveren?"),
    ("Ik verzoek u mij te bellen op 14 0321.", "Wilt u mij bellen op 14 0321?"),
    ("Wij verzoeken je het boek terug te brengen.", "Wil je het boek terugbrengen?"),
    (
        "Wij verzoeken u de factuur te betalen die u vorige week van ons kreeg.",
        "Wilt u de factuur betalen die u vorige week van ons kreeg?",
    ),
    ("Wij verzoeken u niet op de stoep te parkeren.", "Wilt u niet op de stoep parkeren?"),
    ("Ook verzoeken wij u de hond aan te lijnen.", "Wilt u ook de hond aanlijnen?"),
    (
        "Binnen vijf dagen sturen wij u een nieuwe afvalpas.",
        "Binnen vijf dagen krijgt u van ons een nieuwe afvalpas.",
    ),
    (
        "Wij sturen u binnenkort een brief over de kosten.",
        "U krijgt van ons binnenkort een brief over de kosten.",
    ),
    (
        "Het college verleent u een vergunning voor het terras.",
        "U krijgt van het college een vergunning voor het terras.",
    ),
    (
        "Daarom kennen wij u een bijdrage voor de taxi toe.",
        "Daarom krijgt u van ons een bijdrage voor de taxi.",
    ),
    (
        "U leest hier waarom wij u geen subsidie toekennen.",
        "U leest hier waarom u van ons geen subsidie krijgt.",
    ),
    ("Na de keuring betalen wij u de borg terug.", "Na de keuring krijgt u van ons de borg terug."),
    ("Wij zullen u de stukken toesturen.", "U krijgt van ons de stukken."),
    ("Wij kunnen u geen subsidie verlenen.", "U kunt van ons geen subsidie krijgen."),
    ("Wij hebben u een vergunning verleend.", "U hebt van ons een vergunning gekregen."),
    ("De gemeente stuurt u in maart een nieuwe pas.", "U krijgt van de gemeente in maart een nieuwe pas."),
    ("Wij leggen u een boete op van 100 euro.", "U krijgt van ons een boete van 100 euro."),
    ("Bijgaand zenden wij u de gevraagde stukken.", "Bijgaand krijgt u van ons de gevraagde stukken."),
    ("Wij verstrekken u graag meer informatie.", "U krijgt van ons meer informatie."),
    (
        "Als wij u een brief sturen, krijgt u die ook per mail.",
        "Als u van ons een brief krijgt, krijgt u die ook per mail.",
    ),
    ("Wij sturen u de brief opnieuw.", "U krijgt van ons de brief opnieuw."),
    (
        "Zodra wij alles hebben, sturen wij u een beschikking.",
        "Zodra wij alles hebben, krijgt u van ons een beschikking.",
    ),
    (
        "Wij verzoeken u om binnen 14 dagen na dagtekening van deze brief de ontbrekende gegevens aan te leveren.",
        "Wilt u binnen 14 dagen na dagtekening van deze brief de ontbrekende gegevens aanleveren?",
    ),
    (
        "Wij willen u verzoeken om op de dag van de afspraak nuchter te zijn.",
        "Wilt u op de dag van de afspraak nuchter zijn?",
    ),
    (
        "Indien u het hier niet mee eens bent, verzoeken wij u contact op te nemen met uw consulent.",
        "Indien u het hier niet mee eens bent, wilt u dan contact opnemen met uw consulent?",
    ),
    (
        "U wordt vriendelijk verzocht om uw fiets niet tegen de gevel te zetten.",
        "Wilt u uw fiets niet tegen de gevel zetten?",
    ),
    (
        "Wij verzoeken u dit formulier volledig in te vullen, te ondertekenen en in de envelop terug te sturen.",
        "Wilt u dit formulier volledig invullen, ondertekenen en in de envelop terugsturen?",
    ),
    (
        "Wij verzoeken u uw hond aan te lijnen en de poep op te ruimen.",
        "Wilt u uw hond aanlijnen en de poep opruimen?",
    ),
    (
        "Tevens verzoeken wij u om ons op de hoogte te houden van veranderingen.",
        "Wilt u ons ook op de hoogte houden van veranderingen?",
    ),
    (
        "Wij verzoeken u om begrip te hebben voor de overlast die dit met zich meebrengt.",
        "Wilt u begrip hebben voor de overlast die dit met zich meebrengt?",
    ),
    (
        "Hierbij sturen wij u de uitnodiging voor het gesprek.",
        "Hierbij krijgt u van ons de uitnodiging voor het gesprek.",
    ),
    ("Wij sturen u de factuur achteraf.", "U krijgt van ons de factuur achteraf."),
    (
        "Wij verlenen u uitstel van betaling tot 1 oktober.",
        "U krijgt van ons uitstel van betaling tot 1 oktober.",
    ),
    (
        "Het college kent u een maatwerkvoorziening toe in de vorm van huishoudelijke hulp.",
        "U krijgt van het college een maatwerkvoorziening in de vorm van huishoudelijke hulp.",
    ),
    (
        "Bijgevoegd zenden wij u een kopie van het besluit.",
        "Bijgevoegd krijgt u van ons een kopie van het besluit.",
    ),
    ("Wij kunnen u helaas geen vergoeding toekennen.", "U kunt van ons helaas geen vergoeding krijgen."),
    (
        "Wij betalen u de kosten van de taxi terug nadat u de bon heeft ingeleverd.",
        "U krijgt van ons de kosten van de taxi terug nadat u de bon heeft ingeleverd.",
    ),
    (
        "Zo spoedig mogelijk na ontvangst sturen wij u een bevestiging per e-mail.",
        "Zo spoedig mogelijk na ontvangst krijgt u van ons een bevestiging per e-mail.",
    ),
    (
        "Wij hebben u op 3 mei een bijdrage toegekend van € 450.",
        "U hebt van ons op 3 mei een bijdrage gekregen van € 450.",
    ),
]
OBLIGED = [
    ("Gelieve de deur achter u te sluiten.", "Wilt u de deur achter u sluiten?"),
    (
        "Gelieve dit formulier in te vullen en terug te sturen.",
        "Wilt u dit formulier invullen en terugsturen?",
    ),
    ("Gelieve geen fietsen tegen de muur te plaatsen.", "Wilt u geen fietsen tegen de muur plaatsen?"),
    ("U wordt geacht de sneeuw zelf weg te halen.", "U moet de sneeuw zelf weghalen."),
    ("Bewoners worden geacht hun afval te scheiden.", "Bewoners moeten hun afval scheiden."),
    ("U dient uw paspoort mee te nemen.", "U moet uw paspoort meenemen."),
    ("U dient dit voor 1 mei door te geven.", "U moet dit voor 1 mei doorgeven."),
    (
        "De kosten die u dient te betalen, staan op de rekening.",
        "De kosten die u moet betalen, staan op de rekening.",
    ),
    ("Wanneer dient u de foto's te sturen?", "Wanneer moet u de foto's sturen?"),
    ("De formulieren dienen volledig ingevuld te zijn.", "De formulieren moeten volledig ingevuld zijn."),
    (
        "De aanvraag dient te worden ingediend bij het college.",
        "De aanvraag moet worden ingediend bij het college.",
    ),
    (
        "Bewoners dienen hun afval te scheiden en op de juiste dag buiten te zetten.",
        "Bewoners moeten hun afval scheiden en op de juiste dag buitenzetten.",
    ),
    ("Als u dient te verhuizen, helpen wij u.", "Als u moet verhuizen, helpen wij u."),
    ("U diende dit vorige week te melden.", "U moest dit vorige week melden."),
    (
        "Bij verhuizing dient u dit binnen vijf dagen te melden.",
        "Bij verhuizing moet u dit binnen vijf dagen melden.",
    ),
    ("Je dient je aan te melden.", "Je moet je aanmelden."),
    (
        "Wij wijzen u erop dat u de belasting dient te betalen.",
        "Wij wijzen u erop dat u de belasting moet betalen.",
    ),
    (
        "Het bezwaar dient binnen zes weken te zijn ontvangen.",
        "Het bezwaar moet binnen zes weken zijn ontvangen.",
    ),
    (
        "U dient rekening te houden met de regels en de hond aan te lijnen.",
        "U moet rekening houden met de regels en de hond aanlijnen.",
    ),
    (
        "De eigenaar dient ervoor te zorgen dat het pand veilig is.",
        "De eigenaar moet ervoor zorgen dat het pand veilig is.",
    ),
    (
        "Ook dient u een kopie van uw paspoort bij te voegen.",
        "Ook moet u een kopie van uw paspoort bijvoegen.",
    ),
    (
        "De stukken dienden vorige week ingeleverd te worden.",
        "De stukken moesten vorige week ingeleverd worden.",
    ),
    ("Dient u een vergunning aan te vragen?", "Moet u een vergunning aanvragen?"),
    ("U dient ervan uit te gaan dat de weg dicht is.", "U moet ervan uitgaan dat de weg dicht is."),
    (
        "Alle fietsen dienen verwijderd te zijn voordat het werk begint.",
        "Alle fietsen moeten verwijderd zijn voordat het werk begint.",
    ),
    (
        "Het formulier dient u te ondertekenen en terug te sturen.",
        "Het formulier moet u ondertekenen en terugsturen.",
    ),
    (
        "De melding dient door de eigenaar te worden gedaan.",
        "De melding moet door de eigenaar worden gedaan.",
    ),
    (
        "Documenten die dienen te worden meegestuurd, vindt u op de site.",
        "Documenten die moeten worden meegestuurd, vindt u op de site.",
    ),
    ("U dient minimaal 18 jaar te zijn om mee te doen.", "U moet minimaal 18 jaar zijn om mee te doen."),
    (
        "Bezoekers dienen zich eerst te melden bij de balie.",
        "Bezoekers moeten zich eerst melden bij de balie.",
    ),
    (
        "U dient het formulier in te vullen, te ondertekenen en op te sturen.",
        "U moet het formulier invullen, ondertekenen en opsturen.",
    ),
    (
        "U dient te bellen om een afspraak te maken en uw pas op te halen.",
        "U moet bellen om een afspraak te maken en uw pas op te halen.",
    ),
    ("U dient de hond aan te lijnen of thuis te laten.", "U moet de hond aanlijnen of thuislaten."),
    (
        "U dient een afspraak te maken en krijgt dan een pas om mee te nemen.",
        "U moet een afspraak maken en krijgt dan een pas om mee te nemen.",
    ),
    (
        "Deze verklaring dient door beide ouders ondertekend te worden.",
        "Deze verklaring moet door beide ouders ondertekend worden.",
    ),
    (
        "Uw verzoek diende vóór 1 januari bij ons binnen te zijn.",
        "Uw verzoek moest vóór 1 januari bij ons binnen zijn.",
    ),
    (
        "U dient zich ervan bewust te zijn dat de regels veranderen.",
        "U moet zich ervan bewust zijn dat de regels veranderen.",
    ),
    (
        "Eigenaren dienen hun hond op openbare plekken aan te lijnen.",
        "Eigenaren moeten hun hond op openbare plekken aanlijnen.",
    ),
    (
        "Bij brand dienen alle bezoekers het pand direct te verlaten.",
        "Bij brand moeten alle bezoekers het pand direct verlaten.",
    ),
    ("Wat dient u mee te nemen?", "Wat moet u meenemen?"),
    (
        "U hoort van ons wanneer u de sleutel dient in te leveren.",
        "U hoort van ons wanneer u de sleutel moet inleveren.",
    ),
    (
        "Bij afwezigheid dient u zich vooraf af te melden en een nieuwe afspraak te maken.",
        "Bij afwezigheid moet u zich vooraf afmelden en een nieuwe afspraak maken.",
    ),
]
SILENT = [
    ("aanspreekvorm", "Wanneer je antwoord krijgt, staat in de brief."),
    ("men-vorm", "Is het mogelijk om later te betalen?"),
    ("men-vorm", "Wij vragen of het mogelijk is om later te betalen."),
    ("men-vorm", "Het is voor bewoners mogelijk om een pas aan te vragen."),
    ("men-vorm", "Het is noodzakelijk om de riolering te vervangen."),
    ("men-vorm", "Men zegt dat de brug dichtgaat."),
    ("men-vorm", "Vroeger kon men hier zwemmen."),
    ("men-vorm", "Binnen de gemeente denkt men daar anders over."),
    ("men-vorm", "Men wil een nieuwe brug bouwen."),
    ("men-vorm", "Zo kan men stellen dat het plan goed is."),
    ("men-vorm", "Er wordt veel gefietst in deze straat."),
    ("men-vorm", "In veel gemeenten wordt er gewerkt met een pas."),
    ("men-vorm", "Door het college is er besloten om te stoppen."),
    ("men-vorm", "Er kan online worden aangemeld."),
    ("men-vorm", "Het is wenselijk dat ouders bij het gesprek zijn."),
    ("men-vorm", "Het is voor ons niet mogelijk om iedere melding te beantwoorden."),
    ("men-vorm", "Men spreekt van overlast als de buren er last van hebben."),
    ("men-vorm", "Vaak weet men niet dat er hulp bestaat."),
    ("te-infinitief", "De leges zijn door u te betalen aan de balie."),
    ("te-infinitief", "Een snelle verhuizing valt niet te verwachten."),
    ("te-infinitief", "Vroeger waren alle formulieren in het gemeentehuis af te halen."),
    ("te-infinitief", "Niet valt uit te sluiten dat de weg langer dicht blijft."),
    ("te-infinitief", "Is deze parkeervergunning ook per maand op te zeggen?"),
    ("te-infinitief", "Uw bezwaarschrift is voor 1 mei bij het college in te dienen."),
    ("te-infinitief", "Deze registratie is niet terug te draaien."),
    ("te-infinitief", "Deze kosten zijn niet te voorkomen."),
    ("te-infinitief", "De aanslag is in termijnen te betalen."),
    ("toekomende-tijd", "Voor deze klus zullen wij de stoep openbreken en later herstellen."),
    ("toekomende-tijd", "Wij zullen uw aanvraag ontvangen en beoordelen."),
    ("lezer-niet-aangesproken", "Wij verzoeken u dringend de rekening te betalen."),
    ("lezer-niet-aangesproken", "Wij verzoeken u om een reactie."),
    ("lezer-niet-aangesproken", "Wij hebben u verzocht om de stukken op te sturen."),
    (
        "lezer-niet-aangesproken",
        "Wij verzoeken u de stukken op te sturen, want zonder stukken kunnen wij niet verder.",
    ),
    ("lezer-niet-aangesproken", "Wij verzoeken u de volgende stukken op te sturen:"),
    ("lezer-niet-aangesproken", "Wij sturen u een brief en bellen u daarna."),
    ("lezer-niet-aangesproken", "Het college staat u een tweede uitrit toe."),
    ("lezer-niet-aangesproken", "Wij vergoeden u de kosten."),
]
LETTERS = [
    ("De aanvrager stuurt een bewijs van inkomen mee.", "U stuurt een bewijs van inkomen mee."),
    ("Belanghebbende krijgt hierover bericht.", "U krijgt hierover bericht."),
    ("De aanvrager moet zijn inkomen aantonen.", "U moet uw inkomen aantonen."),
    ("De aanvrager heeft recht op hulp.", "U hebt recht op hulp."),
    ("Het inkomen van de aanvrager is te hoog.", "Uw inkomen is te hoog."),
    ("Daarom moet de aanvrager een formulier sturen.", "Daarom moet u een formulier sturen."),
    ("Aan belanghebbende is een boete opgelegd.", "Aan u is een boete opgelegd."),
    ("Als de klant te laat is, vervalt de afspraak.", "Als u te laat bent, vervalt de afspraak."),
    ("Wij informeren de aanvrager over het besluit.", "Wij informeren u over het besluit."),
]
NOT_THE_READER = [
    "De cliënt is tevreden over de hulp die hij krijgt.",
    "Als u de aanvrager bent, tekent u hier.",
    "De aanvrager en zijn partner hebben een inkomen.",
    "Voor een toelichting is ondergetekende beschikbaar.",
]
ALL = [
    *(("men-vorm", *row) for row in IMPERSONAL),
    *(("te-infinitief", *row) for row in POSSIBLE),
    *(("toekomende-tijd", *row) for row in FUTURE),
    *(("lezer-niet-aangesproken", *row) for row in READER),
    *(("formeel-woord", *row) for row in OBLIGED),
]


def mended(checker: Checker, rule: str, text: str) -> list[str]:
    """The text with the first suggestion of each finding of the rule in its place."""
    found = [f for f in checker.check_text(text).findings if f.rule == rule]
    return [text[: f.start] + str(f.expected[0]) + text[f.end :] for f in found if f.expected]


@pytest.mark.parametrize(("before", "after"), POLITE)
def test_je_becomes_u_with_its_verb(checker: Checker, before: str, after: str) -> None:
    assert mended(checker, "aanspreekvorm", BY_U + before) == [BY_U + after]


@pytest.mark.parametrize(("before", "after"), FAMILIAR)
def test_u_becomes_je_with_its_verb(checker: Checker, before: str, after: str) -> None:
    assert mended(checker, "aanspreekvorm", BY_JE + before) == [BY_JE + after]


@pytest.mark.parametrize(("rule", "before", "after"), ALL)
def test_the_sentence_says_who(checker: Checker, rule: str, before: str, after: str) -> None:
    assert after in mended(checker, rule, before)


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_no_suggestion_where_the_doer_is_not_certain(checker: Checker, rule: str, text: str) -> None:
    assert mended(checker, rule, BY_U + text if rule == "aanspreekvorm" else text) == []


@pytest.mark.parametrize(("before", "after"), LETTERS)
def test_the_reader_of_a_letter_is_u(checker: Checker, before: str, after: str) -> None:
    assert mended(checker, "men-vorm", LETTER + before) == [LETTER + after]


@pytest.mark.parametrize("text", NOT_THE_READER)
def test_someone_else_in_a_letter_is_not_u(checker: Checker, text: str) -> None:
    assert mended(checker, "men-vorm", LETTER + text) == []


def test_a_text_that_says_je_gets_je(checker: Checker) -> None:
    text = "Je krijgt een pas. Men kan de pas afhalen. Het is niet toegestaan de pas uit te lenen."
    assert mended(checker, "men-vorm", text) == [
        "Je krijgt een pas. Je kunt de pas afhalen. Het is niet toegestaan de pas uit te lenen.",
        "Je krijgt een pas. Men kan de pas afhalen. Je mag de pas niet uitlenen.",
    ]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("men-vorm", "In de sporthal wordt er op vrijdag gedanst."),
        ("te-infinitief", "De leges zijn door u te betalen aan de balie."),
    ],
)
def test_a_doer_that_is_not_certain_is_a_question(checker: Checker, rule: str, text: str) -> None:
    (finding,) = [f for f in checker.check_text(text).findings if f.rule == rule]
    assert (finding.expected, len(finding.choices)) == ((), 3)


def test_a_suggestion_leaves_nothing_to_choose(checker: Checker) -> None:
    (finding,) = checker.check_text("Er is besloten om de speeltuin te sluiten.").findings
    assert (str(finding.expected[0]), finding.choices) == ("Wij hebben besloten", ())
