"""What gunicorn and the `flask` command start."""

from charterhub.app import create_app

app = create_app()
