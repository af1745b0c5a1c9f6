"""The base of every form: words come from the fields of the request, files only into fields that are for files.

Flask-WTF hands each field whatever was sent under its name, a file or a value out of JSON too; a field for words breaks
on either. Here it counts as left blank, and the field says in its own sentence what is missing.
"""

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict, FileStorage, MultiDict
from wtforms import FileField, Form

from charterhub.database import SAFE_METHODS


class PageForm(FlaskForm):
    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form: Form, formdata: object) -> object:
            """`formdata` is a sentinel of Flask-WTF's unless a view gave it."""
            if formdata is None or hasattr(formdata, "getlist"):
                return formdata
            return None if request.method in SAFE_METHODS else CombinedMultiDict((files_for(form), request.form))


def files_for(form: Form) -> MultiDict[str, FileStorage]:
    places = {field.name for field in form if isinstance(field, FileField)}
    return MultiDict((name, file) for name, file in request.files.items(multi=True) if name in places)
