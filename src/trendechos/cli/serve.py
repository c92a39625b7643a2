"""`trendechos serve`: the pages of a store, and the worker that makes them."""

from __future__ import annotations

import getpass
import multiprocessing
import os
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trendechos.cli import options
from trendechos.cli.console import out as show
from trendechos.errors import InvalidInput
from trendechos.flow import worker
from trendechos.flow.collect import collect, no_report
from trendechos.flow.run import today
from trendechos.settings import Settings
from trendechos.store import open_store

if TYPE_CHECKING:
    from trendechos.web import Access

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT...]",
        help="Reports to show as a situation; without any, what the store holds.",
        show_default=False,
    ),
]


def serve(  # noqa: PLR0913  one parameter an option
    inputs: Inputs = None,
    title: Annotated[str, typer.Option(help="Title of the situation that INPUT makes.")] = "",
    about: options.About = None,
    store: options.Store = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A further name under which the server answers.")
    ] = None,
    token: Annotated[
        str, typer.Option(envvar="TRENDECHOS_TOKEN", help="What people sign in with to add and correct.")
    ] = "",
    password_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Who may add and correct: one name:hash a line.")
    ] = None,
    add_person: Annotated[
        str, typer.Option(metavar="NAME", help="Ask for a password, add NAME to --password-file, and end.")
    ] = "",
    quiet: options.Quiet = False,
) -> None:
    """Show situations in the browser, take reports and corrections, and keep the pages up to date.

    Reading is open to whoever reaches the server. Writing is open to everybody on this machine only;
    with --token or --password-file people sign in first, and on any other address than this machine's
    own the server does not start without one of them.
    """
    if add_person:
        _add_person(add_person, password_file)
        return
    access = _access(host, allow_host or [], token, password_file)
    settings = options.settings(store, None)
    settings = replace(settings, store=settings.store_url)
    if inputs:
        reports, gaps = collect(inputs, settings, today=today())
        if not reports:
            raise InvalidInput(no_report(inputs, gaps))
        worker.prepare(settings, reports, title=title, about=about)
    _run(settings, access, host, port, quiet=quiet)


def _access(host: str, names: list[str], token: str, password_file: Path | None) -> Access:
    from trendechos.web import security  # noqa: PLC0415  the extra `web`

    people = security.people(password_file) if password_file else {}
    if not security.is_loopback(host) and not token and not people:
        raise InvalidInput(
            f"--host {host} can be reached from other machines: give --token or --password-file, "
            "so that not everybody may write"
        )
    bound = [] if host in ("0.0.0.0", "::") else [host]  # noqa: S104  compared, not bound
    return security.Access(
        token, people, frozenset((*security.LOOPBACK, *bound, *(name.lower() for name in names)))
    )


def _add_person(name: str, path: Path | None) -> None:
    from trendechos.web.security import hashed  # noqa: PLC0415  the extra `web`

    if path is None or ":" in name or not name.strip():
        raise InvalidInput("give --password-file FILE and a name without a colon")
    password = getpass.getpass(f"Password for {name}: ")
    if len(password) < 8:
        raise InvalidInput("give at least eight characters")
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(f"{name.strip()}:{hashed(password)}\n")


def _run(settings: Settings, access: Access, host: str, port: int, *, quiet: bool) -> None:
    import uvicorn  # noqa: PLC0415  the extra `web`

    from trendechos.web import create_app  # noqa: PLC0415  the extra `web`

    # uvicorn ends by the signal that stopped it; as an exception it lets us end the worker first.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    listening = _listening(host, port)
    store = open_store(settings.store_url)
    # A process of its own: reading and assessing would hold up the pages in a thread.
    context = multiprocessing.get_context("spawn")
    made = context.Process(target=worker.run, args=(settings, os.getpid()), daemon=True)
    made.start()
    if not quiet:
        show(f"Showing {settings.store_url} at http://{host}:{port}/ (end with Ctrl-C)")
    try:
        config = uvicorn.Config(
            create_app(store, access), log_level="warning", access_log=False, server_header=False,
            proxy_headers=False,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run([listening])
    finally:
        made.terminate()
        made.join(5)
        store.close()


def _listening(host: str, port: int) -> socket.socket:
    """The socket that pages are asked of; an address that is taken is told before anything starts."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        # Python adds the address to the system's words, which the message has.
        reason = (error.strerror or str(error)).partition(" (")[0].lower()
        raise InvalidInput(f"cannot listen at {host}, port {port}: {reason}; give another --port") from error
