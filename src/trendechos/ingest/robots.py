"""What a site's robots.txt allows."""

from __future__ import annotations

from trendechos.errors import InvalidInput
from trendechos.ingest.decode import decode

# The part of our name that robots.txt rules are written for.
AGENT_NAME = "trendechos"
_SIZE_LIMIT = 500_000  # what RFC 9309 asks crawlers to read at least


class Rules:
    """One site's rules; without a robots.txt everything is allowed."""

    def __init__(self, data: bytes = b"") -> None:
        """Reads the first half million bytes of a robots.txt; raises InvalidInput without protego."""
        try:
            from protego import Protego  # noqa: PLC0415 - an optional extra
        except ImportError as error:
            raise InvalidInput(
                "reading robots.txt needs one more package: pip install 'trendechos[watch]'"
            ) from error
        self._rules = Protego.parse(decode(data[:_SIZE_LIMIT])[0])

    def allow(self, url: str) -> bool:
        """True when our reader may fetch `url`."""
        return bool(self._rules.can_fetch(url, AGENT_NAME))

    @property
    def delay_seconds(self) -> float:
        """The pause between two requests that the site asks for; 0 when it names none."""
        return float(self._rules.crawl_delay(AGENT_NAME) or 0)
