"""Settings, all from CHARTERHUB_* environment variables; what differs while testing differs here, visibly."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1024 * 1024


def from_environment() -> dict[str, object]:
    """The settings of a deployment. Without a secret key the app does not start: see `app.create_app`."""
    instance = Path(os.environ.get("CHARTERHUB_INSTANCE", ROOT / "instance"))
    return {
        "SECRET_KEY": os.environ.get("CHARTERHUB_SECRET_KEY", ""),
        "SQLALCHEMY_DATABASE_URI": database_url(os.environ.get("CHARTERHUB_DATABASE_URL", ""), instance),
        "SESSION_COOKIE_SECURE": os.environ.get("CHARTERHUB_INSECURE_COOKIES", "") != "1",
        "SHOW_OUTBOX": os.environ.get("CHARTERHUB_SHOW_OUTBOX", "") == "1",
        "PUBLIC_ADDRESS": os.environ.get("CHARTERHUB_PUBLIC_ADDRESS", "http://localhost:8000"),
        "RATELIMIT_STORAGE_URI": os.environ.get("CHARTERHUB_RATELIMIT_STORAGE", "memory://"),
        "SIGNING_KEY": os.environ.get("CHARTERHUB_SIGNING_KEY", ""),
        "IDENTITY_SECRETS": identity_secrets(),
        "SMTP_HOST": os.environ.get("CHARTERHUB_SMTP_HOST", ""),
        "SMTP_PORT": int(os.environ.get("CHARTERHUB_SMTP_PORT", "25")),
        "MAIL_FROM": os.environ.get("CHARTERHUB_MAIL_FROM", "charterhub@localhost"),
        "EDITING_MINUTES": int(os.environ.get("CHARTERHUB_EDITING_MINUTES", "15")),
        "VIRUS_SCANNER": os.environ.get("CHARTERHUB_VIRUS_SCANNER", ""),
        "LOOKS_FOR_WHAT_IS_DUE": True,
        "KEPT_PAGES_BYTES": int(os.environ.get("CHARTERHUB_KEPT_PAGES_MB", "24")) * MEGABYTE,
        **always(),
    }


def identity_secrets() -> dict[str, str]:
    """The secrets of governments' identity providers by the member's address: CHARTERHUB_IDENTITY_SECRET_SAINT_DENIS."""
    prefix = "CHARTERHUB_IDENTITY_SECRET_"
    return {name.removeprefix(prefix).lower().replace("_", "-"): value for name, value in os.environ.items() if name.startswith(prefix)}


def always() -> dict[str, object]:
    """What no deployment changes."""
    return {
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_NAME": "charterhub",
        "MAX_CONTENT_LENGTH": 12 * MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": 4 * MEGABYTE,
        "MAX_FORM_PARTS": 6000,
        "WTF_CSRF_TIME_LIMIT": None,
        "BABEL_DEFAULT_LOCALE": "en",
        "BABEL_DEFAULT_TIMEZONE": "UTC",
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "translations"),
        "COMPRESS_MIN_SIZE": 500,
    }


def testing() -> dict[str, object]:
    """Settings under test: an in-memory database unless the test names one, cheap passwords, no rate limits, no kept pages."""
    return {
        "TESTING": True,
        "SECRET_KEY": "only-for-tests",
        "SQLALCHEMY_DATABASE_URI": "sqlite://",
        "PUBLIC_ADDRESS": "http://localhost",
        "SHOW_OUTBOX": True,
        "CHEAP_PASSWORDS": True,
        "RATELIMIT_ENABLED": False,
        "KEPT_PAGES_BYTES": 0,
        "LOOKS_FOR_WHAT_IS_DUE": False,
        "RATELIMIT_STORAGE_URI": "memory://",
        "SMTP_HOST": "",
        "SMTP_PORT": 25,
        "MAIL_FROM": "charterhub@localhost",
        "EDITING_MINUTES": 15,
        **always(),
    }


def database_url(given: str, instance: Path) -> str:
    """The given address with our drivers named; by default an SQLite file in the instance folder."""
    if not given:
        instance.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{instance / 'charterhub.sqlite'}"
    return given.replace("postgres://", "postgresql://", 1).replace("postgresql://", "postgresql+psycopg://", 1)
