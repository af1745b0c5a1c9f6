"""Fields that the forms of comments share."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from charterhub.comments.writing import written
from charterhub.errors import BadInput
from charterhub.page_form import PageForm

PLEASE_CHOOSE = _l("Please choose one of these.")


def writes(longest: int) -> Callable[[PageForm, Field], None]:
    """Validator: puts the text into its normal form, or says in a sentence why it cannot be taken."""

    def check(_form: PageForm, field: Field) -> None:
        try:
            field.data = written(field.data, longest)
        except BadInput as refused:
            raise ValidationError(str(refused.sentence)) from refused

    return check
