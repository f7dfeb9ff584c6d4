# make run | test | bench | package: each prepares what it needs the first time.

unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
SAMPLE := build/sample.frontlist
SETUP := pyproject.toml tools/bootstrap.py

.PHONY: run setup test bench mutants package lock format docs clean

# $(call prepare,PURPOSE,STAMPS): the first fitting Python runs the bootstrap.
define prepare
	@for python in $(PYTHON) python3.11 python3.12 python3.13 python3; do \
	    if $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then \
	        $$python tools/bootstrap.py $(1) && touch $(2); exit; \
	    fi; \
	done; echo 'Frontlist needs Python 3.11, 3.12 or 3.13: none was found.'; exit 1
endef

setup: .venv/ready

.venv/ready: requirements.lock $(SETUP)
	$(call prepare,run,$@)

.venv/ready-to-test: requirements-dev.lock $(SETUP)
	$(call prepare,test,.venv/ready $@)

.venv/ready-to-bench: requirements-bench.lock $(SETUP)
	$(call prepare,bench,.venv/ready .venv/ready-to-test $@)

.venv/ready-to-package: requirements-dev.lock $(SETUP)
	$(call prepare,package,.venv/ready .venv/ready-to-test $@)

# A copy, so that trying things out leaves the sample as it is.
$(SAMPLE): resources/templates/sample.frontlist
	@mkdir -p $(@D) && cp $< $@

run: .venv/ready $(SAMPLE)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then exec $(BIN)/frontlist $(SAMPLE); fi; \
	echo 'There is no display here: the sample plan is checked, and exported to build/sample.pdf.'; \
	$(BIN)/frontlist check $(SAMPLE) || [ $$? -eq 1 ] || exit 2; \
	$(BIN)/frontlist export $(SAMPLE) -o build/sample.pdf

test: .venv/ready-to-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

bench: .venv/ready-to-bench
	@for script in tests/benchmarks/bench_*.py; do $(BIN)/python $$script || exit 1; done

# Mutation testing: how many small breakages of the rules and checks the tests notice. It takes an hour or more, and
# goes on where it was broken off.
mutants: .venv/ready-to-bench
	$(BIN)/python -m tools.mutation

package: .venv/ready-to-package
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build packaging/frontlist.spec
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname)" = Linux ]; then export QT_QPA_PLATFORM=offscreen; fi; \
	dist/frontlist/frontlist self-test

# Every platform's files, for every Python this project knows.
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
    --no-annotate --no-emit-index-url --no-emit-find-links --group build pyproject.toml

lock: .venv/ready
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) --extra dev --extra bench --output-file requirements-bench.lock
	$(LOCK) --constraint requirements-bench.lock --extra dev --output-file requirements-dev.lock
	$(LOCK) --constraint requirements-bench.lock --output-file requirements.lock

format: .venv/ready-to-test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/ready
	$(BIN)/python tools/rules_table.py
	$(BIN)/python tools/pictures.py

clean:
	rm -rf build dist mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find planner tests tools -name __pycache__ -prune -exec rm -rf {} +
