"""`make run`: the demo on this machine alone, from an empty folder to an address that answers."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PATIENCE_SECONDS = 30


def main() -> int:
    port = free_port(os.environ.get("PORT", "8000"))
    os.environ.update({**demo_settings(port), **os.environ})
    address = os.environ["CHARTERHUB_PUBLIC_ADDRESS"]
    flask("db", "upgrade")
    sign_ins = flask("charterhub", "seed-demo", "--sign-ins")
    server = subprocess.Popen([BIN / "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4",
                               "--no-control-socket", "--log-level", "warning", "wsgi:app"], cwd=ROOT)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches gunicorn by itself
    if not answers(f"http://127.0.0.1:{port}/", server):
        server.terminate()
        return fail("The server did not start; its reason stands above.")
    print(f"\nCharterHub answers at {address} (stop it with Ctrl-C).\n{sign_ins}", flush=True)
    return max(0, server.wait())


def demo_settings(port: int) -> dict[str, str]:
    """What a demonstration on one's own machine needs; anything already in the environment goes before it."""
    return {
        "FLASK_APP": "wsgi",
        "CHARTERHUB_SECRET_KEY": secret_key(),
        "CHARTERHUB_PUBLIC_ADDRESS": f"http://localhost:{port}",
        "CHARTERHUB_INSECURE_COOKIES": "1",
        "CHARTERHUB_SHOW_OUTBOX": "1",
    }


def secret_key() -> str:
    """Made once, readable by its owner alone, so that people stay signed in across restarts."""
    file = ROOT / "instance" / "secret-key"
    file.parent.mkdir(exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()


def free_port(wanted: str) -> int:
    if not wanted.isdecimal() or not 0 < int(wanted) < 65536:
        sys.exit(fail(f"{wanted} is no port; choose a number up to 65535: make run PORT=8001"))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(wanted)))
        except OSError:
            sys.exit(fail(f"Port {wanted} is in use, or not yours to use; choose another one: make run PORT={8001 if wanted == '8000' else 8000}"))
    return int(wanted)


def flask(*command: str) -> str:
    """Run a command of the application and return what it prints; its complaints are shown when it fails."""
    done = subprocess.run([BIN / "flask", *command], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        sys.exit(fail(f"“flask {' '.join(command)}” did not succeed; its reason stands above."))
    return done.stdout


def answers(address: str, server: subprocess.Popen[bytes]) -> bool:
    here = build_opener(ProxyHandler({}))
    deadline = time.monotonic() + PATIENCE_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            return here.open(address, timeout=PATIENCE_SECONDS).status == 200
        except HTTPError as error:
            print(f"{address} answered {error.code}.", file=sys.stderr)
            return False
        except (URLError, TimeoutError):
            time.sleep(0.1)
    return False


def fail(sentence: str) -> int:
    print(f"charterhub: {sentence}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
