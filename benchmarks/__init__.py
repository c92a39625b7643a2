"""What things cost: run a module with `python -m benchmarks.NAME`; tests never time anything."""
