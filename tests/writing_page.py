"""Somebody at the writer's page, who notes what goes wrong there."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

LETTER = (
    "Geachte heer Jansen,\n\n"
    "Indien u vragen heeft, dan kunt u ons bellen. Wij hebben uw aanvraag reeds ontvangen.\n\n"
    "De aanvraag wordt door ons behandeld. De brief wordt morgen verstuurd naar het adres dat u heeft opgegeven. "
    "Wij schrijven u daarna over de kosten, de datum en de plaats van de afspraak in het gemeentehuis.\n"
)


PASTE = """(at, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    at.focus();
    at.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
}"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Writer:
    """Somebody at the page: what they see, and what the browser complains about."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    visited: set[str] = field(default_factory=set)
    dialogs: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.visited.add(request.url))
        self.page.on("dialog", self._asked)

    def _heard(self, message) -> None:
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def _asked(self, dialog) -> None:
        self.dialogs.append(dialog.type)
        dialog.accept()

    def arrive(self) -> Writer:
        self.page.goto(self.address)
        self.checked()
        return self

    def checked(self) -> None:
        """Waits until the text as it stands now has been checked."""
        self.page.wait_for_selector("#stand[data-stand=klaar]", state="attached")

    def write(self, text: str) -> Writer:
        """Types the text where the cursor is, at once, and waits for the answer."""
        self.page.locator(".cm-content").focus()
        self.page.keyboard.insert_text(text)
        self.checked()
        return self

    def text(self) -> str:
        """What stands in the editor, as far as it is in view."""
        return "\n".join(self.page.locator(".cm-line").evaluate_all("lines => lines.map(l => l.textContent)"))

    def marked(self, kind: str = "") -> list[str]:
        """The words under a mark, in text order."""
        return self.page.locator(f".cm-content mark{kind}").all_inner_texts()

    def asking(self) -> None:
        """Waits until a question is on its way."""
        self.page.wait_for_selector("#stand[data-stand=bezig]", state="attached")

    def paste(self, text: str) -> Writer:
        """Pastes the text where the cursor is, and waits for the answer."""
        self.page.locator(".cm-content").evaluate(PASTE, text)
        self.checked()
        return self

    def stand(self) -> str:
        return self.page.locator("#stand").inner_text()

    def open(self, words: str) -> None:
        """Clicks a mark on these words."""
        self.page.locator(".cm-content mark", has_text=words).last.click()

    def card(self):
        return self.page.locator(".melding.open:has(.kaart), #blad:not([hidden])")

    def suggestion(self, text: str):
        return self.card().locator(".voorstel", has_text=text).first
