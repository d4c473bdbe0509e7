# xlbudget: everything a contributor types. Only Python 3.11 and make must be there beforehand;
# on Debian the rest is installed on first use.

bin := .venv/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo check fix test docs templates addin setup

help: ## list these targets
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: ## write the budget of a made-up district to out/riverbend-budget.xlsx
	@tools/setup.sh demo
	@mkdir -p out
	$(bin)/xlbudget demo --force -o out/riverbend-budget.xlsx

test: setup ## run every test and judge, with coverage; ARGS="-k name" for some of them
	$(bin)/python -m pytest --cov $(ARGS)

check: setup ## everything: style, types, import contracts and tests
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/python -m pytest --cov $(ARGS)

fix: setup ## mend what ruff can mend and format the code
	$(bin)/ruff check --fix --exit-zero
	$(bin)/ruff format

docs: setup ## build the generated pages of the manual
	$(bin)/python tools/docs.py

templates: setup ## write the workbook templates and the self-test
	$(bin)/python tools/templates.py
	$(bin)/python tools/selftest.py

addin: setup ## build the add-ins for Excel and LibreOffice
	$(bin)/python -c "from xlbudget.hosts.excel import xlam; xlam.build()"
	$(bin)/python -c "from xlbudget.hosts.libreoffice import oxt; oxt.build(oxt.ARTIFACT)"

setup:
	@tools/setup.sh test
