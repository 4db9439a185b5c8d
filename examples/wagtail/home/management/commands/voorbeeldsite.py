"""``python manage.py voorbeeldsite``: a small site to try, with two accounts."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from home.models import InfoPage, StartPage

PASSWORD = "proef-wachtwoord"
ACCOUNTS = {"webredacteur": "Moderators", "schrijver": "Editors"}

CLEAR = {
    "title": "Paspoort of ID-kaart aanvragen",
    "slug": "paspoort",
    "department": "Burgerzaken",
    "intro": "Heeft u een nieuw paspoort of een nieuwe ID-kaart nodig? Maak dan een afspraak bij ons.",
}
CLEAR_TEXT = """
<h2>Wat neemt u mee?</h2>
<ul>
<li>al uw paspoorten en ID-kaarten, ook de oude</li>
<li>een pasfoto die niet ouder is dan zes maanden</li>
</ul>
<h2>Wanneer is het klaar?</h2>
<p>Na vijf werkdagen haalt u uw paspoort of ID-kaart op. Doe dat binnen drie maanden. U betaalt aan de balie.
U kunt pinnen.</p>
<h2>Heeft u vragen?</h2>
<p>Bel ons dan: 14 0321. Dat kan op werkdagen van 9.00 tot 17.00 uur.</p>
"""
UNCLEAR = {
    "title": "Spoedprocedure reisdocumenten",
    "slug": "spoedprocedure",
    "department": "Burgerzaken",
    "intro": "Indien u op korte termijn over een reisdocument dient te beschikken, bestaat de mogelijkheid "
    "om gebruik te maken van de spoedprocedure.",
}
UNCLEAR_TEXT = """
<h2>Benodigde bescheiden</h2>
<p>Bij de aanvraag dienen de navolgende bescheiden te worden overgelegd: alle in het bezit van de
aanvrager zijnde reisdocumenten, een recente pasfoto die voldoet aan de daaraan gestelde eisen, alsmede een
kopie van het
identiteitsbewijs van de toestemmingverlener.</p>
<h2>Kosten en levertijd</h2>
<p>De leges dienen bij de aanvraag te worden voldaan. Niet-afgehaalde documenten worden na het verstrijken
van een termijn van drie maanden vernietigd, waarbij er geen restitutie van de betaalde leges plaatsvindt.</p>
"""


class Command(BaseCommand):
    help = "Maakt een kleine site om te proberen, met twee accounts."

    @transaction.atomic
    def handle(self, *args, **options):
        if StartPage.objects.exists():
            raise CommandError("De voorbeeldsite is er al. Verwijder db.sqlite3 als u opnieuw wilt beginnen.")
        self.make_pages()
        self.make_accounts()
        self.stdout.write(f"De site is klaar. Accounts: {', '.join(ACCOUNTS)}. Wachtwoord: {PASSWORD}")

    def make_pages(self):
        start = StartPage(title="Welkom bij de gemeente", slug="start", intro="Waar wilt u iets over weten?")
        Page.get_first_root_node().add_child(instance=start)
        here = {"root_page": start, "hostname": "127.0.0.1", "port": 8000}
        Site.objects.update_or_create(is_default_site=True, defaults=here)
        Page.objects.filter(depth=2).exclude(pk=start.pk).first().delete()
        start.refresh_from_db()
        self.add(start, CLEAR, CLEAR_TEXT).publish()
        self.add(start, UNCLEAR, UNCLEAR_TEXT)

    def add(self, start, fields, text):
        page = start.add_child(instance=InfoPage(**fields, body=[("text", RichText(text))], live=False))
        return page.save_revision()

    def make_accounts(self):
        for name, group in ACCOUNTS.items():
            account = get_user_model().objects.create_user(name, password=PASSWORD)
            account.groups.add(Group.objects.get(name=group))
