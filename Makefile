# make demo  – installeert alles en controleert een voorbeeldbrief
# make test  – installeert alles en draait de tests
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
RUN := $(BIN)/python
DEMO := examples/afwijzing-parkeervergunning-voor.docx

.PHONY: demo train test lint wheel-check docs page clean

demo: .venv/demo
	@$(BIN)/duidelijk check $(DEMO) --format html --output demo.html
	@$(BIN)/duidelijk check $(DEMO)
	@echo "De pagina met alle meldingen staat in: $(CURDIR)/demo.html"

test: .venv/test
	$(RUN) -m pytest -n auto --dist loadfile

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

wheel-check: .venv/dev
	.ci/wheel-check $(RUN)

# make docs  – maakt de pagina's over de regels opnieuw
docs: .venv/demo
	@mkdir -p docs/regels
	$(BIN)/duidelijk rules --pages docs/regels

# make page  – maakt de bestanden van de schrijfpagina opnieuw (dit vraagt Node 20)
page:
	cd web-src && npm ci --ignore-scripts --silent && npm run --silent types && npm run --silent build

.venv/python:
	$(PYTHON) -m venv .venv
	$(RUN) -m pip install --quiet --upgrade pip
	@touch $@

.venv/demo: .venv/python pyproject.toml
	$(RUN) -m pip install --quiet -e .
	@touch $@

.venv/test: .venv/python pyproject.toml
	$(RUN) -m pip install --quiet -e '.[test]'
	@touch $@ .venv/demo

.venv/dev: .venv/test
	$(RUN) -m pip install --quiet -e '.[test,dev]'
	@touch $@

# make train TREEBANK=map  – traint de taalpijplijn opnieuw, in build/pipeline
train: .venv/test
	$(RUN) -m training.train --treebank $(TREEBANK) --output build/pipeline

clean:
	rm -rf .venv build dist demo.html
