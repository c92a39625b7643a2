"""The web page: looks ready documents up and lays them out; writes only what people hand in and correct."""

from trendechos.web.app import create_app
from trendechos.web.security import Access

__all__ = ["Access", "create_app"]
