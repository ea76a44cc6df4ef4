.DEFAULT_GOAL := help
.PHONY: help setup install run test lint bench lock messages screenshots
.DELETE_ON_ERROR:
PORT ?= 8000
ARGS ?=
export PORT
PYTHON := .venv/bin/python
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))
LOCK := $(PYTHON) -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/base.stamp .venv/test.stamp $(CATALOGUES) ## Make .venv with all packages, and compile the catalogues

install: .venv/base.stamp $(CATALOGUES) ## Make .venv with what serving a hub needs, and no more

run: .venv/base.stamp $(CATALOGUES) ## Serve the demo hub on PORT (8000), from a fresh clone too
	@exec $(PYTHON) -m scripts.run

test: setup ## Run linters, and all tests on SQLite, PostgreSQL and Elasticsearch (ARGS go to pytest)
	@exec $(PYTHON) -m scripts.test $(ARGS)

lint: setup ## Run the linters alone
	@exec $(PYTHON) -m scripts.lint

bench: setup ## Measure speed, memory and weight
	@exec $(PYTHON) -m benchmarks $(ARGS)

lock: setup ## Choose and pin package versions anew after a change of requirements/*.in
	@cd requirements && ../$(LOCK) --output-file base.txt base.in
	@cd requirements && ../$(LOCK) --output-file test.txt test.in

messages: .venv/base.stamp ## Bring the catalogues of the interface's words up to date with the sources
	@$(PYTHON) -m scripts.messages

screenshots: setup ## Take the pictures of docs/screenshots anew
	@exec $(PYTHON) -m scripts.screenshots

.venv/base.stamp: requirements/base.txt scripts/setup.sh
	@sh scripts/setup.sh base

.venv/test.stamp: requirements/test.txt scripts/setup.sh | .venv/base.stamp
	@sh scripts/setup.sh test

%.mo: %.po | .venv/base.stamp
	@$(PYTHON) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@ \
		--locale $(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))
