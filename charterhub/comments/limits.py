"""How often one person may post: enough for anybody who reads, too little for a machine."""

from collections.abc import Callable
from typing import Any

from flask_limiter.util import get_remote_address
from flask_login import current_user

from charterhub.extensions import limiter

POSTS = "20/minute"
LOOK_UPS = "60/minute"


def who_posts() -> str:
    """Counted for each person, not for each address: a whole neighbourhood may share one."""
    return f"person {current_user.id}" if current_user.is_authenticated else get_remote_address()


def limited(view: Callable[..., Any]) -> Callable[..., Any]:
    return limiter.limit(POSTS, key_func=who_posts, methods=["POST"])(view)
