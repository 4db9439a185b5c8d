"""What docs/server.md and the folder deploy/ say: the examples run, and the service and container start it so."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
import yaml

from tests.servers import TOKEN, Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROJECT = Path(__file__).resolve().parent.parent
DEPLOY = PROJECT / "deploy"
PAGE = (PROJECT / "docs" / "server.md").read_text(encoding="utf-8")
USUAL = "http://127.0.0.1:8081"
PATIENCE = 60


def examples(kind: str, holding: str) -> list[str]:
    return [each for each in re.findall(rf"```{kind}\n(.*?)```", PAGE, re.S) if holding in each]


def output(*command: str, given: str = "") -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_answer_is_the_one_in_the_docs(server_url: str) -> None:
    (command,) = examples("sh", "curl")
    (answer,) = examples("json", "publiceerbaar")
    found = output("sh", "-c", command.replace(USUAL, server_url).replace("--max-time 3", "--silent"))
    assert json.loads(found) == json.loads(answer)


@pytest.mark.parametrize(
    ("kind", "program", "silent"),
    [
        ("python", [sys.executable, "-"], "(True, ['De tekst is niet gecontroleerd.'])"),
        ("js", ["node", "--input-type=module", "-"],
         '{"publiceerbaar":true,"redenen":["De tekst is niet gecontroleerd."]}'),
    ],
)  # fmt: skip
def test_a_server_that_is_down_stops_no_page(
    server_url: str, kind: str, program: list[str], silent: str
) -> None:
    if shutil.which(program[0]) is None:
        pytest.skip(f"{program[0]} is not installed")
    (example,) = examples(kind, "v1/controles")
    example = example.replace("timeout=3", "timeout=60").replace("timeout(3000)", "timeout(60000)")
    assert "gecontroleerd" not in output(*program, given=example.replace(USUAL, server_url))
    assert output(*program, given=example.replace(USUAL, "http://127.0.0.1:9")).strip() == silent


def test_every_option_is_in_the_docs() -> None:
    from duidelijk.serve_commands import serve

    for option in (name for each in serve.params for name in each.opts):
        assert f"`{option}" in PAGE


def test_every_number_for_prometheus_is_in_the_docs(server_url: str) -> None:
    counts = httpx.get(f"{server_url}/metrics").text
    names = {name.removesuffix("_created") for name in re.findall(r"^# TYPE (\S+)", counts, re.M)}
    for name in names - {"duidelijk_requests"}:
        assert f"`{name}`" in PAGE


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_the_service_is_well_formed(tmp_path: Path) -> None:
    unit = (DEPLOY / "duidelijk.service").read_text(encoding="utf-8")
    file = tmp_path / "duidelijk.service"
    file.write_text(unit.replace("/opt/duidelijk/bin/duidelijk", "/bin/true"), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", file], capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_service_and_the_container_ask_for_what_there_is() -> None:
    from duidelijk.serve_commands import serve

    known = {name for each in serve.params for name in each.opts}
    compose = yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))["services"]["duidelijk"]
    service = (DEPLOY / "duidelijk.service").read_text(encoding="utf-8")
    container = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    (start,) = re.findall(r"^ExecStart=(.*)$", service, re.M)
    (entry, usual) = re.findall(r"^(?:ENTRYPOINT|CMD) (\[.*\])$", container, re.M)
    for words in (start.split(), json.loads(entry), json.loads(usual), compose["command"]):
        assert {word for word in words if word.startswith("--")} <= known
    assert "\nUSER duidelijk\n" in container
    assert "/healthz" in container
    assert compose["read_only"] is True


def test_the_folder_for_the_container_has_all_that_is_built() -> None:
    container = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    wanted = {word for line in re.findall(r"^COPY ([^-].*)$", container, re.M) for word in line.split()[:-1]}
    allowed = set(re.findall(r"^!(.*)$", (PROJECT / ".dockerignore").read_text(), re.M))
    assert wanted == allowed
    assert all((PROJECT / each).exists() for each in wanted)


def test_the_pages_of_the_server_have_no_violations(browser_page: Page, locked: Server) -> None:
    from tests.services import violations

    page = browser_page
    page.goto(f"{locked.local}/")
    assert page.url.endswith("/inloggen")
    assert violations(page) == []
    page.get_by_label("Token").fill("mis")
    page.get_by_role("button").click()
    assert page.get_by_role("alert").inner_text() == "Dit token klopt niet. Probeer het opnieuw."
    assert violations(page) == []
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button").click()
    page.goto(f"{locked.local}/nergens")
    assert page.get_by_role("heading").inner_text() == "Deze pagina bestaat niet"
    assert violations(page) == []
