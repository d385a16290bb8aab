# The few verbs a person uses. Each sets up .venv by itself; Python 3.11 or later, make and a package registry are enough.
PYTHON ?= python3
DATA ?= ../shared/data
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test lint format bench evaluate floors torture readme lock clean
.DEFAULT_GOAL := test

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Lagebild needs Python 3.11 or later; name one with: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY) ## fact boxes, findings and a dossier over samples/
	@$(BIN)/lagebild demo

test: lint ## lint, types and all fast tests
	$(BIN)/python -m pytest -n 2 --dist worksteal -q

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(READY) ## speed, memory, start-up and merging against their limits
	$(BIN)/python benchmarks/bench.py --data $(DATA)
	$(BIN)/python benchmarks/merge_bench.py --data $(DATA)

evaluate: $(READY) ## our numbers beside those to beat; gains and losses by name against the last commit
	$(BIN)/lagebild evaluate --data $(DATA) --against HEAD

floors: $(READY) ## fail where a number falls under its floor
	$(BIN)/lagebild evaluate --data $(DATA) --check-floors

torture: $(READY) ## bad input, at length
	HYPOTHESIS_PROFILE=torture $(BIN)/python -m pytest -m torture -q -n 2 --dist worksteal tests/torture

readme: $(READY) ## fill README.md with what the program prints now
	$(BIN)/python benchmarks/readme.py --data $(DATA)

lock: $(READY) ## renew requirements.lock (needs uv)
	$(BIN)/python -m pip install --quiet uv
	env -u UV_INDEX_URL $(BIN)/uv pip compile --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--python-version 3.11 pyproject.toml --group dev --output-file requirements.lock

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
