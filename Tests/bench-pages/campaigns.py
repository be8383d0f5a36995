"""Writes campaigns of fourteen chapters each, and the same chapters for Hugo.

    python Tests/bench-pages/campaigns.py COUNT CONTENT [HUGO]

Every second campaign is in Chinese. Texts are put together from the phrases in phrases.json by a fixed seed; a chapter has about 2.5 KB:
headings, paragraphs, lists, emphasis, links, a table, a quote, a code span. The Markdown is the same in both folders, and so are title
and summary; what else the front matter holds is what each program wants for a page's place and address.
"""
import json
import random
import sys
from pathlib import Path

SEED = 20250618
PHRASES = json.loads(Path(__file__).with_name("phrases.json").read_text(encoding="utf-8"))
SLUGS = [
    "goals", "execution", "traffic", "channels", "conversion", "promotions", "products",
    "service", "stability", "cost", "customers", "competitors", "findings", "actions",
]
CAMPAIGN = "title: {title}\nsummary: {summary}\nlanguage: {language}\ncurrency: {currency}\ntime_zone: {zone}\nperiod: {{start: 2025-05-20, end: 2025-06-30}}\n"


class Author:
    """Writes one campaign's chapters in its language."""

    def __init__(self, language: str, seed: int) -> None:
        self.words = PHRASES[language]
        self.chance = random.Random(seed)

    def phrase(self, kind: str) -> str:
        return self.chance.choice(self.words[kind])

    def sentence(self) -> str:
        return self.words["sentence"].format(*(self.phrase(kind) for kind in ("subject", "verb", "object", "when")))

    def paragraph(self, sentences: int) -> str:
        return self.words["space"].join(self.sentence() for _ in range(sentences))

    def rich(self, sentences: int) -> str:
        """A paragraph with emphasis and a code span."""
        marked = self.words["marked"].format(self.phrase("subject"), self.phrase("object"), self.phrase("code"))
        return self.words["space"].join([self.paragraph(sentences), marked])

    def table(self) -> str:
        head = "| " + " | ".join(self.words["table"]) + " |\n| --- | --- | ---: |\n"
        rows = (f"| {self.phrase('subject')} | {self.phrase('object')} | {self.chance.randrange(10, 9000)} |" for _ in range(4))
        return head + "\n".join(rows)

    def chapter(self, number: int) -> str:
        other = (number + self.chance.randrange(1, len(SLUGS))) % len(SLUGS)
        linked = self.words["linked"].format(self.words["titles"][other], f"{other + 1:02}-{SLUGS[other]}.md", "https://example.com/handbook/")
        size = self.words["sentences"]
        return "\n\n".join([
            self.rich(size),
            f"## {self.phrase('heading')}",
            self.paragraph(size),
            "\n".join(f"- {self.sentence()}" for _ in range(4)),
            self.table(),
            f"## {self.phrase('heading')}",
            linked,
            f"> {self.sentence()}",
            "\n".join(f"{place}. {self.sentence()}" for place in range(1, 4)),
            f"### {self.phrase('heading')}",
            self.rich(size),
        ]) + "\n"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def campaign(number: int, content: Path, hugo: Path | None) -> None:
    language = "zh-Hans" if number % 2 else "en"
    author = Author(language, SEED + number)
    name = f"campaign-{number:05}"
    title, summary = author.words["campaign"].format(number), author.sentence()
    currency, zone = ("CNY", "Asia/Shanghai") if number % 2 else ("USD", "UTC")
    write(content / name / "campaign.yaml", CAMPAIGN.format(title=title, summary=summary, language=language, currency=currency, zone=zone))
    if hugo:
        write(hugo / name / "_index.md", f"---\ntitle: {title}\nsummary: {summary}\nlang: {language}\n---\n")
    for place, slug in enumerate(SLUGS):
        head = f"title: {author.words['titles'][place]}\nsummary: {author.sentence()}\n"
        text = author.chapter(place)
        file = f"{place + 1:02}-{slug}.md"
        write(content / name / "chapters" / file, f"---\n{head}---\n\n{text}")
        if hugo:
            write(hugo / name / file, f"---\n{head}slug: {slug}\nweight: {place + 1}\n---\n\n{text}")


def main() -> None:
    count, content = int(sys.argv[1]), Path(sys.argv[2])
    hugo = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    for number in range(count):
        campaign(number, content, hugo)


main()
