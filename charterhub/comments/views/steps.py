"""Write, see how it will appear, publish: three steps of one form, told apart by the button that was pressed."""

from collections.abc import Callable
from typing import TypeVar

from flask import request
from flask.typing import ResponseReturnValue

from charterhub.page_form import PageForm

Form = TypeVar("Form", bound=PageForm)


def in_steps(form: Form, page: Callable[[Form, bool], str], publish: Callable[[Form], ResponseReturnValue]) -> ResponseReturnValue:
    """`page(form, preview)` shows the form or the preview. Nothing is public before the last button."""
    if request.method == "GET" or request.form.get("step") == "change":
        return page(form, False)
    if not form.validate():
        return page(form, False), 422
    return publish(form) if request.form.get("step") == "publish" else page(form, True)
