"""Where alerts and letters go: a file, a webhook, e-mail. Secrets come from the environment only."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path

from trendechos.errors import SkipItem
from trendechos.flow.situation_file import Delivery
from trendechos.ingest import fetch

USER, PASSWORD = "TRENDECHOS_SMTP_USER", "TRENDECHOS_SMTP_PASSWORD"
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter in both forms, with the time it bears (seconds since 1970)."""

    subject: str
    text: str
    html: str = ""
    at: float = 0.0


def to_file(path: Path, line: str) -> None:
    """Appends one line; raises SkipItem when the file cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="replace") as opened:
            opened.write(line + "\n")
    except OSError as error:
        raise SkipItem(f"{path.name}: cannot be written: {error.strerror}") from error


def to_webhook(delivery: Delivery, environment: Mapping[str, str], body: str, allow: frozenset[str]) -> None:
    """Posts `body` (JSON) to the address in the environment; raises SkipItem, which never repeats it."""
    url = environment.get(delivery.webhook_env, "").strip()
    if not url:
        raise SkipItem(f"webhook: the environment variable {delivery.webhook_env} is not set")
    limits = fetch.Limits(total_seconds=_SECONDS, wait_seconds=10.0, max_bytes=100_000)
    fetch.post(url, body.encode("utf-8", "replace"), "application/json", allow=allow, limits=limits)


def to_email(delivery: Delivery, environment: Mapping[str, str], mail: Mail) -> None:
    """Sends `mail` by SMTP; raises SkipItem, which holds no password, when it is not taken."""
    message = _message(delivery, mail)
    secure = ssl.create_default_context()
    try:
        if delivery.smtp_security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                delivery.smtp_host, delivery.smtp_port, timeout=_SECONDS, context=secure
            )
        else:
            server = smtplib.SMTP(delivery.smtp_host, delivery.smtp_port, timeout=_SECONDS)
        try:
            if delivery.smtp_security == "starttls":
                server.starttls(context=secure)
            if environment.get(USER):
                server.login(environment[USER], environment.get(PASSWORD, ""))
            server.send_message(message)
            # The letter is taken; how the server says farewell must not make us send it again.
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
        finally:
            server.close()
    except smtplib.SMTPAuthenticationError as error:
        raise SkipItem(f"e-mail: {USER} and {PASSWORD} are not accepted ({error.smtp_code})") from None
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise SkipItem(f"e-mail: {type(error).__name__} from {delivery.smtp_host}") from None


def _message(delivery: Delivery, mail: Mail) -> EmailMessage:
    message = EmailMessage()
    # A title from a page must not become a header of its own.
    message["Subject"] = " ".join(mail.subject.split())[:200]
    message["From"] = delivery.email_from
    message["To"] = ", ".join(delivery.email_to)
    message["Date"] = formatdate(mail.at)
    message["Message-ID"] = make_msgid(domain="trendechos.invalid")
    message.set_content(mail.text)
    if mail.html:
        message.add_alternative(mail.html, subtype="html")
    return message
