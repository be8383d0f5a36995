# Two commands do all the set-up on a fresh Debian machine with a Swift toolchain: `make site` and `make test`.
# What they install: Debian packages (named in DEBIAN_PACKAGES) by apt-get, and Python packages into .recap/.

DEBIAN_PACKAGES := libcmark-dev libpq-dev pkg-config python3-venv
DUCKDB_VERSION := 1.5.6
SPARK_VERSION := 4.1.1
SWIFT_BUILD := swift build --explicit-target-dependency-import-check error
RELEASE := .build/release/recap

GALLERY := .recap/gallery/index.html

PREFIX ?= /usr/local

.PHONY: site test install bench bench-pages bench-scale bench-data bench-builds bench-charts gallery format clean engine system program check-public test-swift test-engines test-postgresql test-spark test-large-data test-mutations test-statistics test-parity test-colours test-pages test-site

site: program engine
	$(RELEASE) build

test: engine test-swift test-statistics check-public test-postgresql test-parity test-colours test-pages test-site

# A fresh build must give the bytes that are committed.
check-public: program
	scripts/check-public $(RELEASE)

test-swift: system
	$(SWIFT_BUILD) --build-tests -Xswiftc -warnings-as-errors
	swift test --skip-build --parallel

# The same answers and pages from every engine. Spark is large and slow to install, so that `make test` leaves it out.
test-engines: test-postgresql test-spark

# A PostgreSQL server of its own, on loopback.
test-postgresql: program engine test-swift
	scripts/install-system postgresql openssl
	scripts/with-postgresql scripts/test-postgresql $(RELEASE)

# A Spark cluster of its own, on loopback: a master and two workers.
test-spark: program engine test-swift
	scripts/install-system openjdk-17-jre-headless
	scripts/install-spark $(SPARK_VERSION)
	scripts/with-spark scripts/test-spark $(RELEASE)

# Ten million orders within one gigabyte.
test-large-data: program engine
	scripts/test-large-data $(RELEASE)

# The statistics' reference values, made anew by SciPy, statsmodels, lifetimes and mlxtend.
test-statistics: system
	scripts/test-statistics

# The real campaign's numbers, computed a second time by pandas from the publisher's own files.
test-parity: program engine
	scripts/test-parity $(RELEASE)

# A thousand small changes of the demo review, each by itself: how many are reported, and no harmless edit. It takes twenty minutes.
test-mutations: program engine
	scripts/test-mutations $(RELEASE)

# The palette's contrast, and its distances for each kind of colour vision.
test-colours: system
	scripts/test-colours

# Real texts of every chart in Chromium at two widths, and all pages by the Nu HTML checker.
test-pages: gallery
	scripts/install-browser
	scripts/check-chart-text --self-test
	scripts/check-chart-text $(GALLERY) $$(find public -mindepth 3 -name index.html)
	scripts/check-html --self-test
	scripts/check-html $(GALLERY) public/*.html $$(find public -mindepth 2 -name "*.html")

# Every page in Chromium as readers open it: accessibility, links, layout, script; the exports; the server.
test-site: program engine
	scripts/install-browser
	scripts/check-site --self-test
	scripts/check-site public
	scripts/check-export $(RELEASE)
	scripts/bench-serve $(RELEASE)

# A page of every kind of chart.
gallery: system
	$(SWIFT_BUILD) -c release --product chart-gallery
	.build/release/chart-gallery .recap/gallery

# The program, its templates and its completions for bash, zsh and fish. Templates are found beside the program.
install: program engine
	scripts/install $(RELEASE) $(PREFIX)

# What Documentation/performance.md tells of, measured anew; half an hour or more. Nothing fails for slowness.
bench: bench-pages bench-scale bench-data bench-builds bench-charts

# Sites of 14, 1,000 and 10,000 chapters, against Hugo and against libcmark that writes as much.
bench-pages: program engine
	scripts/install-system hugo
	scripts/bench-pages $(RELEASE)

# Up to a thousand campaigns: do time and memory grow with their number?
bench-scale: program engine
	scripts/bench-scale $(RELEASE)

# Ten million orders to pages, against DuckDB alone, polars and pandas.
bench-data: program engine
	scripts/bench-data $(RELEASE)

# One review: nothing changed, a chapter's words, a cell, all of it.
bench-builds: program engine
	scripts/bench-builds $(RELEASE)

# Charts, against vl-convert, matplotlib and Observable Plot.
bench-charts: system
	$(SWIFT_BUILD) -c release --product bench-charts
	scripts/bench-charts .build/release/bench-charts

program: system
	$(SWIFT_BUILD) -c release --product recap

engine: system
	scripts/install-engine $(DUCKDB_VERSION)

system:
	scripts/install-system $(DEBIAN_PACKAGES)

format:
	swift format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build .recap
