"""What of a page reaches the report: main text, title, date and byline, on pages of our own making.

    python -m evaluation.extraction [--show]
    python -m evaluation.extraction --set FOLDER

Fifty pages, five articles in each of ten layouts that news sites use, are written by this module: the
truth is known to the letter. The layouts differ in where the text stands, how the date and the author are
given, and what surrounds them. Main text is scored by its words in order (longest common subsequence):
precision is how much of what came out belongs, recall how much of the article came out. Title, date and
byline are right or wrong, or missing.

With `--set` the main text is scored on a folder laid out as the public article-extraction-benchmark is
(`ground-truth.json` and `html/NAME.html.gz`), by runs of four words, as its own evaluation does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from rapidfuzz.distance import LCSseq

from trendechos.ingest import page
from trendechos.records import Report

_NAMES = ("Ada Lindqvist", "Tomas Okafor", "Mira Castellano", "Jonas Weber", "Leila Haddad")
_PLACES = ("Exampletown", "Upper Weir", "Ferry Landing", "Old Mill", "Stonebridge")
_OPENINGS = (
    "The river at {place} rose by {n} centimetres overnight, the mayor said on {day}.",
    "About {n} people left their homes in {place} on {day}, Civil Protection said.",
    "The council of {place} voted on {day} to spend {n} million crowns on a new bridge.",
    "A fire in the harbour of {place} destroyed {n} boats on {day}, police said.",
    "Voters in {place} queued at {n} polling stations on {day}, the election office said.",
)
_BODIES = (
    "Nobody in the town hall would say how long repairs might take; two engineers spoke of several weeks.",
    "“We have seen worse, but never so early in the year,” said {name}, who has run the ferry for two decades.",
    "The regional government denied reports that it had been warned a month before.",
    "According to a document seen by this paper, at least {n} inspections were put off since the spring.",
    "Schools stay closed until Thursday; the hospital moved {n} patients to the next town as a precaution.",
    "An independent panel is to report before the end of the year, the ministry said in a statement.",
    "Residents put up sandbags through the night while soldiers laid a second cable across the valley.",
)
_MONTHS = ("January", "February", "March", "April", "May", "June")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MOODS = ("questions", "anger", "relief", "a long night")
_TEASERS = (
    "Ten recipes for a rainy weekend", "Cup final goes to extra time", "Subscribe now for one crown a week",
    "Stars shine at the film awards", "Most read: how to save on heating this winter",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """What a page should give."""

    title: str
    byline: str
    day: str
    written: str
    paragraphs: tuple[str, ...]


def articles(layout: int) -> list[Article]:
    """The five articles of a layout, the same on every run."""
    made = []
    for number in range(5):
        chance = random.Random(100 * layout + number)
        place, name, month = chance.choice(_PLACES), _NAMES[number], chance.randrange(6)
        date = chance.randrange(1, 29)
        filled = {"place": place, "name": name, "n": chance.randrange(3, 900), "day": chance.choice(_DAYS)}
        bodies = chance.sample(_BODIES, chance.randrange(4, 7))
        made.append(
            Article(
                f"{place}: {chance.choice(_MOODS)} after {filled['day']}",
                name,
                f"2024-{month + 1:02}-{date:02}",
                f"{date} {_MONTHS[month]} 2024",
                tuple(text.format(**filled) for text in (_OPENINGS[number], *bodies)),
            )
        )
    return made


def _paragraphs(article: Article, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in article.paragraphs)


def _around(middle: str, head: str = "") -> str:
    teasers = "".join(f'<li><a href="/t{number}">{text}</a></li>' for number, text in enumerate(_TEASERS))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        '<header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>'
        f'{middle}<aside class="related"><h3>More from us</h3><ul>{teasers}</ul></aside>'
        "<footer>© Example Post. All rights reserved. Cookie settings</footer></body></html>"
    )


def _meta(article: Article) -> str:
    return (
        f'<title>{article.title} | Example Post</title><meta property="og:title" content="{article.title}">'
        '<meta property="og:site_name" content="Example Post">'
        f'<meta property="article:published_time" content="{article.day}T08:30:00Z">'
        f'<meta name="author" content="{article.byline}">'
    )


def _ld(article: Article) -> str:
    return (
        f"<title>{article.title}</title>"
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
        f'"headline": "{article.title}", "datePublished": "{article.day}T08:30:00+01:00", '
        f'"author": {{"@type": "Person", "name": "{article.byline}"}}, '
        '"publisher": {"@type": "Organization", "name": "Example Post"}}</script>'
    )


def _h1(article: Article) -> str:
    return f"<h1>{article.title}</h1>"


def _semantic(article: Article) -> str:
    middle = f"<main><article>{_h1(article)}{_paragraphs(article)}</article></main>"
    return _around(middle, _meta(article))


def _linked_data(article: Article) -> str:
    return _around(f'<div class="story">{_h1(article)}{_paragraphs(article)}</div>', _ld(article))


def _time_element(article: Article) -> str:
    byline = f'<p class="byline">By <a rel="author" href="/a">{article.byline}</a></p>'
    when = f'<time datetime="{article.day}">{article.written}</time>'
    middle = f"<article>{_h1(article)}{byline}{when}{_paragraphs(article)}</article>"
    return _around(middle, f"<title>{article.title}</title>")


def _old_tables(article: Article) -> str:
    cells = f"<td><font size=2>{_paragraphs(article)}</font></td>"
    side = "<td><a href='/x'>Advertising</a><br><a href='/y'>Classifieds</a></td>"
    when = f"<b>{article.written}</b> by {article.byline}"
    middle = f"<table><tr><td>{_h1(article)}{when}</td></tr><tr>{cells}{side}</tr></table>"
    return _around(middle, f"<title>{article.title} - Example Post</title>")


def _bare_divs(article: Article) -> str:
    text = "".join(f'<div class="para">{one}</div>' for one in article.paragraphs)
    middle = f'<div id="content"><div class="entry-content">{_h1(article)}{text}</div></div>'
    return _around(middle, _meta(article))


def _interrupted(article: Article) -> str:
    advert = '<div class="advertisement"><p>Advertisement</p><a href="/ad">Buy now, pay later</a></div>'
    letter = (
        '<div class="newsletter-signup"><p>Sign up for our morning newsletter</p><form><input></form></div>'
    )
    parts = [f"<p>{text}</p>" for text in article.paragraphs]
    parts.insert(2, advert)
    parts.insert(5, letter)
    return _around(f"<article>{_h1(article)}{''.join(parts)}</article>", _meta(article))


def _with_comments(article: Article) -> str:
    comments = "".join(
        f'<div class="comment"><b>reader{number}</b><p>I do not believe a word, number {number}.</p></div>'
        for number in range(6)
    )
    middle = (
        f'<article>{_h1(article)}{_paragraphs(article)}</article><section id="comments">{comments}</section>'
    )
    return _around(middle, _meta(article))


def _blog(article: Article) -> str:
    info = (
        f'<span class="posted-on">{article.written}</span> <span class="author vcard">{article.byline}</span>'
    )
    tags = '<div class="tags">Tags: <a href="/t">town</a> <a href="/u">council</a></div>'
    share = '<div class="share"><a href="#">Share on all networks</a></div>'
    middle = (
        f'<div class="post"><h1 class="entry-title">{article.title}</h1><div class="entry-meta">{info}</div>'
        f'<div class="entry-content">{_paragraphs(article)}</div>{tags}{share}</div>'
    )
    return _around(middle, f"<title>{article.title} – Example Blog</title>")


def _line_breaks(article: Article) -> str:
    text = "<br><br>".join(article.paragraphs)
    middle = f'<div class="article-body">{_h1(article)}{text}</div>'
    return _around(middle, _meta(article))


def _with_picture(article: Article) -> str:
    first, *others = article.paragraphs
    picture = '<figure><img src="/p.jpg"><figcaption>The valley. Photo: Example Agency</figcaption></figure>'
    rest = "".join(f"<p>{text}</p>" for text in others)
    middle = f"<article>{_h1(article)}<p class='lead'><strong>{first}</strong></p>{picture}{rest}</article>"
    return _around(middle, _ld(article))


LAYOUTS: tuple[tuple[str, Callable[[Article], str]], ...] = (
    ("semantic elements, metadata in the head", _semantic),
    ("linked data (JSON-LD), text in a div", _linked_data),
    ("date in a time element, byline in the text", _time_element),
    ("tables of the nineties", _old_tables),
    ("divs for paragraphs", _bare_divs),
    ("advertisement and sign-up inside the text", _interrupted),
    ("readers' comments below", _with_comments),
    ("blog, date and author in spans", _blog),
    ("line breaks for paragraphs", _line_breaks),
    ("picture with caption, lead in bold", _with_picture),
)


@dataclass(slots=True)
class Score:
    """Words in common, given and wanted; right, given and wanted answers of each field."""

    common: int = 0
    given: int = 0
    wanted: int = 0
    right: int = 0
    answered: int = 0
    asked: int = 0

    def add(self, other: Score) -> None:
        """Adds another score to this one."""
        for name in Score.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def text_score(found: str, article: Article) -> Score:
    """How the words of `found` and of the article meet, in order."""
    ours, wanted = found.split(), " ".join(article.paragraphs).split()
    return Score(LCSseq.similarity(ours, wanted), len(ours), len(wanted))


def field_score(found: str | None, wanted: str) -> Score:
    """Whether a field is right; a field that is missing is no answer."""
    return Score(right=int(found == wanted), answered=int(found is not None), asked=1)


def measure(layout: int) -> dict[str, Score]:
    """The scores of one layout by field."""
    scores = {name: Score() for name in ("text", "title", "date", "byline")}
    for article in articles(layout):
        made = page.parse(LAYOUTS[layout][1](article).encode(), f"https://post.example/{layout}/{article.day}")
        report = made if isinstance(made, Report) else None
        scores["text"].add(text_score(report.text if report else "", article))
        scores["title"].add(field_score(report.title if report else None, article.title))
        scores["date"].add(field_score(report.published_on if report else None, article.day))
        scores["byline"].add(field_score(report.byline if report else None, article.byline))
    return scores


# As long as the runs that the public set's own evaluation compares.
_RUN = 4


def public(folder: Path) -> str:
    """Precision, recall and F1 of the main text over a public set, the mean of its pages."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    precision, recall, empty = [], [], 0
    for name, wanted in sorted(truth.items()):
        found = page.found(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), wanted["url"])
        empty += isinstance(found, str)
        ours, theirs = _runs("" if isinstance(found, str) else found.text), _runs(wanted["articleBody"])
        common = (ours & theirs).total()
        precision += [common / ours.total()] if ours else []
        recall += [common / theirs.total()] if theirs else []
    shares = mean(precision), mean(recall)
    f1 = 2 * shares[0] * shares[1] / sum(shares)
    told = f"precision {shares[0]:.3f}, recall {shares[1]:.3f}, F1 {f1:.3f}"
    return f"{len(truth)} pages, {empty} without text: {told}"


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(min(len(words), 1), len(words) - _RUN + 1)))


