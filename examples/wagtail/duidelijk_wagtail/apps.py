"""The Django app: put ``duidelijk_wagtail`` in ``INSTALLED_APPS``, above ``wagtail.admin``."""

from django.apps import AppConfig


class DuidelijkConfig(AppConfig):
    name = "duidelijk_wagtail"
    verbose_name = "Duidelijke taal"

    def ready(self):
        from django.core import checks

        from duidelijk_wagtail.conf import complaints

        checks.register(complaints)
