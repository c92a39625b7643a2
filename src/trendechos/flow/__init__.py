"""The only place that composes stages: collect, read, assess, write."""
