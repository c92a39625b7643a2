"""What maintainers run: tables of the documentation, derived data, locks."""
