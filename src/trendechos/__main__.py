"""`python -m trendechos` is the command `trendechos`."""

from trendechos.cli import main

main()
