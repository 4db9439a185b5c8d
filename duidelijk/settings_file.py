"""Changes in duidelijk.toml that keep what people wrote there, remarks and all."""

from __future__ import annotations

import os
from pathlib import Path

from duidelijk.errors import ConfigError


def with_list(settings: Path, words: Path) -> str | None:
    """The settings with this word list added to ``[words] lists``, as text; None when it's there already."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    name = Path(os.path.relpath(words, settings.parent)).as_posix()
    try:
        document = tomlkit.parse(settings.read_text(encoding="utf-8-sig") if settings.is_file() else "")
    except (TOMLKitError, UnicodeDecodeError, OSError) as problem:
        raise ConfigError(f"{settings.name} is niet te lezen. Verbeter dat bestand eerst.") from problem
    table = document.setdefault("words", tomlkit.table())
    lists = table.setdefault("lists", tomlkit.array())
    if name in lists:
        return None
    lists.append(name)
    return tomlkit.dumps(document)
