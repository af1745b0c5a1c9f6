"""`python -m charterhub.text.merge CASES.yaml`: one JSON line per case, in the order of the file."""

import json
import sys
from pathlib import Path

import yaml

from charterhub.text.merge.cases import results


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("Give one file of cases: python -m charterhub.text.merge CASES.yaml", file=sys.stderr)
        return 2
    try:
        told = list(results(Path(arguments[0]).read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        print(f"{arguments[0]} cannot be read: {error}", file=sys.stderr)
        return 1
    except (KeyError, TypeError, AttributeError) as error:
        print(f"{arguments[0]} is not in the form of the case files: {error!r}", file=sys.stderr)
        return 1
    for result in told:
        print(json.dumps(result, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
