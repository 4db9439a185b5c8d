import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0094_alter_page_locale"),
    ]

    operations = [
        migrations.CreateModel(
            name="InfoPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "department",
                    models.CharField(
                        choices=[
                            ("Burgerzaken", "Burgerzaken"),
                            ("Belastingen", "Belastingen"),
                            ("Vergunningen", "Vergunningen"),
                            ("Wonen", "Wonen"),
                        ],
                        max_length=80,
                        verbose_name="afdeling",
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        help_text="De boodschap van de pagina, in één of twee zinnen.",
                        verbose_name="inleiding",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [("text", 0), ("notice", 1)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["h2", "h3", "bold", "ul", "ol", "link"], "label": "Tekst"},
                            ),
                            1: ("wagtail.blocks.TextBlock", (), {"label": "Let op"}),
                        },
                        verbose_name="tekst",
                    ),
                ),
            ],
            options={
                "verbose_name": "informatiepagina",
                "verbose_name_plural": "informatiepagina's",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="StartPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                ("intro", models.TextField(blank=True, verbose_name="inleiding")),
            ],
            options={
                "verbose_name": "startpagina",
            },
            bases=("wagtailcore.page",),
        ),
    ]
