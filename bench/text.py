"""The text engine beside its peers: differences, merges and anchors, one after the other.

    python -m bench.text
"""

import runpy
import sys
from importlib.util import find_spec

PARTS = ("bench.text_diff", "bench.text_merge", "bench.text_anchors")


def main() -> None:
    for part in filter(find_spec, PARTS):
        print(f"== {part}", flush=True)
        sys.argv = [part]
        runpy.run_module(part, run_name="__main__")


if __name__ == "__main__":
    main()
