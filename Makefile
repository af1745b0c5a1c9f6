# CharterHub: everything a person types. `make` alone lists it.
PYTHON ?= python3
PORT ?= 8000
LANGUAGES := es fr ar

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --no-input -qq
PO := $(wildcard translations/*/LC_MESSAGES/messages.po)
EDITOR := charterhub/static/built/editor.js
TESTS ?= tests
JOBS ?= 2
PYTEST = $(BIN)/pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(TESTS)

.DEFAULT_GOAL := help
.PHONY: help run test test-fast pictures bench translations schema lint venv lock

help:
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/run.stamp $(PO:.po=.mo) editor-if-possible ## serve the demo on http://localhost:8000 (another port: PORT=8001)
	@exec env PORT=$(PORT) $(BIN)/python .ci/serve.py

test: venv $(EDITOR) ## run every test, real Chromium included (some: TESTS=tests/text; one at a time: JOBS=0)
	@CHARTERHUB_CHROMIUM="$$(.ci/chromium)" && export CHARTERHUB_CHROMIUM && $(PYTEST)

test-fast: venv $(EDITOR) ## run the tests that need no browser
	@$(PYTEST) -m "not browser"

pictures: venv $(EDITOR) ## take the pictures of docs/a-global-update.md anew
	@CHARTERHUB_CHROMIUM="$$(.ci/chromium)" CHARTERHUB_PICTURES=docs/a-global-update $(BIN)/pytest -q -n 0 tests/journeys/test_a_global_update.py

bench: venv ## measure the text engine and the reading page beside others in the same run
	@$(BIN)/python -m bench

translations: venv ## put the messages of code and templates into the catalogues
	@mkdir -p instance && .ci/messages instance/messages.pot
	@for language in $(LANGUAGES); do \
		$(BIN)/pybabel --quiet update --init-missing --ignore-pot-creation-date --no-fuzzy-matching --ignore-obsolete --width 120 \
			-i instance/messages.pot -d translations -l $$language || exit 1; \
	done

schema: venv ## write the first migration anew from the models
	@PYTHONPATH=. $(BIN)/python .ci/first_migration.py

lint: venv ## look for careless mistakes
	@$(BIN)/ruff check .

lock: ## choose newer versions for the locks (needs uv)
	@.ci/lock

assets: $(EDITOR) ## bundle the editor (Node comes as a wheel where the system has none)

editor-if-possible: $(VENV)/run.stamp
	@$(MAKE) --no-print-directory $(EDITOR) || echo "The editor could not be built; clauses are edited in a plain text area instead." >&2

venv: $(VENV)/test.stamp $(PO:.po=.mo) ## make the environment (.venv) without running anything

$(BIN)/pip:
	@.ci/venv "$(PYTHON)" $(VENV)

$(VENV)/run.stamp: requirements/run.lock | $(BIN)/pip
	@echo "Installing what CharterHub runs on ..."
	@$(PIP) install --require-hashes --no-deps --only-binary :all: -r $<
	@touch $@

$(VENV)/test.stamp: requirements/test.lock $(VENV)/run.stamp
	@echo "Installing what its tests need ..."
	@$(PIP) install --require-hashes --no-deps --only-binary :all: -r $<
	@touch $@

$(EDITOR): package-lock.json package.json requirements/assets.lock $(wildcard editor/*.js) | $(VENV)/run.stamp
	@.ci/assets
	@touch $@

%.mo: %.po $(VENV)/run.stamp
	@$(BIN)/pybabel --quiet compile -i $< -o $@
