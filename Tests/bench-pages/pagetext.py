"""What a chapter's page says, and which of its links lead nowhere: to see that two programs made the same of the same Markdown."""
import os
from html.parser import HTMLParser
from pathlib import Path


class Page(HTMLParser):
    """Gathers the words of the element of class `prose`, and all addresses of links."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if tag == "div" and (self.depth or values.get("class") == "prose"):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self.depth:
            self.depth -= 1

    def handle_data(self, text: str) -> None:
        if self.depth:
            self.words += text.split()


def read(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def prose(path: Path) -> str:
    return " ".join(read(path).words)


def dead_links(path: Path, root: Path) -> list[str]:
    """Addresses inside the site that no file is at; one that ends with a slash is a folder's page."""
    dead = []
    for link in read(path).links:
        place = link.split("#")[0]
        if "://" in place or not place:
            continue
        target = f"{root}{place}" if place.startswith("/") else os.path.join(path.parent, place)
        if not os.path.isfile(os.path.join(target, "index.html") if target.endswith("/") else target):
            dead.append(link)
    return dead
