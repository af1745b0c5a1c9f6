"""The application factory: reads as a table of contents."""

from flask import Flask

from charterhub import config, errors, kept_pages, listeners, security, template_words, transaction
from charterhub.accounts import views as accounts
from charterhub.accounts.models import Visitor
from charterhub.accounts.queries import person_of_session
from charterhub.agenda import views as agenda
from charterhub.amendments import views as amendments
from charterhub.charters import views as charters
from charterhub.cli import charterhub_commands
from charterhub.comments import views as comments
from charterhub.commitments import views as commitments
from charterhub.database import prepare_engine
from charterhub.dispositions import views as dispositions
from charterhub.electorates import views as electorates
from charterhub.exports import views as exports
from charterhub.extensions import babel, compress, csrf, db, limiter, login_manager, migrate
from charterhub.language_versions import views as language_versions
from charterhub.languages import choose_locale
from charterhub.members import views as members
from charterhub.moderation import punctual
from charterhub.moderation import views as moderation
from charterhub.notifications import views as notifications
from charterhub.organisations import views as organisations
from charterhub.pages import views as pages
from charterhub.permissions import refuse_unguarded_routes
from charterhub.reading import views as reading
from charterhub.records import views as records
from charterhub.recount import views as recount
from charterhub.roll_calls import views as roll_calls
from charterhub.search import views as search
from charterhub.voting import views as voting

FEATURES = (
    pages, accounts, members, organisations, electorates, charters, language_versions, reading, search, exports, comments, dispositions, commitments, amendments, moderation, voting, agenda, roll_calls,
    recount, records, notifications,
)  # fmt: skip


def create_app(settings: dict[str, object] | None = None) -> Flask:
    """The app with `settings` in place of the environment's where given; refuses to start half-configured."""
    app = Flask(__name__, root_path=str(config.ROOT / "charterhub"), template_folder=str(config.ROOT / "templates"))
    app.config.from_mapping(config.from_environment() if settings is None else settings)
    if not app.config["SECRET_KEY"]:
        raise RuntimeError("Set CHARTERHUB_SECRET_KEY to a long random text; `make run` does it for you.")
    start_extensions(app)
    errors.init_app(app)
    security.init_app(app)
    transaction.init_app(app)
    template_words.init_app(app)
    punctual.init_app(app)
    for feature in FEATURES:
        app.register_blueprint(feature.bp)
    app.cli.add_command(charterhub_commands)
    listeners.connect()
    kept_pages.init_app(app)
    refuse_unguarded_routes(app)
    return app


def start_extensions(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    migrate.init_app(app, db, directory=str(config.ROOT / "migrations"), render_as_batch=True)
    login_manager.init_app(app)
    login_manager.anonymous_user = Visitor
    login_manager.user_loader(person_of_session)
    csrf.init_app(app)
    babel.init_app(app, locale_selector=choose_locale)
    limiter.init_app(app)
    compress.init_app(app)
