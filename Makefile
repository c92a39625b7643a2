# Two commands for a newcomer: `make brief` and `make test`. Each sets up what it needs, once.
PYTHON ?= python3
BIN := .venv/bin
STATE := .venv/.state
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help brief test check format docs lock clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STATE)/venv:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "trendechos needs Python 3.11 or later; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	@mkdir -p $(STATE) && touch $@

$(STATE)/run: $(STATE)/venv requirements.lock pyproject.toml
	@echo "Setting up trendechos in .venv (once, about half a minute) ..."
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(STATE)/dev: $(STATE)/run requirements-dev.lock
	@echo "Adding the tools of the tests (once, about half a minute) ..."
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

brief: $(STATE)/run  ## read the example situation and write its brief to out/kursk-2024
	$(BIN)/trendechos brief examples/kursk-2024/reports.jsonl --as-of 2024-11-05 \
		--title "North Korean troops in Russia" --out out/kursk-2024

test: $(STATE)/dev  ## run every test that this machine can run, and say what was left out
	$(BIN)/python -m pytest

check: $(STATE)/dev  ## format, lint, types, import contracts, generated docs, quality gate
	$(BIN)/ruff format --check src tests evaluation benchmarks scripts
	$(BIN)/ruff check src tests evaluation benchmarks scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	PYTHONPATH=. $(BIN)/cog --check --check-fail-msg="run: make docs" -I . docs/*.md
	$(BIN)/python -m evaluation.gate
	$(BIN)/python -m evaluation.extraction --least 0.97

format: $(STATE)/dev  ## format the code
	$(BIN)/ruff format src tests evaluation benchmarks scripts
	$(BIN)/ruff check --fix src tests evaluation benchmarks scripts

docs: $(STATE)/dev  ## write the generated tables of docs/ from the code
	PYTHONPATH=. $(BIN)/cog -r -I . docs/*.md

lock: $(STATE)/dev  ## resolve the dependencies again
	$(PIP) install uv
	PATH=$(CURDIR)/$(BIN):$$PATH scripts/lock.sh --upgrade

clean:  ## remove what the set-up and the runs made
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis
