# Each target is one line of calling `python -m scripts` or a tool; the logic is in scripts/.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test serve check receipt bench bench-load bench-pages watch record release lock clean browser servers
.DEFAULT_GOAL := site

site: $(VENV)/site.stamp  ## check the evidence and the pages, build the site into site/
	$(PY) -m scripts build

test: $(VENV)/test.stamp $(VENV)/html.stamp $(VENV)/pdf.stamp browser servers  ## style, types, and every test
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m pytest

serve: $(VENV)/site.stamp  ## live preview; reloads on changes to pages, evidence, overrides and scripts
	LIVE_PREVIEW=1 FAIL_ON_MACRO_ERROR=false PYTHONDONTWRITEBYTECODE=1 $(PY) -m mkdocs serve --no-strict --livereload --dirty

check: $(VENV)/site.stamp  ## report every problem in evidence and pages
	$(PY) -m scripts check

receipt: $(VENV)/test.stamp browser  ## open every page of site/ in a browser, and put into the site what was asked and stored
	$(PY) -m scripts receipt

bench: $(VENV)/test.stamp browser  ## how the cost grows, as ratios measured side by side: an hour or more
	$(PY) -m scripts.bench

bench-pages: $(VENV)/test.stamp $(VENV)/lighthouse.stamp browser  ## pages of site/ as a slow phone gets them, beside the theme as it comes
	$(PY) -m scripts.bench.pages

bench-load: $(VENV)/test.stamp servers  ## requests a second and slow answers of real servers over site/, against their own default page
	$(PY) -m scripts.bench.load

watch: $(VENV)/site.stamp  ## ask Crossref, PubMed and the sources' own addresses what has been retracted or has gone
	$(PY) -m scripts.watch

record: $(VENV)/site.stamp  ## note the present evidence as checked by a second reader
	$(PY) -m scripts record

release: $(VENV)/site.stamp  ## note the present claims and addresses as those of the newest version in CHANGELOG.md
	$(PY) -m scripts release

lock: $(VENV)/tools.stamp  ## refresh the locked requirements
	for name in requirements requirements-test requirements-tools; do \
	  $(PY) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $$name.in -o $$name.txt || exit 1; \
	done

clean:  ## remove everything that can be made again
	rm -rf site build .cache $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Debian and Ubuntu ship Python without the part that makes environments; it is installed where it is missing.
$(PY):
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  SUDO=$$(test $$(id -u) = 0 || echo sudo); $$SUDO apt-get update -qq && $$SUDO apt-get install -qq -y python3-venv && \
	  $(PYTHON) -m venv $(VENV); }

# The tests drive Debian's browser, look at printed pages, and check pages in Java; what is missing is installed.
APT = SUDO=$$(test $$(id -u) = 0 || echo sudo); $$SUDO apt-get update -qq && $$SUDO apt-get install -qq -y --no-install-recommends
browser:
	@command -v chromium >/dev/null || { $(APT) chromium; }
	@command -v pdftoppm >/dev/null || { $(APT) poppler-utils; }
	@command -v java >/dev/null || { $(APT) default-jre-headless; }

# They also run the two web servers of deploy/, as ordinary processes on free ports. Debian itself starts a server that
# it installs; where that is not wanted: systemctl disable --now nginx caddy
servers:
	@command -v openssl >/dev/null || { $(APT) openssl; }
	@command -v wrk >/dev/null || { $(APT) wrk; }
	@command -v caddy >/dev/null || { $(APT) caddy; }
	@test -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so || \
	  { $(APT) nginx-light libnginx-mod-http-brotli-static; }

# Tools from npm come by their own locks; none of their scripts is run.
NPM_CI = npm ci --ignore-scripts --omit=optional --no-audit --no-fund --silent
$(VENV)/html.stamp $(VENV)/pdf.stamp $(VENV)/lighthouse.stamp: $(VENV)/%.stamp: tools/%/package.json tools/%/package-lock.json | $(PY)
	command -v npm >/dev/null || { $(APT) npm; }
	mkdir -p $(VENV)/$* && cp $^ $(VENV)/$*/ && $(NPM_CI) --prefix $(VENV)/$* && touch $@

$(VENV)/site.stamp: requirements.txt | $(PY)
	$(INSTALL) $< && touch $@

$(VENV)/test.stamp: requirements-test.txt | $(PY)
	$(INSTALL) $< && touch $@

$(VENV)/tools.stamp: requirements-tools.txt | $(PY)
	$(INSTALL) $< && touch $@
