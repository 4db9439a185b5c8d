"""The pages of the example site: a start page, and pages with information for inhabitants."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RichTextBlock, TextBlock
from wagtail.fields import StreamField
from wagtail.models import Page

DEPARTMENTS = [(name, name) for name in ("Burgerzaken", "Belastingen", "Vergunningen", "Wonen")]


class StartPage(Page):
    """The page that visitors see first, with a list of all information pages."""

    intro = models.TextField("inleiding", blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.InfoPage"]

    class Meta:
        verbose_name = "startpagina"

    def get_context(self, request, *args, **kwargs):
        pages = InfoPage.objects.child_of(self).live().order_by("title")
        return {**super().get_context(request, *args, **kwargs), "pages": pages}


class InfoPage(Page):
    """One page with information, that one department is responsible for."""

    department = models.CharField("afdeling", max_length=80, choices=DEPARTMENTS)
    intro = models.TextField("inleiding", help_text="De boodschap van de pagina, in één of twee zinnen.")
    body = StreamField(
        [
            ("text", RichTextBlock(label="Tekst", features=["h2", "h3", "bold", "ul", "ol", "link"])),
            ("notice", TextBlock(label="Let op")),
        ],
        verbose_name="tekst",
        blank=True,
    )

    content_panels = [*Page.content_panels, FieldPanel("department"), FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["home.StartPage"]
    subpage_types = []

    class Meta:
        verbose_name = "informatiepagina"
        verbose_name_plural = "informatiepagina's"
