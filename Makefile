# Two targets for a person: demo and test. Both make the virtual environment first, so a fresh machine needs Python and make alone.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: install demo test lint bench readme clean

install: $(VENV)/.installed

# What the page of `gigraph export html` is built from; the install builds it again when they change.
PAGE = $(shell find gigraph/explorer/src -type f) $(wildcard gigraph/explorer/*.json gigraph/explorer/*.ts gigraph/explorer/*.html)

$(VENV)/.installed: pyproject.toml gigraph/explorer/build_hook.py $(PAGE)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "gigraph needs Python 3.11 or later; say which: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: install
	$(BIN)/gigraph demo

test: install
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Ratios on made-up reports, with Oxigraph's own loader beside ours: make bench REPORTS=10000; make bench REPORTS=0
# BENCH="--sizes 1000 10000 100000 --queries 1000 --dask 1 2 3"; the figures also as bench.json and bench.svg.
REPORTS ?= 1000
BENCH ?=
bench: install
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python tests/bench/run.py $(REPORTS) $(BENCH) --json bench.json --svg bench.svg

# Writes the commands' real outputs into README.md.
readme: install
	$(BIN)/python tests/test_docs.py

clean:
	rm -rf $(VENV) graph-demo graph-demo.gexf demo build dist gigraph/explorer/dist gigraph/explorer/node_modules