def line(name: str, scores: dict[str, Score]) -> str:
    """One row of the table."""
    text = scores["text"]
    precision, recall = text.common / max(text.given, 1), text.common / max(text.wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    cells = [f"{precision:.3f} {recall:.3f} {f1:.3f}"]
    for field in ("title", "date", "byline"):
        one = scores[field]
        cells.append(f"{one.right}/{one.answered}/{one.asked}")
    return f"{name:46} " + "  ".join(f"{cell:>17}" for cell in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what came out of each layout's first page")
    parser.add_argument("--least", type=float, default=0.0, help="fail when the F1 of the text is below this")
    parser.add_argument("--set", type=Path, help="a public set of pages to score instead of our own")
    given = parser.parse_args()
    if given.set:
        print(public(given.set))
        return
    print(f"{'layout':46} {'text P R F1':>17}  {'title':>17}  {'date':>17}  {'byline':>17}")
    total = {name: Score() for name in ("text", "title", "date", "byline")}
    for number, (name, layout) in enumerate(LAYOUTS):
        scores = measure(number)
        for field, score in scores.items():
            total[field].add(score)
        print(line(name, scores))
        if given.show:
            print(page.parse(layout(articles(number)[0]).encode(), "https://post.example/x"))
    print(line("all 50 pages", total))
    print("title, date, byline: right / given / asked")
    text = total["text"]
    if 2 * text.common < given.least * (text.given + text.wanted):
        raise SystemExit(f"the F1 of the text is below {given.least}")


if __name__ == "__main__":
    main()
