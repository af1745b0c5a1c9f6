"""The link in a letter that invites a colleague to be an official. It works for thirty days."""

from itsdangerous import BadData

from charterhub.accounts.tokens import DAY, signer
from charterhub.extensions import db
from charterhub.members.models import Invitation

ACCEPT_WITHIN = 30 * DAY


def invitation_token(invitation: Invitation) -> str:
    return signer("invitation").dumps([invitation.id, invitation.email])


def invitation_named_by(token: str) -> Invitation | None:
    try:
        number, email = signer("invitation").loads(token, max_age=ACCEPT_WITHIN)
    except BadData:
        return None
    invitation = db.session.get(Invitation, number)
    return invitation if invitation is not None and invitation.email == email else None
