# Everything an editor or a programmer does here, by one word each. `make` alone lists them.
#
# Settings, given after the target, as in `make pdf ENGINE=latex`:
#   ENGINE=weasyprint|latex   which program makes the book      (weasyprint)
#   LAYOUT=facing|columns     facing pages or two columns       (the style decides)
#   EDITION=DIR               the folder of the edition         (corpus)
#   QUIET=1                   say only what went wrong
#
# The clock is no setting: a book is dated by its edition. SOURCE_DATE_EPOCH is left as it comes.

EDITION ?= corpus
ENGINE ?=
LAYOUT ?=
QUIET ?=

edition := .venv/bin/edition -C "$(EDITION)"$(if $(QUIET), --quiet)
build := $(if $(ENGINE), --engine "$(ENGINE)")$(if $(LAYOUT), --layout "$(LAYOUT)") --output output
latex := $(if $(filter latex,$(ENGINE)),latex)
# Programs of the environment come before the system's: node is one of them.
inside := PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/bin/python -m

.DEFAULT_GOAL := help
.PHONY: help pdf epub all check index test test-corpora lint lock picture wheel clean

help: ## list these targets
	@echo "make TARGET, where TARGET is one of"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' Makefile
	@awk '/^# Settings/ { on = 1; print "" } /^#$$/ { if (seen) on = 0 } on { sub(/^# ?/, ""); print; if (/=/) seen = 1 }' Makefile

pdf: ## the printed book, in output/ (sets up what it needs at its first use)
	@.ci/setup pdf $(latex)
	@$(edition) build pdf$(build)

epub: ## the e-book, in output/
	@.ci/setup epub
	@$(edition) build epub --output output

all: ## the book and the e-book
	@.ci/setup pdf epub $(latex)
	@$(edition) build all$(build)

check: ## what in the letters needs an editor's eye
	@.ci/setup pdf
	@$(edition) check

index: ## the names, with the places where they occur
	@.ci/setup pdf
	@$(edition) index

test: ## all the tests, with both engines, validators and a browser
	@.ci/setup test latex
	@$(MAKE) --no-print-directory lint
	$(inside) pytest -n 2 -m "not corpora"

test-corpora: ## the slow tests, on large collections of real letters
	@.ci/setup test latex
	$(inside) pytest -n 2 -m corpora

lint: ## the style and the types of the program's own text
	@.ci/setup test
	$(inside) ruff check .
	$(inside) ruff format --check .
	$(inside) mypy

lock: ## for maintainers: write the locks of all dependencies anew
	@.ci/setup test
	@PATH="$(CURDIR)/.venv/bin:$$PATH" .ci/lock

picture: pdf ## for maintainers: draw anew the picture that README.md shows
	@.venv/bin/python .ci/picture output/stalin-kaganovich-1931.pdf docs/pictures/letter.png 2

wheel: ## for maintainers: the package to install elsewhere, in output/
	@.ci/setup pdf
	.venv/bin/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir output .

clean: ## take away what was made: books, caches, environments (never a letter)
	rm -rf output .venv tests/tools/node_modules
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find edition tests styles -name __pycache__ -type d -prune -exec rm -rf {} +
