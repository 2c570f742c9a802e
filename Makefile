# make report       builds Recount and writes Output/ from content/ and templates/
# make program      builds the optimised program, .build/release/recount, for reports of your own
# make test         runs all tests; FAST=1 leaves out those that need a browser, Java or servers
# make setup        installs what both need from the system; on a terminal it asks before it uses sudo
# make lint         looks at format, forbidden code and forbidden imports
# make fuzz         gives broken input to every reader, for TIME seconds each (60)
# make kills        kills publications and releases at every moment, for an hour
# make dist         makes a Debian package and a tarball for machines without Swift, in .build/dist
# make guides       writes the parts of the guides that follow from the code
# make bench        builds made sites of 10,000 and 100,000 strikes beside Hugo and a script, if they are
#                   installed, and says what that takes
# make clean        removes what was built, but not the report

.POSIX:
.PHONY: report program test fuzz kills setup lint guides dist bench clean

# Neither build takes an import that Package.swift does not allow.
arrows = --explicit-target-dependency-import-check error
# With Swift's libraries in the program, where they are installed in that form, it starts in half the time.
static = $$(sh Tests/Tools/static.sh)
release = RECOUNT_BUILT_FROM="$$(sh Tests/Tools/built-from.sh)" \
	swift build -c release --product recount $(static) $(arrows)
# Compiles in a third of the time; the example is small, and the tests need the same build.
debug = RECOUNT_BUILT_FROM="$$(sh Tests/Tools/built-from.sh), not optimised" \
	swift build --product recount $(arrows)

report: setup
	@echo "recount: building; the first time takes about three minutes on two cores"
	@$(debug)
	@.build/debug/recount build .
	@echo "recount: open $$(pwd)/Output/index.html in a browser"

program: setup
	@echo "recount: building the optimised program; the first time takes about eight minutes on two cores"
	@$(release)
	@echo "recount: the program is $$(pwd)/.build/release/recount"

# Packages are tested when they were made from exactly this commit, and commands with the program in them.
test: setup
	@FAST="$(FAST)" sh Tests/Tools/setup.sh test
	@[ -z "$(FAST)" ] || export RECOUNT_FAST=1; \
	RECOUNT_DIST="$$(sh Tests/Tools/dist/current.sh)"; export RECOUNT_DIST; \
	[ -z "$$RECOUNT_DIST" ] || export RECOUNT_PROGRAM="$$PWD/.build/static/release/recount"; \
	SWIFT_BACKTRACE=enable=no swift test $(arrows)

# SEED=n changes what is tried; the same number always tries the same.
fuzz: setup
	@TIME="$(TIME)"; SEED="$(SEED)"; SEED="$${SEED:-$$(date +%s)}"; echo "fuzz: seed $$SEED"; \
	RECOUNT_FUZZ_TIME="$${TIME:-60}" RECOUNT_FUZZ_SEED="$$SEED" \
	SWIFT_BACKTRACE=enable=no swift test $(arrows) --filter FuzzTests

kills: setup
	@FAST= sh Tests/Tools/setup.sh test
	@RECOUNT_THOROUGH=1 SWIFT_BACKTRACE=enable=no swift test $(arrows) --filter KilledPublicationTests

setup:
	@sh Tests/Tools/setup.sh build

lint:
	@swift format lint --strict -r Package.swift Sources Tests
	@python3 Tests/Tools/check_imports.py
	@sh Tests/Tools/check-code.sh

dist: setup
	@sh Tests/Tools/setup.sh dist
	@sh Tests/Tools/dist/dist.sh

guides: setup
	@swift build --product recount
	@sh Tests/Tools/guides.sh

bench: setup
	@$(release)
	@sh Tests/Tools/bench.sh

clean:
	@rm -rf .build
