# OneVoice: every task. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run up down status reset test rules check format contracts bench import token dev \
	assets chaos jdk chromium kcat

# A JDK 25 or later: JAVA_HOME first, then where Linux and macOS keep them, then PATH.
JDK := $(shell \
	for home in "$$JAVA_HOME" /usr/lib/jvm/*25* /usr/lib/jvm/* /usr/java/* /opt/jdk* /opt/java/* \
		$$HOME/.sdkman/candidates/java/*25* $$HOME/.sdkman/candidates/java/current $$HOME/.jdks/*25* \
		$$HOME/.asdf/installs/java/*25* $$HOME/.local/share/mise/installs/java/25* \
		/opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
		/opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
		/usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
		/Library/Java/JavaVirtualMachines/*/Contents/Home \
		$$HOME/Library/Java/JavaVirtualMachines/*/Contents/Home \
		"$$(dirname "$$(dirname "$$(readlink -f "$$(command -v javac)" 2>/dev/null)")" 2>/dev/null)"; do \
		[ -x "$$home/bin/javac" ] || continue; \
		major=$$("$$home/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'); \
		[ "$${major:-0}" -ge 25 ] && { echo "$$home"; break; }; \
	done)
export JAVA_HOME := $(JDK)

MVN := ./mvnw -B
PROGRAM := .state/program
STACK_JVM := -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow
STACK := "$(JDK)/bin/java" $(STACK_JVM) -cp "$(PROGRAM)/*" uk.onevoice.stack.Main
STACK_SOURCES := $(shell find platform/stack/pom.xml platform/stack/src/main -type f 2>/dev/null)
DEMO ?= yes
ROUNDS ?= 25

help: ## List the tasks
	@echo "OneVoice - one voice for general practice. Start with: make run"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: $(PROGRAM)/ready ## Start OneVoice here, Ctrl-C stops it (DEMO=no: empty, first administrator only)
	@exec $(STACK) run demo=$(DEMO)

up: $(PROGRAM)/ready ## Start OneVoice in the background and return when it is ready
	@$(STACK) up demo=$(DEMO)

down: $(PROGRAM)/ready ## Stop what run or up started, and nothing else
	@$(STACK) down

status: $(PROGRAM)/ready ## Show what runs, with ports, processes and memory
	@$(STACK) status

reset: $(PROGRAM)/ready ## Stop OneVoice and delete its local data
	@$(STACK) reset

test: $(PROGRAM)/ready chromium kcat ## Run every test, with PostgreSQL, Kafka, Keycloak and mail of their own
	@$(STACK) test -B -T5 --fail-at-end verify

rules: jdk ## Run the rules only: plain Java, no processes, seconds
	@$(MVN) -q -Dtest='uk.onevoice.kernel.**,uk.onevoice.*.domain.**,uk.onevoice.*.policy.**' \
		-Dsurefire.failIfNoSpecifiedTests=false test

check: jdk ## Look for bugs without running: Error Prone, NullAway, layout
	@$(MVN) -q -T2 -Pcheck -DskipTests -Dquarkus.bootstrap.effective-model-builder=true test-compile

format: jdk ## Lay out every source file
	@$(MVN) -q spotless:apply

contracts: jdk ## Hold code and contracts together
	@$(MVN) -q -pl contracts -am -Dtest='uk.onevoice.contracts.**' \
		-Dsurefire.failIfNoSpecifiedTests=false test

mutate: jdk ## Does a test fail when a rule of a service's domain goes? (SERVICE=mandates)
	@$(MVN) -q -Pmutate -Donevoice.output=mutate -pl services/$(SERVICE) -am process-test-classes

bench: jdk $(PROGRAM)/ready ## Measure the goals against references in the same run (ONLY=P1,P4: some)
	@if [ "$(ONLY)" != TWO ]; then $(MVN) -q -Pbench -Dmaven.test.skip=true -Donevoice.output=bench \
		-Dquarkus.bootstrap.effective-model-builder=true -pl platform/bench -am verify; fi
	@case ",$(ONLY)," in ,,|*,TWO,*) $(STACK) test -q -Dtest=ManyHistoriesTest \
		-Dsurefire.failIfNoSpecifiedTests=false -Donevoice.histories=10000 \
		-pl services/projection -am test;; esac

chaos: $(PROGRAM)/ready ## Kill writers, relays and the broker more often than make test does (ROUNDS=25)
	@$(STACK) test -B -Dtest='uk.onevoice.eventstore.fault.**,*FaultTest' \
		-Dsurefire.failIfNoSpecifiedTests=false -Donevoice.chaos.rounds=$(ROUNDS) \
		-pl platform/event-store-tests,platform/messaging-tests -am test

import: $(PROGRAM)/ready ## Import a folder of official files: make import ODS=<folder>
	@$(STACK) import "$(ODS)"

token: $(PROGRAM)/ready ## Print an access token: make token AS=<person or client>
	@$(STACK) token "$(AS)"

assets: ## Make the front end's styles, script and fixtures again (needs Node and npm)
	@cd services/web/assets && npm ci --no-audit --no-fund --silent && npm run --silent make

dev: $(PROGRAM)/ready ## Run one service from its sources in the running stack: make dev SERVICE=<name>
	@$(STACK) dev "$(SERVICE)"

# The stack's own program, made in a folder of this call's own: tests build it too, and two calls of
# make may find it old at the same time.
$(PROGRAM)/ready: $(STACK_SOURCES) | jdk
	@case "$@:$(MAKECMDGOALS)" in *token*) ;; *) echo "Making the stack's own program ..." ;; esac >&2
	@own=program-$$$$; made=platform/stack/target/$$own; new=$(PROGRAM).$$$$; \
		trap 'rm -rf "$$made" "$$new"' EXIT; \
		mkdir -p "$$new" \
		&& $(MVN) -q -pl platform/stack -Dmaven.test.skip=true -Donevoice.output=$$own package >&2 \
		&& cp "$$made"/stack-*.jar "$$made"/lib/*.jar "$$new"/ && touch "$$new/ready" \
		&& rm -rf $(PROGRAM) && mv "$$new" $(PROGRAM)

jdk:
	@if [ -z "$(JDK)" ]; then \
		echo "OneVoice needs a JDK 25 and found none. Install one, for example Eclipse Temurin:"; \
		echo "  Debian, Ubuntu: apt-get install temurin-25-jdk   (https://adoptium.net/installation/linux)"; \
		echo "  macOS:          brew install --cask temurin@25"; \
		echo "  any:            sdk install java 25-tem          (https://sdkman.io)"; \
		echo "or set JAVA_HOME to the one you have."; \
		exit 1; \
	fi >&2

# The page tests look at pages in a real browser, at the places where services/web's Browser.java
# looks for one: what is only on the PATH, they do not find.
CHROMIUM := /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome
MAC_CHROME := /Applications/Google Chrome.app/Contents/MacOS/Google Chrome

chromium:
	@for browser in $(CHROMIUM) "$(MAC_CHROME)"; do [ -x "$$browser" ] && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "The page tests need Chromium. Installing it: apt-get install -y chromium fonts-liberation"; \
		apt-get install -y chromium fonts-liberation \
			|| { apt-get update && apt-get install -y chromium fonts-liberation; } \
			|| { echo "That failed. Install it yourself: apt-get install chromium"; exit 1; }; \
	else \
		echo "The page tests need Chromium, and there is none at:"; \
		for browser in $(CHROMIUM) "$(MAC_CHROME)"; do echo "  $$browser"; done; \
		echo "Install it, then run make again:"; \
		echo "  Debian: sudo apt-get install chromium"; \
		echo "  macOS:  brew install --cask google-chrome"; \
		exit 1; \
	fi >&2

# The tests of the partner feed read it through Kafka with a reader that is not ours, and run the
# example in shell.
kcat:
	@command -v kcat >/dev/null && command -v curl >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "The tests of the partner feed need kcat and curl. Installing: apt-get install -y kcat curl"; \
		apt-get install -y kcat curl || { apt-get update && apt-get install -y kcat curl; } \
			|| { echo "That failed. Install them yourself: apt-get install kcat curl"; exit 1; }; \
	else \
		echo "The tests of the partner feed need kcat and curl. Install them, then run make again:"; \
		echo "  Debian: sudo apt-get install kcat curl"; \
		echo "  macOS:  brew install kcat"; \
		exit 1; \
	fi >&2
