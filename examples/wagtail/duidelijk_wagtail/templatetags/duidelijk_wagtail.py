"""Filters for the templates of this app."""

from django import template

register = template.Library()


@register.filter
def grade(value: float) -> str:
    """A grade as it is written in Dutch: ``6,8``."""
    return f"{value:.1f}".replace(".", ",")
