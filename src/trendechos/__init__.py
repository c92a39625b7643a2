"""trendechos: who said what first, who only repeats it, how many independent origins stand behind it."""

__version__ = "0.1.0"
