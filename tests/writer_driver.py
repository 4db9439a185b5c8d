"""Lets LibreOffice Writer proof-read paragraphs: run by the Python that has ``uno`` (Debian's python3-uno).

Arguments: the name of the pipe that LibreOffice listens on. Standard input: JSON, a list of paragraphs.
Standard output: JSON, per paragraph a list of errors: the words, what they say, and the suggestions.
Writer makes a document of the paragraphs, marked as Dutch; its own proof-reading asks the checker that its
settings name for each paragraph, from the first sentence to the last.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

DUTCH = Locale("nl", "NL", "")
PATIENCE = 60


def connected(pipe: str) -> Any:
    """The context of the LibreOffice that listens on this pipe."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    last = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > last:
                raise
            time.sleep(0.2)


def written(desktop: Any, paragraphs: list[str]) -> Any:
    """A new Writer document with these paragraphs, in Dutch."""
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (hidden,))
    cursor = document.Text.createTextCursor()
    cursor.CharLocale = DUTCH
    for n, paragraph in enumerate(paragraphs):
        if n:
            document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        document.Text.insertString(cursor, paragraph, False)
    return document


def errors(iterator: Any, document: Any) -> list[list[dict[str, Any]]]:
    """What proof-reading says about each paragraph of the document."""
    paragraphs = document.getFlatParagraphIterator(-1, False)
    found, each = [], paragraphs.getFirstPara()
    while each is not None:
        found.append(list(proofread(iterator, document, each)))
        each = paragraphs.getNextPara()
    return found


def proofread(iterator: Any, document: Any, paragraph: Any) -> Any:
    """The errors of a paragraph, sentence by sentence, as Writer goes through it."""
    text, at = paragraph.getText(), 0
    units = text.encode("utf-16-le")
    while at < len(units) // 2:
        result = iterator.checkSentenceAtPosition(document, paragraph, text, DUTCH, at, -1, 0)
        for error in result.aErrors:
            start, end = error.nErrorStart, error.nErrorStart + error.nErrorLength
            yield {
                "words": units[2 * start : 2 * end].decode("utf-16-le"),
                "message": error.aShortComment,
                "more": error.aFullComment,
                "suggestions": list(error.aSuggestions),
            }
        if result.nStartOfNextSentencePosition <= at:
            return
        at = result.nStartOfNextSentencePosition


def main() -> None:
    context = connected(sys.argv[1])
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    iterator = services.createInstanceWithContext("com.sun.star.linguistic2.ProofreadingIterator", context)
    document = written(desktop, json.load(sys.stdin))
    print(json.dumps(errors(iterator, document)))
    document.close(True)


if __name__ == "__main__":
    main()
