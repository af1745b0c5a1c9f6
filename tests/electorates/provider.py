"""A small identity provider on this machine: discovery, keys, the code flow with PKCE, and whatever lies a test wants it to tell."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

SECRET = "a secret of the city"


@dataclass
class Provider:
    """`claims` are whom it signs in next; `lies` overwrite what it says about itself and the token."""

    address: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"}))
    claims: dict[str, Any] = field(default_factory=dict)
    lies: dict[str, Any] = field(default_factory=dict)
    sign_with: RSAKey | None = None
    asked: dict[str, str] = field(default_factory=dict)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        request = Request(environ)
        answers = {"/.well-known/openid-configuration": self._about, "/keys": self._keys, "/token": self._token}
        return answers[request.path](request)(environ, start_response)

    def sign_in(self, asked: str) -> str:
        """What a person does there: the address that the browser is sent back to."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(asked).query).items()}
        self.asked = query
        return query["redirect_uri"] + "?" + urlencode({"code": "the code", "state": query["state"]})

    def _about(self, _request: Request) -> Response:
        return _json({
            "issuer": self.address, "authorization_endpoint": f"{self.address}/authorize", "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys", "id_token_signing_alg_values_supported": ["RS256"],
        })  # fmt: skip

    def _keys(self, _request: Request) -> Response:
        return _json({"keys": [self.key.as_dict(private=False)]})

    def _token(self, request: Request) -> Response:
        verifier = base64.urlsafe_b64encode(hashlib.sha256(request.form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        known = request.authorization is not None and request.authorization.password == SECRET
        if verifier != self.asked["code_challenge"] or not known:
            return _json({"error": "invalid_grant"}, 400)
        token = {
            "iss": self.address, "aud": self.asked["client_id"], "nonce": self.asked["nonce"], "iat": int(time.time()), "exp": int(time.time()) + 300,
            **self.claims, **self.lies,
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, token, self.sign_with or self.key)
        return _json({"access_token": "x", "token_type": "Bearer", "id_token": signed})


def _json(value: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(value), status, mimetype="application/json")


@contextmanager
def provider() -> Iterator[Provider]:
    served = Provider()
    server = make_server("127.0.0.1", 0, served, threaded=True)
    served.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
