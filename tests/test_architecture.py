"""The house rules that a machine can hold: who may import whom, what stays pure, what fits the eye."""

import ast
import re
import subprocess
import sys

import pytest

from tests.source import PACKAGE, ROOT, Module, circle, modules, neighbours

LAYERS = (  # the lowest first; a line imports the lines above it in this table, never its own or those below
    {"text", "counting"},
    {"formats", "typed", "config", "clock"},
    {"database", "predicates"},
    {"extensions", "frozen", "unsent", "voting_predicates"},
    {"errors", "transaction", "streaming"},
    {"permissions", "languages", "security", "local_paths", "page_form", "printing"},
    {"reading_preferences"},
    {"journal", "kept_pages"},
    {"accounts"},
    {"members", "organisations"},
    {"electorates"},
    {"charters"},
    {"comments", "commitments"},
    {"amendments"},
    {"dispositions", "moderation"},
    {"voting", "language_versions"},
    {"agenda"},
    {"reading", "records", "recount", "roll_calls", "search"},
    {"pages", "exports", "api", "notifications", "template_words"},
    {"demo", "listeners"},
    {"cli"},
    {"app"},
)
HEIGHT = {room: height for height, rooms in enumerate(LAYERS) for room in rooms}
PURE = {"text", "counting"}
PURE_MAY_IMPORT = sys.stdlib_module_names | {"markdown", "nh3", "diff_match_patch", "regex", "yaml"}
PARTS = ("models", "queries", "operations", "forms", "views")  # in a room: each imports those before it
ONLY_FOR_VIEWS = {"flask.request", "flask.session", "flask.render_template", "flask_login.current_user", "flask_wtf", "wtforms"}
SAID_BETTER = {"utils", "util", "helpers", "helper", "managers", "manager", "services", "service", "mixins", "mixin", "misc", "common", "core"}
ROLES = {"inhabitant", "representative", "official", "committee", "administrator"}
ROLES_AT_HOME = {"predicates", "accounts", "demo"}
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 250, 40, 100

OURS = modules(PACKAGE)
EVERYTHING = modules(PACKAGE, "tests", "bench", ".ci")
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
NAMES = {module.name for module in OURS}
GRAPH = {module.name: neighbours(module, module.imports, NAMES) for module in OURS}
RUN_TIME_GRAPH = {module.name: neighbours(module, module.imports_at_run_time, NAMES) for module in OURS}


def room_of(name: str) -> str:
    return (name.split(".") + [""])[1]


def test_every_room_has_a_place_among_the_layers() -> None:
    assert {module.room for module in OURS} - {""} - set(HEIGHT) == set()


def test_calls_go_down_never_up_or_sideways() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, others in GRAPH.items()
        for other in others
        if room_of(name) != room_of(other) and HEIGHT.get(room_of(other), 0) >= HEIGHT.get(room_of(name), 0)
    ]
    assert wrong == []


def test_there_is_no_circle_of_imports() -> None:
    assert circle(RUN_TIME_GRAPH) == []


def test_a_circle_would_be_found() -> None:
    assert circle({"a": {"b"}, "b": {"c", "d"}, "c": set(), "d": {"b"}}) == ["b", "d", "b"]


def test_in_a_room_each_part_imports_only_those_before_it() -> None:
    wrong = [
        f"{module.name} imports {other}"
        for module in OURS
        for other in GRAPH[module.name]
        if room_of(other) == module.room and module.part in PARTS and part_of(other) in PARTS[PARTS.index(module.part) + 1:]
    ]
    assert wrong == []


def part_of(name: str) -> str:
    return (name.split(".") + ["", ""])[2]


def test_views_are_imported_by_the_app_alone_and_forms_by_forms_and_views() -> None:
    may = {"views": {""}, "forms": {"forms", "views"}}
    wrong = [
        f"{name} imports {other}"
        for name, others in GRAPH.items()
        for other in others
        if part_of(other) in may and part_of(name) not in may[part_of(other)] and (room_of(name), part_of(name)) != (room_of(other), part_of(other))
    ]
    assert wrong == []


@pytest.mark.parametrize("room", sorted(PURE))
def test_a_pure_package_knows_only_itself_and_the_permitted_libraries(room: str) -> None:
    imported = {name for module in OURS if module.room == room for name in module.imports}
    foreign = {name for name in imported if name.split(".")[0] not in PURE_MAY_IMPORT}
    assert {name for name in foreign if not f"{name}.".startswith(f"{PACKAGE}.{room}.")} == set()


def test_the_package_itself_is_only_a_docstring() -> None:
    tree = Module(ROOT / PACKAGE / "__init__.py").tree
    assert [type(node) for node in tree.body] == [ast.Expr]


def test_nothing_is_imported_inside_a_function() -> None:
    wrong = [
        f"{module.name}.{function.name} line {node.lineno}"
        for module in EVERYTHING
        for function in module.functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert wrong == []


def test_views_leave_the_database_session_to_operations_and_queries() -> None:
    assert [module.name for module in OURS if module.part == "views" and "db.session" in module.text] == []


def test_operations_and_models_never_see_the_request_or_a_form() -> None:
    wrong = [
        f"{module.name} imports {name}"
        for module in OURS
        if module.part in ("operations", "models", "queries")
        for name in sorted(module.imports)
        if any(f"{name}.".startswith(f"{refused}.") for refused in ONLY_FOR_VIEWS)
    ]
    assert wrong == []


def test_only_predicates_ask_what_role_someone_holds() -> None:
    """Elsewhere one asks the permissions table. Roles are given, and put on a voting roll, by name."""
    in_code = [
        f"{module.name}:{node.lineno}"
        for module in OURS
        if module.room not in ROLES_AT_HOME
        for node in ast.walk(module.tree)
        if asks_for_a_role(node)
    ]
    named = re.compile(rf"\bholds\(|['\"]({'|'.join(ROLES)})['\"]")
    in_templates = [str(path.relative_to(ROOT)) for path in TEMPLATES if named.search(path.read_text())]
    assert in_code + in_templates == []


def asks_for_a_role(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        return any(isinstance(side, ast.Constant) and side.value in ROLES for side in (node.left, *node.comparators))
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "holds"


def test_no_module_is_named_for_being_handy() -> None:
    assert [module.name for module in EVERYTHING if SAID_BETTER & set(module.name.split("."))] == []


def test_every_module_says_what_it_is() -> None:
    assert [module.name for module in EVERYTHING if module.text.strip() and not ast.get_docstring(module.tree)] == []


def test_nothing_is_left_for_later() -> None:
    unfinished = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|raise NotImplemente[d]Error)\b")
    texts = {**{module.name: module.text for module in EVERYTHING}, **{str(path): path.read_text() for path in TEMPLATES}}
    assert [name for name, text in texts.items() if unfinished.search(text)] == []


def test_files_fit_the_eye() -> None:
    assert [f"{module.name}: {module.lines} lines" for module in EVERYTHING if module.lines > LONGEST_FILE] == []


def test_ruff_finds_nothing() -> None:
    found = subprocess.run([sys.executable, "-m", "ruff", "check", "--quiet", "--output-format", "concise", "."], cwd=ROOT, capture_output=True, text=True)
    assert found.stdout + found.stderr == ""


def test_functions_fit_the_eye() -> None:
    wrong = [
        f"{module.name}.{function.name}: {length} lines"
        for module in EVERYTHING
        for function in module.functions
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    ]
    assert wrong == []


def test_templates_fit_the_eye() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in TEMPLATES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_TEMPLATE} == {}
