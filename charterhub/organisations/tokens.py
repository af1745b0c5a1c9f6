"""The link by which somebody of an organisation invites a colleague to speak for it too. Nothing is stored for it."""

from itsdangerous import BadData

from charterhub.accounts.tokens import DAY, signer
from charterhub.organisations.models import Organisation
from charterhub.organisations.queries import organisation_from_url

INVITED_FOR = 14 * DAY


def invitation_token(organisation: Organisation) -> str:
    return signer("organisation").dumps(organisation.id)


def organisation_inviting(token: str) -> Organisation | None:
    """The organisation the link invites to, if it is ours and young enough."""
    try:
        return organisation_from_url(signer("organisation").loads(token, max_age=INVITED_FOR))
    except BadData:
        return None
