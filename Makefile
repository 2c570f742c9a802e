# make report       builds Recount and writes Output/ from content/ and templates/
# make test         runs all tests; FAST=1 leaves out those that need a browser, Java or servers
# make lint         looks at format, forbidden code and forbidden imports
# make guides       writes the parts of the guides that follow from the code
# make bench        builds made sites of 10,000 and 100,000 strikes and says what that takes
# make clean        removes what was built, but not the report

.POSIX:
.PHONY: report test lint guides bench clean

report:
	@sh Tests/Tools/setup.sh build
	@echo "recount: building; the first time takes two or three minutes"
	@swift build -c release --product recount
	@.build/release/recount build .
	@echo "recount: open $$(pwd)/Output/index.html in a browser"

test:
	@sh Tests/Tools/setup.sh build
	@FAST="$(FAST)" sh Tests/Tools/setup.sh test
	@[ -z "$(FAST)" ] || export RECOUNT_FAST=1; SWIFT_BACKTRACE=enable=no swift test

lint:
	@swift format lint --strict -r Package.swift Sources Tests
	@sh Tests/Tools/check-arrows.sh
	@sh Tests/Tools/check-code.sh

guides:
	@swift build --product recount
	@sh Tests/Tools/guides.sh

bench:
	@sh Tests/Tools/setup.sh build
	@swift build -c release --product recount
	@sh Tests/Tools/bench.sh

clean:
	@rm -rf .build
