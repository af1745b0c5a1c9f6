"""Sign-in by a government's identity provider: OpenID Connect Core 1.0, the code flow with PKCE, by Authlib.

The client's secret comes from the environment, CHARTERHUB_IDENTITY_SECRET_ and the member's address in capitals. What comes
back is an ID token whose signature, issuer, audience, nonce and age Authlib has checked; of its claims four are used.
"""

from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import current_app
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from joserfc.errors import JoseError
from requests import RequestException

from charterhub.electorates.models import IdentityProvider
from charterhub.errors import BadInput
from charterhub.members.models import Member

PATIENCE_SECONDS = 10
DISCOVERY = "/.well-known/openid-configuration"
USED_CLAIMS = ("sub", "email", "email_verified", "birthdate")
NO_ANSWER = _l("The sign-in of your city does not answer at the moment. Please try again later, or vote in another way.")
REFUSED = _l("The sign-in of your city did not confirm who you are. Nothing was kept. Please try again.")


def redirect_there(member: Member, provider: IdentityProvider, back: str) -> ResponseReturnValue:
    try:
        return _client(member, provider).authorize_redirect(back)
    except (RequestException, AuthlibBaseError, ValueError, RuntimeError) as fault:
        raise BadInput(NO_ANSWER) from fault


def claims_brought_back(member: Member, provider: IdentityProvider) -> dict[str, Any]:
    """The claims of the checked ID token that are used, and that alone."""
    try:
        token = _client(member, provider).authorize_access_token()
    except RequestException as fault:
        raise BadInput(NO_ANSWER) from fault
    except (AuthlibBaseError, JoseError, ValueError, KeyError, RuntimeError, TypeError) as fault:
        raise BadInput(REFUSED) from fault
    claims = token.get("userinfo") or {}
    if not claims.get("sub"):
        raise BadInput(REFUSED)
    return {name: claims[name] for name in (*USED_CLAIMS, provider.area_claim) if name and name in claims}


def _client(member: Member, provider: IdentityProvider) -> Any:
    """PKCE besides the secret: a code that leaks on its way back is of no use."""
    secrets = current_app.config.get("IDENTITY_SECRETS") or {}
    return OAuth(current_app._get_current_object()).register(  # type: ignore[attr-defined]
        name=f"member_{member.id}",
        client_id=provider.client_id,
        client_secret=secrets.get(member.slug),
        server_metadata_url=provider.issuer + DISCOVERY,
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256", "default_timeout": PATIENCE_SECONDS},
    )
