"""Tasks that kill the process they run in."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def die_once(marker: str) -> str:
    """The name of the file `marker`; the first call makes it and is killed."""
    path = Path(marker)
    if not path.exists():
        path.write_text("died")
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name


def die_always(number: int) -> int:
    """Never returns."""
    os.kill(os.getpid(), signal.SIGKILL)
    return number
