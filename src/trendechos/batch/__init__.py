"""How work is spread: an Executor maps a pure function over batches and keeps their order."""

from trendechos.batch.dask import Dask
from trendechos.batch.executor import Executor, choose
from trendechos.batch.processes import Processes
from trendechos.batch.serial import Serial

__all__ = ["Dask", "Executor", "Processes", "Serial", "choose"]
