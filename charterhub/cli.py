"""What is typed on the server: `flask charterhub …`."""

import click
from flask import current_app
from flask.cli import AppGroup

from charterhub.accounts.models import ROLES
from charterhub.accounts.operations import appoint
from charterhub.accounts.queries import person_by_email
from charterhub.commitments.operations import follow_reports
from charterhub.demo.seed import seed_demo, sign_ins
from charterhub.errors import BadInput
from charterhub.frozen import grants_sql
from charterhub.members.operations.reminding import remind_of_mandates
from charterhub.members.queries import member_by_slug_or_none
from charterhub.moderation.operations import let_due_appear
from charterhub.notifications.delivery import post_by_smtp, send_outbox
from charterhub.permissions import PERMISSIONS, unguarded_routes
from charterhub.search.indexing import index_everything
from charterhub.transaction import transaction
from charterhub.voting.operations import destroy_overdue_links

charterhub_commands = AppGroup("charterhub", help="Everything a CharterHub server is asked on the command line.")


@charterhub_commands.command("permissions")
def print_permissions() -> None:
    """Print the table of permissions: action, and who may when."""
    width = max(map(len, PERMISSIONS))
    for action, fact in PERMISSIONS.items():
        print(f"{action:{width}}  {fact.name}")


@charterhub_commands.command("routes-without-permission")
def print_unguarded_routes() -> None:
    """Print the endpoints that name no permission; none, or the app would not have started."""
    for endpoint in unguarded_routes(current_app):
        print(endpoint)


@charterhub_commands.command("grants")
@click.argument("role")
def print_grants(role: str) -> None:
    """Print, for PostgreSQL, the statements that leave the application's ROLE unable to change what is frozen."""
    if not role.replace("_", "").isalnum():
        raise click.ClickException("Please name a role of letters, digits and underscores.")
    print(";\n".join(grants_sql(role)) + ";")


@charterhub_commands.command("grant-role")
@click.argument("email")
@click.argument("role", type=click.Choice(ROLES))
@click.option("--member", "slug", default="", help="The place of an inhabitant or official: the end of its address.")
@click.option("--organisation", default="", help="The organisation a representative speaks for.")
def grant_role(email: str, role: str, slug: str, organisation: str) -> None:
    """Give a role to the person with this e-mail address. The first administrator is made so."""
    with transaction():
        person = person_by_email(email)
        if person is None:
            raise click.ClickException(f"Nobody has an account with the address {email}.")
        member = member_by_slug_or_none(slug) if slug else None
        if slug and member is None:
            raise click.ClickException(f"There is no member with the address {slug}.")
        try:
            appoint(person, role, member, organisation)
        except BadInput as refusal:
            raise click.ClickException(str(refusal.sentence)) from refusal
    print(f"{email} is now: {role}")


@charterhub_commands.command("index-charters")
def index_charters() -> None:
    """Make the search index anew from the latest version of every charter; publishing keeps it up by itself."""
    with transaction():
        print(f"Clauses that can be found: {index_everything()}")


@charterhub_commands.command("send-mail")
def send_mail() -> None:
    """Send the letters that wait in the outbox, and let first contributions appear whose time of waiting is over (the next reader
    does so too). Run it every minute; two runs at once do no harm."""
    with transaction():
        let_due_appear()
    if not current_app.config["SMTP_HOST"]:
        raise click.ClickException("Set CHARTERHUB_SMTP_HOST to the name of your mail server.")
    sent, failed = send_outbox(post_by_smtp)
    print(f"{sent} sent, {failed} not sent")
    if failed:
        raise SystemExit(1)


@charterhub_commands.command("destroy-links")
def destroy_links() -> None:
    """Destroy what links ballots to people where a result was counted 30 days ago and nobody certified it. Run it every day."""
    with transaction():
        titles = [voting_round.title for voting_round in destroy_overdue_links()]
    print("\n".join(titles) or "No link is overdue.")


@charterhub_commands.command("remind")
def remind() -> None:
    """Write to focal points where a head's mandate ends within 90 days, and where a yearly report is due or overdue. Run it
    every day; nobody is told twice."""
    with transaction():
        mandates = [f"{member.name}: the mandate ends soon" for member in remind_of_mandates()]
        stages = [f"{member.name}: {member.stage}" for member in follow_reports()]
    print("\n".join(mandates + stages) or "Nothing is due.")


@charterhub_commands.command("seed-demo")
@click.option("--sign-ins", "with_sign_ins", is_flag=True, help="Say how to sign in as the demo's people.")
def load_demo(with_sign_ins: bool) -> None:
    """Load the demo: an invented campaign with members, charters, comments, amendments and a vote."""
    loaded = seed_demo()
    print("The demo is loaded." if loaded else "There are members here already, so nothing was changed.")
    if with_sign_ins:
        print("\n".join(sign_ins()))
