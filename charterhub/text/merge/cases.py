"""Cases in the form of `merge-cases.yaml`: read, run, and told as {"id", "outcome", "merged", "review"}.

In a conflict "merged" shows {{conflict:N}} where region N stands; that is the notation of the case files and never enters a
clause. Rebase cases tell their state as outcome. Beside a and b a text case may name further amendments (c, d ...).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from charterhub.text.canonical import RefusedCharacter, canonical
from charterhub.text.merge.threeway import Merged, merge
from charterhub.text.rebase import rebase
from charterhub.text.structure import Clause, UnknownClause, merge_structure, operation_from

LETTERS = "abcdefgh"
Result = dict[str, Any]
READER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def results(yaml_text: str) -> Iterator[Result]:
    """One result per case, in the order of the file."""
    document = yaml.load(yaml_text, READER) or {}
    runs = {"text_cases": text_case, "structure_cases": structure_case, "rebase_cases": rebase_case, "input_cases": text_case}
    for kind, run in runs.items():
        for case in document.get(kind) or ():
            yield {"id": case["id"], **checked(run, case)}


def checked(run: Callable[[Mapping[str, Any]], Result], case: Mapping[str, Any]) -> Result:
    try:
        return run(case)
    except (RefusedCharacter, UnknownClause):
        return {"outcome": "rejected_input", "merged": None, "review": []}


def text_case(case: Mapping[str, Any]) -> Result:
    amendments = {letter: case[letter] for letter in LETTERS if case.get(letter) is not None}
    merged = merge(case["base"], amendments, language=case.get("lang"))
    return {"outcome": merged.outcome, "merged": marked(merged), "review": merged.review}


def marked(merged: Merged) -> str:
    """The merged text with {{conflict:N}} for region N."""
    number, out = 0, []
    for text, conflict in merged.pieces():
        number += conflict is not None
        out.append(text if conflict is None else f"{{{{conflict:{number}}}}}")
    return "".join(out)


def structure_case(case: Mapping[str, Any]) -> Result:
    base = [Clause(str(each["id"]), each["text"], parent=each.get("parent")) for each in case["base"]]
    amendments = {letter: [operation_from(each) for each in case[letter]] for letter in LETTERS if case.get(letter)}
    merged = merge_structure(base, amendments, language=case.get("lang"))
    clauses = merged.clauses and [{"id": clause.id, "text": clause.text} for clause in merged.clauses]
    return {"outcome": merged.outcome, "merged": clauses, "review": merged.review}


def rebase_case(case: Mapping[str, Any]) -> Result:
    rebased = rebase(case["v1"], case["v2"], canonical(case["amendment"]), language=case.get("lang"))
    return {"outcome": rebased.state, "merged": rebased.text, "review": rebased.review}
