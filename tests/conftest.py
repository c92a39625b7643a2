"""Puts the repository's root on the path, so that tests reach `tests.build` and `evaluation`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
