"""Puts the repository's root on the path, so that tests reach `tests.build`; names what is left out."""

import signal
import sys
from collections import defaultdict
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

# What runs in the background is started deaf to Ctrl-C, and what it starts would be too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which tests were left out and how to run them."""
    left_out = defaultdict(list)
    for one in terminalreporter.stats.get("skipped", ()):
        reason = one.longrepr[2] if isinstance(one.longrepr, tuple) else str(one.longrepr)
        left_out[reason.removeprefix("Skipped: ")].append(one.nodeid.split("::")[0])
    for reason, places in sorted(left_out.items()):
        files = ", ".join(sorted(set(places)))
        terminalreporter.write_line(f"left out: {len(places)} tests of {files}: {reason}")
