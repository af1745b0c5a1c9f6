"""Comments for programs: each as a Web Annotation, those of a version as a paged collection, and the text they point into."""

from flask import Response, abort, make_response, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from charterhub.charters.models import Version, VersionClause
from charterhub.charters.queries import clause_from_url, version_from_url
from charterhub.comments.annotations import (
    ANNOTATIONS_ON_A_PAGE,
    MEDIA_TYPE,
    Json,
    as_annotation,
    as_collection,
    as_document,
    as_page,
)
from charterhub.comments.models import Comment
from charterhub.comments.narrowing import number
from charterhub.comments.queries import comment_from_url, page_of_collection, size_of_collection
from charterhub.comments.views.blueprint import bp
from charterhub.permissions import permission


@bp.get("/comments/<int:comment_id>.jsonld")
@permission("comment.read", comment_from_url)
def annotation(comment: Comment) -> ResponseReturnValue:
    return annotation_answer(comment)


def annotation_answer(comment: Comment) -> Response:
    """What is withdrawn is gone, and what is withheld is not shown, here as on the page."""
    if comment.withdrawn:
        return linked({"error": _("A comment stood here. Its author has withdrawn it.")}, 410)
    if comment.absent:
        return linked({"error": _("A comment stands here that is not shown at the moment.")}, 403)
    return linked(as_document(as_annotation(comment)))


@bp.get("/charters/<slug>/versions/<int:number>/annotations")
@permission("comment.read", version_from_url)
def collection(version: Version) -> ResponseReturnValue:
    """The collection, or with `?page=0` one of its pages."""
    total, asked = size_of_collection(version), request.args.get("page")
    if asked is None:
        return linked(as_document(as_collection(version, total)))
    page = number(asked)
    if page is None or page * ANNOTATIONS_ON_A_PAGE > max(total - 1, 0):
        abort(404)
    return linked(as_document(as_page(version, page, total, page_of_collection(version, page, ANNOTATIONS_ON_A_PAGE))))


@bp.get("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>.txt")
@permission("comment.read", clause_from_url)
def clause_text(clause: VersionClause) -> ResponseReturnValue:
    """The plain text in which the selectors count, exactly."""
    answer = make_response(clause.revision.plain.encode())
    answer.headers["Content-Type"] = "text/plain; charset=utf-8"
    answer.headers["Content-Language"] = clause.language
    return answer


def linked(thing: Json, status: int = 200) -> Response:
    answer = make_response(thing, status)
    answer.headers["Content-Type"] = MEDIA_TYPE
    answer.headers["Vary"] = "Accept"
    answer.headers["Link"] = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
    return answer
