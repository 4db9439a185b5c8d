"""The work behind ``/rapport``, done in a checking process."""

from __future__ import annotations

from datetime import date

from duidelijk.errors import PeriodError
from duidelijk.model import Period
from duidelijk.opening import key_file
from duidelijk.web import archiving
from duidelijk.web.desk import Desk
from duidelijk.web.problems import NotFoundError
from duidelijk.web.replies import HTML, Reply


def page(desk: Desk, month: str) -> Reply:
    """The report on a month, quarter or year as a page; raises NotFoundError where there is nothing."""
    from duidelijk.rendering import report_html
    from duidelijk.report import reach_of, report_on

    period, config = _period(month), desk.recipe.config
    with archiving.for_reading(desk) as archive:
        first = archive.first()
        if first is None or first > period.end:
            raise NotFoundError("Van deze periode staat er niets in het archief. Kies een andere.")
        reach, _ = reach_of(archive, [], config, key_file(config, archive, desk.recipe.archive))
        made = report_on(archive, period, config, reach=reach)
    return Reply(report_html.render(made).encode(), HTML)


def _period(month: str) -> Period:
    from duidelijk.reporting.periods import parse

    try:
        period = parse(month)
    except PeriodError:
        raise NotFoundError("Dit is geen maand. Kies bijvoorbeeld /rapport/2026-10.") from None
    if period.start > date.today():
        raise NotFoundError("Deze periode is nog niet begonnen. Kies een eerdere.")
    return period
