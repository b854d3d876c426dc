"""Let several processes work side by side; what they give is the same, and in the same order, as from one."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import Self, TypeVar

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Workers:
    """Up to ``jobs`` processes, begun when there is work for more than one and ended with the context."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def do(self, work: Callable[[_Task], _Result], tasks: Sequence[_Task]) -> Iterator[_Result]:
        """Yield what ``work`` makes of each task, in the order of the tasks.

        ``work`` is a function of a module, and tasks and results can be pickled.
        """
        if self._jobs == 1 or len(tasks) < 2:
            yield from map(work, tasks)
            return
        if self._pool is None:
            # Processes that begin afresh: a copy of this one would share what its libraries hold open.
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"))
        yield from self._pool.map(work, tasks)
