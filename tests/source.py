"""The project's own source as a tree of modules and what they import, for the tests of its architecture."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "charterhub"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A Python file: `charterhub.voting.views` lies in the room `voting` and plays the part `views`."""

    path: Path

    @cached_property
    def name(self) -> str:
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        """What the name says after `charterhub`; nothing for the package itself."""
        return (self.name.split(".") + [""])[1]

    @property
    def part(self) -> str:
        """What the name says after the room: `operations` for every file of a package `operations`."""
        return (self.name.split(".") + ["", ""])[2]

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def imports(self) -> set[str]:
        """Every dotted name imported anywhere in the file: `from a import b` gives both `a` and `a.b`."""
        return self.imported_by(set(ast.walk(self.tree)))

    @cached_property
    def imports_at_run_time(self) -> set[str]:
        """Without those made `if TYPE_CHECKING`, by which two models of a room know each other's names."""
        for_types = {inner for node in ast.walk(self.tree) if is_for_types(node) for inner in ast.walk(node)}
        return self.imported_by(set(ast.walk(self.tree)) - for_types)

    def imported_by(self, nodes: set[ast.AST]) -> set[str]:
        names: set[str] = set()
        for node in nodes:
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.name}:{node.lineno} imports by dots; say the whole name"
                names |= {str(node.module)} | {f"{node.module}.{alias.name}" for alias in node.names}
        return names

    @cached_property
    def functions(self) -> list[Function]:
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @property
    def lines(self) -> int:
        return self.text.count("\n")


def modules(*folders: str) -> list[Module]:
    return [Module(path) for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def neighbours(module: Module, imported: set[str], known: set[str]) -> set[str]:
    """The modules of ours among those imported; `from room import part` is an import of the part where it is a module."""
    ours = imported & known
    return {name for name in ours if not any(other.startswith(name + ".") for other in ours)} - {module.name}


def circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle of imports, or nothing."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name):], name]
        if name in done:
            return []
        found = next(filter(None, (walk(other, [*path, name]) for other in sorted(graph.get(name, ())))), [])
        done.add(name)
        return found

    return next(filter(None, (walk(name, []) for name in sorted(graph))), [])
