# CharterHub: everything a person types. `make help` lists it.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --no-input -qq

.DEFAULT_GOAL := help
.PHONY: help venv

help:  ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

venv: $(VENV)/test.stamp  ## the environment with everything tests need (.venv)

$(BIN)/python:
	@.ci/venv "$(PYTHON)" $(VENV)

$(VENV)/run.stamp: requirements/run.lock | $(BIN)/python
	@echo "Installing what CharterHub runs on ..."
	@$(PIP) install --require-hashes --no-deps --only-binary :all: -r $<
	@touch $@

$(VENV)/test.stamp: requirements/test.lock $(VENV)/run.stamp
	@echo "Installing what its tests need ..."
	@$(PIP) install --require-hashes --no-deps --only-binary :all: -r $<
	@touch $@
