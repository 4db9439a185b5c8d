"""What the server writes down: one line per request without its words, and faults by kind and place."""

from __future__ import annotations

import logging
import sys

from duidelijk.complaints import fault

NAME = "duidelijk"


def start() -> None:
    """Lets the server and the libraries below it write to stderr, each fault without its words."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(_nameless)
    for name, level in ((NAME, logging.INFO), ("uvicorn.error", logging.WARNING), ("asyncio", logging.ERROR)):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)


def _nameless(record: logging.LogRecord) -> bool:
    """Keeps of an exception where it happened and of what kind it is; its words may quote a letter."""
    problem = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    if isinstance(problem, Exception):
        record.msg, record.args = fault(problem), ()
    record.exc_info = record.exc_text = record.stack_info = None
    return True
