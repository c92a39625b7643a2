"""Alerts by rule and the newsletter, over what watching takes."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from tests.flow.site import FakeClock, Reply, Site, article

from trendechos.errors import SkipItem
from trendechos.flow import deliver
from trendechos.flow.newsletter import Entry, Letter, html, text
from trendechos.flow.situation_file import Delivery
from trendechos.flow.watch import Watcher

DAY = 86_400.0
Begin = Callable[..., Watcher]
RULES = '[[alerts]]\nrule = "number_moved"\nover_percent = 20\nto = [{to}]\n'
SAID = "<p>Ukraine's army said on {day} that {n} soldiers had been killed in Kharkiv.</p>"


def told(number: int, count: str, day: int) -> str:
    weekday = ["Monday", "Tuesday", "Wednesday", "Thursday"][day - 4]
    return article(number, body=SAID.format(day=weekday, n=count) * 2, date=f"2024-11-{day:02}")


@pytest.fixture
def moving(site: Site, clock: FakeClock, begin: Begin) -> Callable[..., Watcher]:
    """A watcher that has taken one number, before another stands in the feed."""

    def start(**parts: object) -> Watcher:
        site.feed([1])
        site.put("/1", told(1, "1,000", 4))
        watcher = begin(**parts)
        watcher.once()
        site.feed([1, 2])
        site.put("/2", told(2, "2,000", 5))
        clock.time += DAY
        return watcher

    return start


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_a_number_that_moved_is_told_once(moving: Begin, clock: FakeClock, tmp_path: Path, site: Site) -> None:
    watcher = moving(more=RULES.format(to='"file"'))
    assert lines(tmp_path / "alerts.jsonl") == []
    assert watcher.once().told == 1
    clock.time += DAY
    assert watcher.once().told == 0
    (alert,) = lines(tmp_path / "alerts.jsonl")
    assert alert["rule"] == "number_moved"
    assert "from 1,000 to 2,000 (+100%)" in alert["text"]
    assert alert["pages"] == [
        {
            "outlet": "Example Post",
            "title": "Flood report 2",
            "url": f"{site.base}/2",
            "published": "2024-11-05",
        }
    ]


def test_a_number_that_moved_too_little_is_not_told(moving: Begin) -> None:
    assert moving(more=RULES.format(to='"file"').replace("20", "150")).once().told == 0


def test_a_webhook_that_fails_is_tried_again_and_its_address_stays_secret(
    moving: Begin, clock: FakeClock, site: Site
) -> None:
    site.pages["/hook-secret"] = Reply(status=500)
    environment = {"TRENDECHOS_WEBHOOK": f"{site.base}/hook-secret"}
    watcher = moving(more=RULES.format(to='"webhook"'), environment=environment)
    assert watcher.once().undelivered == 1
    with watcher.reader.store.view() as view:
        (waiting,) = view.watching.notices("floods", states=["waiting"])
    assert "secret" not in waiting.body
    assert "answered 500" in waiting.body
    site.pages["/hook-secret"] = Reply(status=204)
    clock.time += DAY
    assert watcher.once().told == 1
    assert len(site.posted) == 2
    assert json.loads(site.posted[1])["rule"] == "number_moved"


@pytest.mark.parametrize(("environment", "reason"), [
    ({}, "TRENDECHOS_WEBHOOK is not set"),
    ({"TRENDECHOS_WEBHOOK": "ftp://secret/x"}, "not one that is fetched"),
    ({"TRENDECHOS_WEBHOOK": "http://169.254.169.254/secret"}, "not a public address"),
    ({"TRENDECHOS_WEBHOOK": "http://127.0.0.1:1/secret"}, "webhook"),
])  # fmt: skip
def test_a_webhook_that_may_not_be_asked(environment: dict[str, str], reason: str) -> None:
    with pytest.raises(SkipItem, match=reason) as caught:
        deliver.to_webhook(Delivery(), environment, "{}", frozenset({"127.0.0.1"}))
    assert "secret" not in str(caught.value)


def test_edited_and_removed_pages_are_told(site: Site, clock: FakeClock, begin: Begin, tmp_path: Path) -> None:
    site.feed([1, 2])
    watcher = begin(more="".join(f'[[alerts]]\nrule = "{rule}"\n' for rule in ("new_version", "removed")))
    watcher.once()
    site.put("/1", article(1).replace("101", "250"))
    site.pages["/2"] = Reply("gone", status=410)
    clock.time += DAY
    watcher.once()
    clock.time += DAY
    watcher.once()
    found = lines(tmp_path / "alerts.jsonl")
    assert sorted(alert["rule"] for alert in found) == ["new_version", "removed"]
    assert next(alert for alert in found if alert["rule"] == "new_version")["claims"]["changed"]


class Mailbox(socketserver.StreamRequestHandler):
    """Takes one letter as an SMTP server does."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        body: list[bytes] = []
        while line := self.rfile.readline():
            if line.upper().startswith(b"DATA"):
                self.wfile.write(b"354 go\r\n")
                while (part := self.rfile.readline()) not in (b".\r\n", b""):
                    body.append(part)
                self.server.letters.append(b"".join(body))
            if line.upper().startswith(b"QUIT"):
                return
            if line.upper().startswith(b"AUTH"):
                self.wfile.write(b"535 no\r\n")
                continue
            self.wfile.write(
                b"250-here\r\n250 AUTH PLAIN\r\n" if line[:4].upper() == b"EHLO" else b"250 ok\r\n"
            )


