"""Changes in duidelijk.toml that keep what people wrote there, remarks and all."""

from __future__ import annotations

import os
from pathlib import Path

from duidelijk.errors import ConfigError


def with_list(settings: Path, words: Path, instead: Path) -> str | None:
    """The settings with this word list in ``[words] lists``, as text; None when it's there already.

    It takes the place of ``instead``, the file that it was made from, when that is there.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    name, old = (Path(os.path.relpath(path, settings.parent)).as_posix() for path in (words, instead))
    try:
        document = tomlkit.parse(settings.read_text(encoding="utf-8-sig") if settings.is_file() else "")
    except (TOMLKitError, UnicodeDecodeError, OSError) as problem:
        raise ConfigError(f"{settings.name} is niet te lezen. Verbeter dat bestand eerst.") from problem
    table = document.setdefault("words", tomlkit.table())
    lists = table.setdefault("lists", tomlkit.array())
    if old in lists and name in lists:
        lists.remove(old)
    elif old in lists:
        lists[lists.index(old)] = name
    elif name in lists:
        return None
    else:
        lists.append(name)
    return tomlkit.dumps(document)
