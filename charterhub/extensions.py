"""The Flask extensions, made once and bound to the app in `app.create_app`. Imports nothing of ours but the base."""

from flask_babel import Babel
from flask_compress import Compress
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect

from charterhub.database import Base


class SessionLogin(LoginManager):
    """Nobody stays signed in beyond the session: a cookie that says otherwise is not even read, whatever bytes it holds."""

    def _load_user_from_remember_cookie(self, cookie: str) -> None:
        return None


db = SQLAlchemy(model_class=Base, disable_autonaming=True)
migrate = Migrate()
login_manager = SessionLogin()
csrf = CSRFProtect()
babel = Babel()
limiter = Limiter(get_remote_address)
compress = Compress()
