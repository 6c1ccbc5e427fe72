# The list of everything one can do. `make run` and `make test` need nothing but Python 3.11 or 3.12.
.PHONY: all run test test-browser train talk ask check evaluate bench content content-report install adapt second-look unanswered safety-card lock clean
.DEFAULT_GOAL := all

PYTHON ?= $(shell sh tools/find-python.sh)
ENV := .venv
# Bytecode is kept whatever the surroundings say: compiling everything anew doubles each start.
RUN := PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX=$(CURDIR)/.cache/bytecode PYTHONWARNINGS=ignore SQLALCHEMY_SILENCE_UBER_WARNING=1 RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 $(ENV)/bin/python
INSTALLED := $(ENV)/.installed

all: check test

run: train  ## install, train if needed, serve on http://localhost:$PORT
	@exec env $(RUN) -m assistant.serve

test: train  ## every test that needs no server of its own
	@$(RUN) -m pytest

test-browser: train .venv-browser/.installed  ## the widget, the pages and the console in a real browser
	@chromium=$$(sh tools/find-chromium.sh) && CHROMIUM=$$chromium .venv-browser/bin/python -m pytest --confcutdir=tests/browser tests/browser

train: install  ## train if content, data or config changed
	@$(RUN) -m assistant.train

talk: train  ## chat in the terminal
	@$(RUN) -m assistant.talk

ask: train  ## make ask Q="what are the side effects of sutent"
	@$(RUN) -m assistant.talk --once "$(Q)"

check: install .venv-check/.installed  ## content, lint, types
	@$(RUN) -m answers check
	@.venv-check/bin/ruff check .
	@.venv-check/bin/ruff format --check .
	@.venv-check/bin/mypy --python-executable $(ENV)/bin/python

evaluate: train  ## make evaluate SET=path/to/questions.jsonl
	@$(RUN) -m tools.evaluate "$(SET)"

bench: train .venv-browser/.installed  ## speed, memory, start, training; the page; what it understands; its peers
	@$(RUN) -m benchmarks.store
	@$(RUN) -m benchmarks.turn
	@chromium=$$(sh tools/find-chromium.sh) && CHROMIUM=$$chromium .venv-browser/bin/python -m benchmarks.web
	@$(RUN) -m benchmarks.understanding
	@$(RUN) -m benchmarks.compare

unanswered: install  ## what people asked and got no answer to, by meaning
	@$(RUN) -m tools.unanswered

safety-card: install  ## what a safety board reads before anybody is let in: build/safety-card.html, docs/safety-card.md
	@$(RUN) -m benchmarks.safety_card

content: install  ## every section, one JSON object a line
	@$(RUN) -m answers export

content-report: install  ## coverage, review, readability and evidence on one page: build/content-report.html
	@$(RUN) -m answers report

install: $(INSTALLED)

$(INSTALLED): requirements.lock requirements-uv.lock tools/install.sh
	@sh tools/install.sh "$(PYTHON)" $(ENV) requirements.lock

.venv-browser/.installed: requirements-browser.lock requirements-uv.lock tools/install.sh
	@sh tools/install.sh "$(PYTHON)" .venv-browser requirements-browser.lock

.venv-check/.installed: requirements-check.lock requirements-uv.lock tools/install.sh
	@sh tools/install.sh "$(PYTHON)" .venv-check requirements-check.lock

second-look: train  ## fit the second look on the held-out questions, show what each threshold costs
	@$(RUN) -m tools.second_look

adapt: install  ## learn the encoder's adapter anew from content and data (PyTorch, half an hour)
	@sh tools/adapt.sh "$(PYTHON)"

lock: install  ## resolve the pins anew
	@sh tools/lock.sh

clean:  ## remove everything that can be made again
	rm -rf .venv .venv-browser .venv-check .venv-tools .cache .rasa models build
