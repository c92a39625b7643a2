"""What robots.txt allows."""

import pytest

from trendechos.ingest.robots import Rules

TEXT = b"User-agent: *\nDisallow: /private\nCrawl-delay: 3\n\nUser-agent: trendechos\nDisallow: /ours\n"


@pytest.mark.parametrize(("path", "allowed"), [("/", True), ("/private/1", True), ("/ours/1", False)])
def test_our_own_group_counts(path: str, allowed: bool) -> None:
    assert Rules(TEXT).allow(f"https://a.example{path}") is allowed


def test_no_rules_allow_everything() -> None:
    assert Rules().allow("https://a.example/x")
    assert Rules(b"\xff\xfe\x00broken<html>").allow("https://a.example/x")
    assert Rules(b"User-agent: *\nCrawl-delay: 3\n").delay_seconds == 3
