"""The question why an unclear page is published all the same."""

from django import forms

from duidelijk_wagtail.conf import setting

MISSING = {"required": "Kies eerst een reden.", "invalid_choice": "Kies een reden uit de lijst."}


class PublishAnywayForm(forms.Form):
    """``reason``, and the ``revision`` that the editor has seen the check of."""

    reason = forms.ChoiceField(label="Waarom publiceert u toch?", error_messages=MISSING)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [(reason, reason.capitalize()) for reason in setting("REASONS")]
