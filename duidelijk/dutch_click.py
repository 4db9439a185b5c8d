"""Click in Dutch: help pages, and errors as one clear sentence."""

from __future__ import annotations

import re
from typing import Any

import click

_USAGE = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT [...]"}
_NUMBER = re.compile(r"\b(INTEGER|FLOAT) RANGE\b")
_RANGE = re.compile(r"  \[([\d.]+)<=x<=([\d.]+)\]$")


class _Dutch:
    """What commands and groups share: Dutch headings on the help page."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        for english, dutch in _USAGE.items():
            pieces = pieces.replace(english, dutch)
        formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]  # type: ignore[attr-defined]
        records = [_in_dutch(*record) for option in options if (record := option.get_help_record(ctx))]
        if records:
            with formatter.section("Opties"):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option:
            option.help = "Toon deze uitleg."
        return option  # type: ignore[no-any-return]


class DutchCommand(_Dutch, click.Command):
    """A command with a Dutch help page."""


class DutchGroup(_Dutch, click.Group):
    """A group of commands with a Dutch help page."""

    command_class = DutchCommand

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(60)) for name, command in commands if command]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)


def _in_dutch(names: str, explained: str) -> tuple[str, str]:
    """An option and its explanation, without the English that Click puts in them."""
    bounds = _RANGE.search(explained)
    if bounds:
        least, most = (_bound(float(each)) for each in bounds.groups())
        explained = f"{explained[: bounds.start()]} [{least} tot en met {most}]"
    return _NUMBER.sub("GETAL", names), explained


def _bound(value: float | None) -> str:
    return str(int(value)) if value is not None and value == int(value) else str(value)


def sentence(error: click.ClickException) -> str:
    """What went wrong and what to do, in Dutch."""
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "duidelijk"
    hint = f"Bekijk de uitleg met: {command} --help."
    return f"{_problem(error)} {hint}"


def _problem(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        options = [f"'{each}'" for each in error.possibilities or ()]
        meant = f" Bedoelt u {' of '.join(options)}?" if options else ""
        file = "" if meant else " Is dit een bestand? Zet dan ./ voor de naam."
        return f"De optie '{error.option_name}' bestaat niet.{meant}{file}"
    if isinstance(error, click.MissingParameter):
        return f"Er ontbreekt iets: {_name(error.param)}."
    if isinstance(error, click.BadOptionUsage):
        return f"Achter de optie '{error.option_name}' hoort een waarde, of juist niet."
    if isinstance(error, click.BadParameter):
        return f"De waarde voor {_name(error.param)} klopt niet.{_allowed(error.param)}"
    if isinstance(error, click.UsageError) and error.ctx and isinstance(error.ctx.command, click.Group):
        known = ", ".join(error.ctx.command.list_commands(error.ctx))
        return f"Deze opdracht bestaat niet. U kunt kiezen uit: {known}."
    return "De opdracht is niet goed geschreven."


def _name(param: Any) -> str:
    if param is None:
        return "een waarde"
    if isinstance(param, click.Option):
        return f"'{param.opts[-1]}'"
    return f"'{(param.metavar or param.name or '').rstrip('.')}'"


def _allowed(param: Any) -> str:
    kind = getattr(param, "type", None)
    if isinstance(kind, click.Choice):
        return f" Kies uit: {', '.join(map(str, kind.choices))}."
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        return f" Geef een getal van {_bound(least)} tot en met {_bound(most)}."
    return str(getattr(kind, "advice", ""))
