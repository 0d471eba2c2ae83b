# Two commands matter: `make run` and `make test`. Both install what is missing first, and ask before they do.

.PHONY: help run test bench format lint fuzz torture kills power-losses mutants release clean

help:            ## show this list
	@grep -hE '^[a-z-]+: .*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

run:             ## build, then start a demo restaurant beside a demo hotel
	@scripts/run

test:            ## build, then run every test: Swift, browser, and the main job end to end
	@scripts/test

bench:           ## release build, then every speed and size figure beside the raw limit of this machine
	@scripts/bench

format:          ## rewrite the Swift files in the house format
	@scripts/format

lint:            ## say which Swift files are not in the house format
	@scripts/format --check

fuzz:            ## throw mutated bytes at the FIAS decoder (SECONDS=60)
	@scripts/fuzz

torture:         ## play histories in which everything fails, one per seed (SEEDS=1..100000)
	@SEEDS="$(or $(SEEDS),1..100000)" scripts/torture

kills:           ## kill real tills at named moments and at random (N=2000)
	@KILLS="$(or $(N),2000)" scripts/kills

power-losses:    ## lose the power again and again, and fail the disk at every operation (N=100000)
	@LOSSES="$(or $(N),100000)" scripts/power-losses

mutants:         ## break each rule of the room charge in a copy, and see the simulation notice
	@scripts/mutants

release:         ## one static binary, .build-release/ardoise
	@scripts/release

clean:           ## throw away everything that was built or installed in this folder
	rm -rf .build .build-release .build-torture .build-fuzz .venv screenshots
