"""What things cost: run a module with `python -m benchmarks.NAME`; tests never time anything."""

# First of all, so that NumPy starts one thread, as in every command: a second one only waits, and its waiting
# counts as CPU time.
import trendechos  # noqa: F401
