"""The committed bundle of the writer's page is what its sources give."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
WEB, STATIC = HOUSE / "web-src", HOUSE / "duidelijk" / "web" / "static"
MADE = ("schrijfpagina.js", "schrijfpagina-stijl.css", "LICENSES.txt")


def sources() -> list[Path]:
    styles = HOUSE / "duidelijk" / "rendering" / "templates"
    own = sorted((WEB / "src").iterdir())
    return [WEB / "package-lock.json", WEB / "build.mjs", *own, styles / "base.css", styles / "marks.css"]


def test_the_bundle_was_made_from_these_sources() -> None:
    if not WEB.exists():
        pytest.skip("the sources of the bundle are not here")
    fingerprint = sha256(b"".join(path.read_bytes() for path in sources())).hexdigest()
    for name in MADE[:2]:
        first = (STATIC / name).read_text(encoding="utf-8")[:200]
        assert fingerprint in first, f"{name} is older than its sources: make page"


def test_making_the_bundle_again_gives_the_same_bytes(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not (WEB / "node_modules").exists():
        pytest.skip("node or its packages are not here; make page installs the packages")
    subprocess.run([node, "build.mjs", str(tmp_path)], cwd=WEB, check=True)
    for name in MADE:
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), f"{name}: make page"


def test_the_bundle_carries_the_licence_of_every_package_in_it() -> None:
    notices = (STATIC / "LICENSES.txt").read_text(encoding="utf-8")
    for package in ("@codemirror/state", "@codemirror/view", "@lezer/common", "style-mod", "w3c-keyname"):
        assert re.search(rf"^{re.escape(package)} [\d.]+ \(MIT\)$", notices, re.MULTILINE)
    assert notices.count("Permission is hereby granted") == len(
        re.findall(r"^\S+ [\d.]+ \(MIT\)$", notices, re.M)
    )


def test_the_bundle_needs_no_other_site_and_makes_no_code() -> None:
    script = (STATIC / "schrijfpagina.js").read_text(encoding="utf-8")
    style = (STATIC / "schrijfpagina-stijl.css").read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function\(|import\(", script)
    assert "url(" not in style and "@import" not in style
    assert not re.search(r"https?://(?!www\.w3\.org/)", script + style)


def test_the_lock_file_names_no_registry() -> None:
    if not WEB.exists():
        pytest.skip("the sources of the bundle are not here")
    packages = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert not [name for name, each in packages.items() if "resolved" in each]
    assert not [name for name, each in packages.items() if name and "integrity" not in each]
