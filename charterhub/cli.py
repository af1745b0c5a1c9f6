"""What is typed on the server: `flask charterhub …`."""

from flask.cli import AppGroup

from charterhub.permissions import PERMISSIONS

charterhub_commands = AppGroup("charterhub", help="Everything a CharterHub server is asked on the command line.")


@charterhub_commands.command("permissions")
def print_permissions() -> None:
    """Print the table of permissions: action, and who may when."""
    width = max(map(len, PERMISSIONS))
    for action, fact in PERMISSIONS.items():
        print(f"{action:{width}}  {fact.name}")
