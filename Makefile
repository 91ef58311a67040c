# Rawi: two commands matter. `make demo` reads the sample story and serves it; `make test` runs every test.
# Both set up whatever is missing first: they need Python 3.11 or newer, Node with npm, and a package index.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
WEB    := frontend
CORPUS ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test score bench lighthouse lock assets env env-test env-train browser clean train-names \
  train-segmenter train-vectors train-stance

help:
	@echo 'make demo        read the sample story and serve it on this machine'
	@echo 'make test        run every test'
	@echo 'make score       measure accuracy against the gold, write docs/accuracy.md, fail below the floors'
	@echo 'make bench       measure speed and memory, stage by stage'
	@echo 'make lighthouse  Lighthouse on every page, in Arabic and English (needs the npm registry)'
	@echo 'make train-names, train-segmenter, train-vectors, train-stance'
	@echo '                 make the model files again from their training data'
	@echo 'make lock        choose the newest allowed versions of everything and pin them with hashes'
	@echo 'make clean       remove what the others made: the environment, the node modules, the built pages'

demo: env assets
	$(BIN)/rawi demo

test: env-test assets browser
	$(BIN)/ruff check .
	$(BIN)/python -m pytest -n 2 --dist loadfile

score: env-test
	$(BIN)/python -m benchmarks.accuracy

bench: env-test
	$(BIN)/python -m benchmarks.speed

# Needs the npm registry the first time, so it is no test; tests/web/test_best_practice.py is.
lighthouse: env-test assets
	$(BIN)/python tools/lighthouse.py

# Models are made from data that is not in the repository: it lies in $(CORPUS)/data, and the card beside each
# model says what it is. Seeded: the same data gives the same file (train-names: but for rounding in its networks;
# it takes one to two hours and keeps what the teachers say of the news in build/).
train-names: env-train
	$(BIN)/python tools/train_names.py $(CORPUS)/data

train-segmenter: env-train
	$(BIN)/python tools/train_segmenter.py $(CORPUS)/data/seg_pud.dev.jsonl

train-vectors: env-train
	$(BIN)/python tools/train_vectors.py $(CORPUS)/data/news_ant.jsonl.gz

train-stance: env-train
	$(BIN)/python tools/train_stance.py $(CORPUS)/data/stance_ans.train.jsonl $(CORPUS)/data/stance_ans.dev.jsonl

# --- setting up -----------------------------------------------------------------------------------------

env: $(VENV)/.run
env-test: $(VENV)/.test

# PIP_NO_BUILD_ISOLATION and hatchling in the lock: the project itself is built with pinned tools only.
$(VENV)/.run: requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Rawi needs Python 3.11 or newer; this is:' `$(PYTHON) --version`'. Name another with: make PYTHON=python3.12'; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo 'Python cannot make a virtual environment here. On Debian or Ubuntu: apt-get install python3-venv'; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.lock
	@touch $@

env-train: $(VENV)/.train

$(VENV)/.train: requirements/train.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/train.lock
	@touch $@

assets: $(WEB)/.built

$(WEB)/node_modules/.installed: $(WEB)/package.json $(WEB)/package-lock.json
	@command -v npm >/dev/null || { echo 'Rawi builds its pages with Node. Install Node 20 or newer with npm, then run make again.'; exit 1; }
	cd $(WEB) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB)/.built: $(WEB)/node_modules/.installed $(shell find $(WEB) -path $(WEB)/node_modules -prune -o -type f -not -name .built -print 2>/dev/null)
	cd $(WEB) && npm run --silent build
	@touch $@

# Debian's Chromium drives the browser tests. Where it cannot be installed they skip, and say so.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1; } || \
	  echo 'No Chromium here: the browser tests will be skipped. On Debian or Ubuntu: sudo apt-get install chromium'

# --- upkeep ---------------------------------------------------------------------------------------------

lock: $(VENV)/.lock-tool
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --upgrade pyproject.toml requirements/build.in -o requirements/run.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --upgrade --extra test pyproject.toml requirements/build.in -c requirements/run.lock -o requirements/test.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --upgrade --extra train pyproject.toml requirements/build.in -c requirements/run.lock -o requirements/train.lock
	@! grep -nE '(https?|file)://' requirements/*.lock

$(VENV)/.lock-tool:
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@

clean:
	rm -rf $(VENV) $(WEB)/node_modules $(WEB)/.built dist build
