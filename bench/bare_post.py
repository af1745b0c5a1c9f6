"""Bare Flask: the form of a ballot is read and answered with the way to a page. No session, no database, nothing kept."""

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

app = Flask(__name__)


@app.post("/rounds/<int:round_id>/ballots")
def cast(round_id: int) -> Response:
    return redirect(f"/rounds/{round_id}?answers={len(request.form)}")
