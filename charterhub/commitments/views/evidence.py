"""Documents that show what a milestone or a report says: for everybody, as downloads only."""

from io import BytesIO
from typing import Any

from flask import request, send_file
from flask.typing import ResponseReturnValue

from charterhub.commitments.models import Evidence
from charterhub.commitments.queries import evidence_from_url
from charterhub.commitments.views.blueprint import bp
from charterhub.permissions import permission

MOST_BYTES_OF_A_FORM = 48 * 1024 * 1024
WITH_FILES = ("commitments.settle", "commitments.report")


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A file that is too large is refused by a sentence, with the text typed around it still there; so it has to arrive first."""
    if endpoint in WITH_FILES:
        request.max_content_length = MOST_BYTES_OF_A_FORM


@bp.get("/commitments/evidence/<int:evidence_id>")
@permission("commitment.read", evidence_from_url)
def evidence(paper: Evidence) -> ResponseReturnValue:
    return send_file(BytesIO(paper.content.content), mimetype=paper.media_type, as_attachment=True, download_name=paper.name)