@contextmanager
def mailbox() -> Iterator[tuple[int, list[bytes]]]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        server.daemon_threads = True
        server.letters = []
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server.server_address[1], server.letters
        server.shutdown()


MAIL = Delivery(
    email_from="a@a.example", email_to=("b@b.example",), smtp_host="127.0.0.1", smtp_security="none"
)


def test_e_mail_is_sent_and_a_title_makes_no_header() -> None:
    with mailbox() as (port, letters):
        mail = deliver.Mail("Flood\r\nBcc: x@x.example", "Words.", "<p>Words.</p>")
        deliver.to_email(replace(MAIL, smtp_port=port), {}, mail)
    assert b"\r\nBcc:" not in letters[0]
    assert b"text/html" in letters[0]


def test_a_server_without_encryption_gets_neither_letter_nor_password() -> None:
    secrets = {deliver.USER: "ada", deliver.PASSWORD: "hush-hush"}
    with mailbox() as (port, letters):
        secure = replace(MAIL, smtp_port=port, smtp_security="starttls")
        with pytest.raises(SkipItem, match="SMTPNotSupportedError"):
            deliver.to_email(secure, secrets, deliver.Mail("S", "T"))
    assert letters == []


def test_a_refused_password_is_not_repeated() -> None:
    secrets = {deliver.USER: "ada", deliver.PASSWORD: "hush-hush"}
    with mailbox() as (port, _), pytest.raises(SkipItem, match="not accepted") as caught:
        deliver.to_email(replace(MAIL, smtp_port=port), secrets, deliver.Mail("S", "T"))
    assert "hush" not in str(caught.value)
    with pytest.raises(SkipItem, match="e-mail: "):
        deliver.to_email(replace(MAIL, smtp_port=1), {}, deliver.Mail("S", "T"))


def test_the_newsletter_says_what_is_new_and_only_that(
    moving: Begin, clock: FakeClock, site: Site, tmp_path: Path
) -> None:
    watcher = moving(more='[newsletter]\nfolder = "letters"\nevery_hours = 12\n')
    (first,) = (tmp_path / "letters").glob("*.txt")
    assert f"{site.base}/1" in first.read_text()
    watcher.once()
    clock.time += DAY
    watcher.once()
    found = sorted((tmp_path / "letters").glob("*.txt"))
    assert len(found) == 2
    second = found[1].read_text()
    assert "from 1,000 to 2,000" in second
    assert f"{site.base}/2" in second
    assert f"{site.base}/1" not in second
    assert len(list((tmp_path / "letters").glob("*.html"))) == 2


def test_a_letter_holds_no_markup_of_pages() -> None:
    bad = Entry(
        "<script>alert(1)</script>\u202etxt", (("<b>Outlet</b>", "https://a.example/?a=1&b=2"), ("x", None))
    )
    made = Letter("<i>Title</i>", "2024-11-05", (("New origins", (bad,)),))
    page = html(made)
    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page
    assert 'href="https://a.example/?a=1&amp;b=2"' in page
    assert "\u202e" not in page + text(made)


POST = (
    '[delivery]\nemail_from = "a@a.example"\nemail_to = ["b@b.example"]\nsmtp_host = "127.0.0.1"\n'
    'smtp_port = {port}\nsmtp_security = "none"\n'
)


def test_alerts_and_letters_go_out_by_e_mail_and_again_where_the_server_was_down(
    site: Site, clock: FakeClock, begin: Begin, tmp_path: Path
) -> None:
    letter = '[newsletter]\nfolder = "letters"\nevery_hours = 0\nemail = true\n'
    site.feed([1])
    site.put("/1", told(1, "1,000", 4))
    watcher = begin(more=RULES.format(to='"email"') + POST.format(port=1) + letter)
    watcher.once()
    site.feed([1, 2])
    site.put("/2", told(2, "2,000", 5))
    clock.time += DAY
    assert watcher.once().undelivered == 1
    with mailbox() as (port, letters):
        again = begin(more=RULES.format(to='"email"') + POST.format(port=port) + letter)
        clock.time += DAY
        assert again.once().told == 1
        clock.time += DAY
        assert again.once().told == 0
    read = [message_from_bytes(one, policy=default) for one in letters]
    (alert,) = [one for one in read if "from 1,000 to 2,000" in one["Subject"]]
    # The letters that were not taken are told again in one that holds all their news.
    (news,) = [one for one in read if "new as of" in one["Subject"]]
    assert alert["To"] == news["To"] == "b@b.example"
    body = news.get_body(("plain",))
    written = body.get_content() if body else ""
    assert f"{site.base}/1" in written
    assert f"{site.base}/2" in written
