"""The archive remembers each version of a text once a month, in SQLite as in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from duidelijk.archive import Archive, Saved
from duidelijk.archive.facts import fact
from duidelijk.archive.keys import document_hash, fingerprint, identities_of, key_of, version_hash
from duidelijk.archive.records import day_stated, label, ruler_of
from duidelijk.archive.schema import MEASURES, metadata
from duidelijk.archive.versions import Known
from duidelijk.config import PathSettings
from duidelijk.errors import ArchiveError
from duidelijk.model import Block, Cell, Link, Measures, Period, Pipeline, Record, Suppression
from tests.records import NEWER, NOVEMBER, NOW, OCTOBER, QUARTER, many, record
from tests.results import result

LATER = NOW + timedelta(hours=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    place = "archief.db" if request.param == "sqlite" else request.getfixturevalue("postgres_archive_url")
    with Archive(place, tmp_path, create=True) as opened:
        yield opened


def texts(archive: Archive, period: Period = OCTOBER) -> int:
    return sum(cell.texts for cell in archive.cells(period))


def only(cells: list[Cell]) -> Cell:
    (cell,) = cells
    return cell


def known(each: Record, **changes) -> Known:
    names = ("document", "version", "department", "genre", "template", "ruler")
    values = {name: getattr(each, name) for name in names}
    return Known(**(values | {"day": each.date} | changes))


# --- What counts


def test_the_same_version_twice_counts_once(archive: Archive) -> None:
    assert archive.save([record()], NOW) == Saved(new=1)
    assert archive.save([record()], LATER) == Saved(known=1)
    assert archive.save([record(), record()], LATER) == Saved(known=2)
    assert texts(archive) == 1


def test_a_new_version_takes_the_place_of_the_old_one_in_the_month(archive: Archive) -> None:
    archive.save([record(version="1", score=5.0)], NOW)
    saved = archive.save([record(version="2", score=7.5, day=date(2026, 10, 20))], LATER)
    assert saved == Saved(changed=1)
    cell = only(archive.cells(OCTOBER))
    assert (cell.texts, cell.score_sum) == (1, 7.5)


def test_both_versions_are_kept_for_progress(archive: Archive) -> None:
    archive.save([record(version="1", score=5.0), record("ander", score=6.0)], NOW)
    archive.save([record(version="2", score=7.5)], LATER)
    cell = only(archive.cells(OCTOBER))
    assert (cell.revised, cell.revised_points) == (1, 2.5)
    assert [row["score"] for row in archive.rows()] == [5.0, 6.0, 7.5]


def test_an_old_version_that_comes_back_is_the_latest_again(archive: Archive) -> None:
    for hours, version in enumerate(("1", "2", "1")):
        archive.save([record(version=version, score=5.0 + int(version))], NOW + timedelta(hours=hours))
    assert only(archive.cells(OCTOBER)).score_sum == 6.0


def test_an_undated_version_that_comes_back_is_of_a_new_day(archive: Archive) -> None:
    for day, version in ((1, "1"), (5, "2"), (10, "1")):
        now = NOW + timedelta(days=day)
        archive.save(
            [record(version=version, day=date(2026, 10, day), dated=False, score=5.0 + int(version))], now
        )
        assert archive.has(known(record(version=version), day=None))
    assert only(archive.cells(OCTOBER)).score_sum == 6.0
    assert not archive.has(known(record(version="2"), day=None)), "it would have to be checked again"


def test_a_version_that_came_back_gets_new_numbers_on_its_new_day(archive: Archive) -> None:
    for month, version in ((9, "1"), (10, "2"), (11, "1")):
        each = record(version=version, day=date(2026, month, 5), dated=False)
        archive.save([each], NOW + timedelta(days=month))
    newer = record(version="1", day=date(2026, 12, 1), dated=False, score=9.0, ruler=NEWER)
    assert not archive.has(known(newer, day=None))
    archive.save([newer], NOW + timedelta(days=20))
    assert [(row["date"], row["score"]) for row in archive.rows()] == [
        ("2026-09-05", 6.4), ("2026-10-05", 6.4), ("2026-11-05", 9.0),
    ]  # fmt: skip
    assert archive.has(known(newer, day=None))


def test_an_undated_text_is_known_beside_a_version_of_a_later_date(archive: Archive) -> None:
    archive.save([record(version="1", day=date(2027, 3, 1))], NOW)
    archive.save([record(version="2", day=date(2026, 10, 5), dated=False)], LATER)
    assert archive.has(known(record(version="2"), day=None))


def test_of_one_text_twice_in_a_batch_the_latter_is_the_last(archive: Archive) -> None:
    archive.save([record(version=version, score=float(version)) for version in ("1", "2", "1")], NOW)
    assert only(archive.cells(OCTOBER)).score_sum == 1.0


def test_progress_is_not_measured_with_two_rulers(archive: Archive) -> None:
    archive.save([record(version="1", score=5.0)], NOW)
    archive.save([record(version="2", score=7.5, ruler=NEWER)], LATER)
    assert only(archive.cells(OCTOBER)).revised == 0


def test_a_version_with_a_date_counts_in_every_month_it_is_of(archive: Archive) -> None:
    archive.save([record(day=date(2026, 10, 14)), record(day=date(2026, 11, 3))], NOW)
    assert (texts(archive, OCTOBER), texts(archive, NOVEMBER), texts(archive, QUARTER)) == (1, 1, 1)


def test_a_version_without_a_date_stays_on_the_first_day(archive: Archive) -> None:
    archive.save([record(day=date(2026, 10, 31), dated=False)], NOW)
    assert archive.save([record(day=date(2026, 11, 1), dated=False)], LATER) == Saved(known=1)
    assert (texts(archive, OCTOBER), texts(archive, NOVEMBER)) == (1, 0)


def test_a_new_version_without_a_date_is_of_the_day_it_came(archive: Archive) -> None:
    archive.save([record(version="1", day=date(2026, 10, 31), dated=False)], NOW)
    archive.save([record(version="2", day=date(2026, 11, 1), dated=False)], LATER)
    assert (texts(archive, OCTOBER), texts(archive, NOVEMBER)) == (1, 1)


def test_another_day_in_the_same_month_corrects_the_first(archive: Archive) -> None:
    archive.save([record(day=date(2026, 10, 1))], NOW)
    archive.save([record(day=date(2026, 10, 30))], LATER)
    assert [row["date"] for row in archive.rows()] == ["2026-10-30"]


def test_a_text_without_a_department_keeps_the_one_it_had(archive: Archive) -> None:
    archive.save([record(department="Belastingen", template="Aanslag")], NOW)
    archive.save([record(department="Zonder afdeling", version="2")], LATER)
    assert {(row["department"], row["template"]) for row in archive.rows()} == {("Belastingen", "Aanslag")}


def test_a_text_without_a_department_is_told(archive: Archive) -> None:
    assert archive.save([record(department="Zonder afdeling")], NOW) == Saved(new=1, nameless=1)


def test_a_text_without_a_grade_counts_as_a_text(archive: Archive) -> None:
    archive.save([record("kort", score=None), record("lang", score=8.2)], NOW)
    cell = only(archive.cells(OCTOBER))
    assert (cell.texts, cell.graded, cell.score_sum, cell.at_eight) == (2, 1, 8.2, 1)


def test_texts_are_summed_by_department_genre_template_and_ruler(archive: Archive) -> None:
    differing = [
        {"department": "Belastingen"},
        {"genre": "web"},
        {"template": "Aanslag"},
        {"ruler": NEWER},
    ]
    archive.save([record(str(at), **each) for at, each in enumerate(differing)], NOW)
    assert [cell.texts for cell in archive.cells(OCTOBER)] == [1, 1, 1, 1]


def test_an_empty_period_has_no_cells(archive: Archive) -> None:
    archive.save([record()], NOW)
    assert archive.cells(NOVEMBER) == []
    assert archive.counts(NOVEMBER, {}) == []


def test_the_oldest_day_is_known(archive: Archive) -> None:
    assert archive.first() is None
    archive.save([record("a", day=date(2026, 10, 9)), record("b", day=date(2025, 3, 1))], NOW)
    assert archive.first() == date(2025, 3, 1)


# --- What was found


def test_findings_are_counted_by_rule_and_listed_term(archive: Archive) -> None:
    found = {"rules": {"formeel-woord": (4, 0.8)}, "terms": {("formeel-woord", "indien"): 3}}
    archive.save([record("a", **found), record("b", **found)], NOW)
    whole, term = archive.counts(OCTOBER, {})
    assert (whole.rule, whole.term, whole.texts, whole.findings) == ("formeel-woord", "", 2, 8)
    assert (term.rule, term.term, term.texts, term.findings) == ("formeel-woord", "indien", 2, 6)
    assert whole.points == pytest.approx(1.6)
    assert term.points == pytest.approx(1.2), "its share of what the rule costs"


def test_only_the_latest_version_is_counted(archive: Archive) -> None:
    archive.save([record(version="1", rules={"jargon": (5, 1.0)})], NOW)
    archive.save([record(version="2", rules={"lange-zin": (1, 0.1)})], LATER)
    assert [count.rule for count in archive.counts(OCTOBER, {})] == ["lange-zin"]


def test_reach_weighs_the_texts_that_have_it(archive: Archive) -> None:
    page, letter = record("pagina"), record("brief")
    archive.save([page, letter], NOW)
    (count,) = archive.counts(OCTOBER, {page.document: 1000.0})
    assert (count.readers, count.reader_points) == (1001.0, 500.5)
    (count,) = archive.counts(OCTOBER, {})
    assert (count.readers, count.reader_points) == (2.0, 1.0)


def test_reach_can_be_given_twice(archive: Archive) -> None:
    page = record("pagina")
    archive.save([page], NOW)
    for readers in (10.0, 20.0):
        (count,) = archive.counts(OCTOBER, {page.document: readers})
        assert count.readers == readers


# --- What is known already, and new numbers


@pytest.mark.parametrize(
    ("changes", "there"),
    [
        pytest.param({}, True, id="the same"),
        pytest.param({"day": None}, True, id="without a date"),
        pytest.param({"day": date(2026, 11, 3)}, False, id="of another month"),
        pytest.param({"genre": "web"}, False, id="as another kind of text"),
        pytest.param({"ruler": NEWER}, False, id="with a new rule book"),
        pytest.param({"version": b"2" * 16}, False, id="another version"),
        pytest.param({"department": "Belastingen"}, True, id="of another department"),
    ],
)
def test_a_text_is_known_when_nothing_that_counts_changed(
    archive: Archive, changes: dict[str, object], there: bool
) -> None:
    archive.save([record()], NOW)
    assert archive.has(known(record(), **changes)) == there


def test_a_known_text_can_get_another_department(archive: Archive) -> None:
    archive.save([record()], NOW)
    archive.touch(known(record(), department="Belastingen", day=date(2026, 10, 15)), LATER)
    (row,) = archive.rows()
    assert (row["department"], row["date"], row["score"]) == ("Belastingen", "2026-10-15", 6.4)


def test_new_rules_give_new_numbers_to_the_same_version(archive: Archive) -> None:
    archive.save([record(score=5.0, template="Aanslag")], NOW)
    fresh = record(score=6.0, ruler=NEWER, day=date(2026, 11, 2), department="Zonder afdeling")
    assert archive.outdated_genre(known(fresh)) == "brief"
    assert archive.outdated_genre(known(record())) is None
    assert archive.rescored(fresh, LATER) == 1
    cell = only(archive.cells(OCTOBER))
    assert (cell.score_sum, cell.ruler, cell.template, cell.department) == (
        6.0, NEWER, "Aanslag", "Burgerzaken",
    )  # fmt: skip
    assert archive.rescored(fresh, LATER) == 0
    assert archive.rescored(replace(fresh, version=b"x" * 16), LATER) == 0


def test_a_document_can_get_another_name(archive: Archive) -> None:
    archive.save([record("oud"), record("nieuw"), record("los")], NOW)
    for old, new in (("oud", "nieuw"), ("los", "vast"), ("niets", "iets")):
        archive.rename(record(old).document, record(new).document)
    names = {bytes.fromhex(str(row["document"])).rstrip(b".") for row in archive.rows()}
    assert names == {b"oud", b"nieuw", b"vast"}


# --- Forgetting


@pytest.mark.parametrize("period", [QUARTER, Period("year", date(2026, 1, 1), date(2027, 1, 1))])
def test_a_quarter_and_a_year_count_a_forgotten_text_once(archive: Archive, period: Period) -> None:
    for month in (10, 11, 12):
        archive.save([record(day=date(2026, month, 5), score=float(month) - 3)], NOW)
    before = archive.cells(period), [(c.texts, c.findings) for c in archive.counts(period, {})]
    assert only(before[0]).texts == 1
    for month in (11, 12):
        archive.forget_before(date(2026, month, 1))
    archive.forget_before(date(2027, 1, 1))
    after = archive.cells(period), [(c.texts, c.findings) for c in archive.counts(period, {})]
    assert only(after[0]).score_sum == 9.0
    assert (only(after[0]).texts, after[1]) == (1, before[1])
    assert texts(archive, OCTOBER) == 1


def test_forgotten_texts_leave_their_totals(archive: Archive) -> None:
    found = {"rules": {"jargon": (4, 0.8)}, "terms": {("jargon", "leges"): 4}}
    archive.save([record("a", score=6.0, **found), record("b", score=8.0, **found)], NOW)
    before = (
        archive.cells(OCTOBER),
        [(c.rule, c.term, c.texts, c.findings) for c in archive.counts(OCTOBER, {})],
    )
    assert archive.forgettable(before=date(2026, 11, 1)) == 2
    assert archive.forget_before(date(2026, 11, 1)).versions == 2
    after = (
        archive.cells(OCTOBER),
        [(c.rule, c.term, c.texts, c.findings) for c in archive.counts(OCTOBER, {})],
    )
    assert after == before
    assert list(archive.rows()) == []
    assert archive.first() == date(2026, 10, 1)


def test_forgetting_half_a_month_counts_every_text_once(archive: Archive) -> None:
    archive.save([record("a", day=date(2026, 10, 3)), record("b", day=date(2026, 10, 20))], NOW)
    archive.save([record("a", version="2", day=date(2026, 10, 25), score=9.0)], LATER)
    archive.forget_before(date(2026, 10, 10))
    assert sum(cell.texts for cell in archive.cells(OCTOBER)) == 2
    archive.forget_before(date(2026, 11, 1))
    cell = only(archive.cells(OCTOBER))
    assert (cell.texts, cell.score_sum, cell.revised) == (2, 15.4, 0)


def test_totals_of_two_times_add_up(archive: Archive) -> None:
    archive.save([record(str(day), day=date(2026, 10, day)) for day in range(1, 21)], NOW)
    for day in (5, 10, 10, 31):
        archive.forget_before(date(2026, 10, day))
    assert only(archive.cells(OCTOBER)).texts == 20
    (count,) = archive.counts(OCTOBER, {})
    assert (count.texts, count.findings, count.points) == (20, 40, pytest.approx(10))


def test_a_text_from_before_what_was_forgotten_does_not_come_back(archive: Archive) -> None:
    archive.save([record()], NOW)
    archive.forget_before(date(2026, 11, 1))
    assert archive.save([record()], LATER) == Saved(too_old=1)
    assert texts(archive) == 1


def test_a_text_does_not_move_to_before_what_was_forgotten(archive: Archive) -> None:
    archive.save([record(day=date(2026, 10, 3)), record("b", day=date(2026, 10, 20))], NOW)
    archive.forget_before(date(2026, 10, 15))
    assert not archive.has(known(record("b"), day=date(2026, 10, 3)))
    assert archive.save([record("b", day=date(2026, 10, 3))], LATER) == Saved(too_old=1)


def test_new_rules_keep_apart_what_was_read_as_two_kinds_of_text(archive: Archive) -> None:
    archive.save([record(), record(day=date(2026, 11, 3), genre="web")], NOW)
    assert archive.rescored(record(ruler=NEWER, score=8.0), LATER) == 1
    assert [(row["genre"], row["score"]) for row in archive.rows()] == [("brief", 8.0), ("web", 6.4)]


def test_a_department_is_forgotten_with_its_totals(archive: Archive) -> None:
    archive.save([record("a", department="Belastingen"), record("b")], NOW)
    archive.forget_before(date(2026, 11, 1))
    archive.save([record("c", department="Belastingen", day=date(2026, 11, 3))], LATER)
    gone = archive.forget_department("Belastingen")
    assert (gone.versions, gone.totals) == (1, 3), "of a month, a quarter and a year"
    assert {cell.department for cell in archive.cells(QUARTER)} == {"Burgerzaken"}
    assert {count.department for count in archive.counts(QUARTER, {})} == {"Burgerzaken"}


def test_names_are_known_after_forgetting(archive: Archive) -> None:
    archive.save([record("a", template="Aanslag"), record("b", department="Belastingen")], NOW)
    archive.forget_before(date(2027, 1, 1))
    assert (archive.departments(), archive.templates()) == ({"Burgerzaken", "Belastingen"}, {"Aanslag"})
    assert archive.among([record("a").document]) == set()


def test_nothing_to_forget_is_no_trouble(archive: Archive) -> None:
    assert archive.forget_before(date(2026, 1, 1)).versions == 0
    assert archive.forget_department("Onbekend").versions == 0


def test_what_is_forgotten_is_gone_from_the_files(tmp_path: Path) -> None:
    with Archive("archief.db", tmp_path, create=True) as archive:
        archive.save(many(50), NOW)
        archive.forget_before(date(2027, 1, 1))
        files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"brief 7........." not in files


# --- The account, and the rows


def test_the_account_says_what_is_there(archive: Archive) -> None:
    archive.save([record("a"), record("b", department="Belastingen"), record("a", version="2")], NOW)
    info = archive.info()
    assert (info.documents, info.versions, info.rulers, info.totals) == (2, 3, 1, 0)
    assert info.departments == {"Belastingen": 1, "Burgerzaken": 1}


def test_a_row_has_every_number_and_no_text(archive: Archive) -> None:
    archive.save([record(terms={("lange-zin", "indien"): 1})], NOW)
    (row,) = archive.rows()
    assert {each.name for each in fields(Measures)} <= set(row)
    assert (row["document"], row["part_zinnen"], row["lix"]) == (b"brief...........".hex(), -1.5, 38.0)
    assert (row["rules"], row["terms"]) == ({"lange-zin": 2}, {"indien": 1})


# --- The tables


def test_every_measure_has_its_column() -> None:
    assert tuple(each.name for each in fields(Measures)) == MEASURES


def test_the_migrations_make_the_tables_of_the_schema(archive: Archive) -> None:
    with archive._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_opening_again_changes_nothing(archive: Archive) -> None:
    archive.save(many(3), NOW)
    again = Archive(archive._engine.url.render_as_string(hide_password=False), Path("/"))
    assert texts(again) == 3
    again.close()


# --- Keys and names


def test_an_archive_knows_its_key(archive: Archive, tmp_path: Path) -> None:
    key = archive.key(tmp_path / "archief.sleutel")
    assert archive.key(tmp_path / "archief.sleutel") == key
    with archive._engine.connect() as connection:
        assert fact(connection, "key") == fingerprint(key)


def test_another_key_is_refused(archive: Archive, tmp_path: Path) -> None:
    archive.key(tmp_path / "archief.sleutel")
    (tmp_path / "ander.sleutel").write_text("0" * 64)
    with pytest.raises(ArchiveError, match="past niet bij het archief"):
        archive.key(tmp_path / "ander.sleutel")


def test_a_lost_key_is_not_made_anew(archive: Archive, tmp_path: Path) -> None:
    archive.key(tmp_path / "archief.sleutel")
    (tmp_path / "archief.sleutel").unlink()
    with pytest.raises(ArchiveError, match="Zet een reservekopie terug"):
        archive.key(tmp_path / "archief.sleutel")
    assert not (tmp_path / "archief.sleutel").exists()


def test_only_the_owner_can_read_the_key(tmp_path: Path) -> None:
    key_of(tmp_path / "archief.sleutel", create=True)
    assert (tmp_path / "archief.sleutel").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("words", "message"), [("kort", "te kort"), ("é" * 20, "kan niet worden gelezen")])
def test_a_bad_key_is_told(tmp_path: Path, words: str, message: str) -> None:
    (tmp_path / "x.sleutel").write_text(words, encoding="latin-1")
    with pytest.raises(ArchiveError, match=message):
        key_of(tmp_path / "x.sleutel", create=True)


def test_the_key_may_be_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUIDELIJK_ARCHIVE_KEY", "een heel geheime sleutel")
    assert key_of(tmp_path / "x.sleutel", create=True) == key_of(tmp_path / "y.sleutel", create=False)
    assert not (tmp_path / "x.sleutel").exists()


def test_a_document_is_known_by_its_whole_path_or_by_the_name_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "brieven").mkdir()
    same = [tmp_path / "brieven" / "a.txt", tmp_path / "brieven" / ".." / "brieven" / "a.txt"]
    whole = same[0].as_posix()
    assert {identities_of(str(path), tmp_path) for path in same} == {(whole,)}
    assert {identities_of(str(path), tmp_path, "site") for path in same} == {("site/brieven/a.txt", whole)}
    assert identities_of(whole, None, "site") == (whole,)
    assert identities_of(whole, tmp_path / "elders", "site") == (whole,)
    assert identities_of("https://gemeente.nl/a", tmp_path, "site") == ("https://gemeente.nl/a",)


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Andere tekst."},
        {"blocks": (Block("heading", 1, 0, 6),)},
        {"links": (Link(0, 5, "https://gemeente.nl"),)},
        {"suppressions": (Suppression("jargon", 0, 6, None),)},
    ],
)
def test_all_that_a_grade_depends_on_makes_a_version(changes: dict) -> None:
    document = result("Tekst.").document
    assert version_hash(b"k", document) == version_hash(b"k", replace(document, source="elders.txt"))
    assert version_hash(b"k", document) != version_hash(b"k", replace(document, **changes))


@pytest.mark.parametrize(
    ("settings", "same"),
    [
        (PathSettings("andere.txt"), True),
        (PathSettings("", genre="web", department="A"), True),
        (PathSettings("", off=("jargon",)), False),
        (PathSettings("", allow=("indien",)), False),
    ],
)
def test_what_is_off_or_allowed_is_part_of_the_ruler(settings: PathSettings, same: bool) -> None:
    made = [
        ruler_of("aaa", Pipeline("p", "1"), "standaard", "0.1.2", each)
        for each in (PathSettings(""), settings)
    ]
    assert (made[0] == made[1]) == same
    assert made[0].program == "0.1"


def test_the_order_of_settings_does_not_matter() -> None:
    both = [PathSettings("", off=off, allow=("Leges",)) for off in (("a", "b"), ("b", "a", "a"))]
    first, second = (ruler_of("aaa", Pipeline("p", "1"), "standaard", "0.1", each) for each in both)
    assert first == second


def test_hashes_differ_with_the_key() -> None:
    assert document_hash(b"a", "brief.txt") != document_hash(b"b", "brief.txt")


@pytest.mark.parametrize(
    ("day", "stated"),
    [
        (date(2026, 10, 14), date(2026, 10, 14)),
        (date(1601, 1, 1), None),
        (date(2106, 2, 7), None),
        (None, None),
    ],
)
def test_an_impossible_date_of_a_document_is_no_date(day: date | None, stated: date | None) -> None:
    document = replace(result("Tekst.").document, date=day)
    assert day_stated(document, date(2026, 11, 2)) == stated


def test_a_name_of_a_department_is_one_short_line() -> None:
    assert label("  Burger\nzaken \x07 ") == "Burger zaken"
    assert len(label("a" * 500)) == 120


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("mysql://server/naam", "SQLite \\(een bestand\\) of in PostgreSQL"),
        ("sqlite://", "SQLite \\(een bestand\\) of in PostgreSQL"),
        ("sqlite:///:memory:", "SQLite \\(een bestand\\) of in PostgreSQL"),
        ("http://[::1", "adres van het archief klopt niet"),
        ("nergens/archief.db", "Maak die eerst"),
        (
            "postgresql://naam:geheim@127.0.0.1:1/x",
            "'postgresql\\+psycopg://naam:\\*\\*\\*@127.0.0.1:1/x' is niet te bereiken",
        ),
    ],
)
def test_a_place_that_cannot_be_is_told(tmp_path: Path, place: str, message: str) -> None:
    with pytest.raises(ArchiveError, match=message) as found:
        Archive(place, tmp_path, create=True)
    assert "geheim" not in str(found.value)


def test_reading_makes_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="Er is nog geen archief"):
        Archive("archief.db", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_times_are_kept_in_utc(archive: Archive) -> None:
    archive.save([record()], datetime(2026, 11, 2, 23, 59, 58, 7))
    assert next(archive.rows())["collected"] == "2026-11-02T23:59:58Z"
