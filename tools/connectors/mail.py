"""Sends a request for a call back by mail: `mail:nurse@example.org`."""

from __future__ import annotations

import datetime
import smtplib
import ssl
import textwrap
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from actions.settings import SettingsError
from answers.interface import read_words
from answers.outbox import Request
from tools.connectors import LOOPBACK, Connector, DeliveryError, seconds, secret

SCHEMES = ("mail",)
PORTS = {"starttls": 587, "tls": 465, "none": 25}
SURFACE = "outbox.yml"


@dataclass(frozen=True)
class _Server:
    """The mail server of the clinic."""

    host: str
    port: int
    security: str
    user: str
    password: str
    patience: float

    def open(self) -> smtplib.SMTP:
        """Return a connection, encrypted and logged in as the settings say; raises OSError."""
        trusted = ssl.create_default_context()
        if self.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=self.patience, context=trusted)
        else:
            smtp = smtplib.SMTP(self.host, self.port, timeout=self.patience)
        try:
            if self.security == "starttls":
                smtp.starttls(context=trusted)
            if self.user:
                smtp.login(self.user, self.password)
        except OSError:
            smtp.close()
            raise
        return smtp


def connect(to: str, environment: Mapping[str, str]) -> Connector:
    """Return what sends one mail for each request; raises SettingsError."""
    server = _server(environment)
    receiver = _address(to.partition(":")[2], "GUIDE_OUTBOX_TO")
    sender = _address(environment.get("GUIDE_SMTP_FROM") or receiver.addr_spec, "GUIDE_SMTP_FROM")
    words = _words(environment)

    def send(request: Request) -> None:
        _send(server, _mail(request, words, sender, receiver))

    return send


def _server(environment: Mapping[str, str]) -> _Server:
    host, security = environment.get("GUIDE_SMTP_HOST") or "", environment.get("GUIDE_SMTP_SECURITY") or "starttls"
    if not host:
        raise SettingsError("GUIDE_SMTP_HOST is not set; it names the mail server of the clinic")
    if security not in PORTS:
        raise SettingsError(f'GUIDE_SMTP_SECURITY is "{security}"; known: {", ".join(PORTS)}')
    if security == "none" and host not in LOOPBACK:
        raise SettingsError('GUIDE_SMTP_SECURITY is "none", which only a mail server on this machine may have')
    port = environment.get("GUIDE_SMTP_PORT") or str(PORTS[security])
    if not port.isdigit():
        raise SettingsError(f'GUIDE_SMTP_PORT is "{port}"; it is a number, such as {PORTS[security]}')
    user = environment.get("GUIDE_SMTP_USER") or ""
    password = secret("GUIDE_SMTP_PASSWORD_FILE", environment) if user else ""
    return _Server(host, int(port), security, user, password, seconds(environment))


def _address(text: str, setting: str) -> Address:
    try:
        found = Address(addr_spec=text)
    except (ValueError, IndexError) as error:
        raise SettingsError(f'{setting} has "{text}", which is no mail address') from error
    if not (found.username and found.domain):
        raise SettingsError(f'{setting} has "{text}", which is no mail address')
    return found


def _words(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Return what the mail says around the person's words. Not by the library: a fault elsewhere must stop no mail."""
    folder = Path(environment.get("GUIDE_CONTENT") or "content", environment.get("GUIDE_LANGUAGE") or "en")
    path = folder / "interface" / SURFACE
    words, problems = read_words(path, path.as_posix())
    if problems:
        raise SettingsError("\n".join(map(str, problems)))
    return words


def _mail(request: Request, words: Mapping[str, str], sender: Address, receiver: Address) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, receiver, words["subject"]
    mail["Date"] = format_datetime(datetime.datetime.now(datetime.UTC))
    # The same at each try: a mail server that got it twice can tell.
    mail["Message-ID"] = f"<{request.id}@{sender.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    quoted = textwrap.indent(request.words, "> ", lambda _: True)
    mail.set_content(words["body"].format(day=request.day, words=quoted, id=request.id) + "\n")
    return mail


def _send(server: _Server, mail: EmailMessage) -> None:
    """Send; of an error only its code or kind is told, for a server may quote the mail."""
    try:
        smtp = server.open()
        try:
            smtp.send_message(mail)
        except OSError:
            smtp.close()
            raise
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
        raise _refused(server, code) from None
    except smtplib.SMTPResponseException as error:
        raise _refused(server, error.smtp_code) from None
    except smtplib.SMTPNotSupportedError:
        raise DeliveryError(
            f"the mail server {server.host} offers no STARTTLS or no login; see GUIDE_SMTP_SECURITY", passing=False
        ) from None
    except OSError as error:
        what = f"the mail server {server.host}:{server.port} did not take it ({type(error).__name__})"
        remedy = "see that it runs and that GUIDE_SMTP_* fit it"
        raise DeliveryError(f"{what}; {remedy}", passing=True, is_away=True) from None
    # The mail is accepted; whatever the farewell brings, it must not go out again.
    with suppress(OSError):
        smtp.quit()


def _refused(server: _Server, code: int) -> DeliveryError:
    remedy = (
        "see GUIDE_SMTP_USER and its password" if code in (530, 534, 535) else "ask whoever runs it what that means"
    )
    return DeliveryError(f"the mail server {server.host} answered {code}; {remedy}", passing=400 <= code < 500)
