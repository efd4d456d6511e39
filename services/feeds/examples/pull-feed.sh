#!/bin/sh
# pull-feed.sh [origin] [file with an access token] [folder for what it remembers]
set -eu
umask 077
origin=$1 token=$2 folder=$3
dealt_with=$folder/events.jsonl
touch "$dealt_with"
[ -s "$folder/next" ] || printf '/v1/feed/events?limit=1000&wait=20' > "$folder/next"

while :; do
  # In a file: what stands on a command line, everybody on the machine can read.
  printf 'Authorization: Bearer %s' "$(cat "$token")" > "$folder/header"
  status=$(curl -sS -H "@$folder/header" -D "$folder/head" -o "$folder/batch" -w '%{http_code}' \
    "$origin$(cat "$folder/next")") || status=000
  case $status in
    200)
      # An event is one flat object. Use jq where you do more with it.
      grep -o '{[^{}]*}' "$folder/batch" | while IFS= read -r event; do
        id=$(printf '%s' "$event" | sed 's/.*"id":"\([^"]*\)".*/\1/')
        # Deal with it here. What is dealt with and what is remembered are one write.
        grep -qF "\"id\":\"$id\"" "$dealt_with" || printf '%s\n' "$event" >> "$dealt_with"
      done
      ;;
    410) ;; # So far back nothing is kept; the link says where it can go on.
    *)
      echo "again in a second: answered $status" >&2
      sleep 1
      continue
      ;;
  esac
  tr -d '\r' < "$folder/head" | sed -n 's/^[Ll]ink: <\(.*\)>; rel="next".*/\1/p' > "$folder/next.new"
  [ ! -s "$folder/next.new" ] || mv "$folder/next.new" "$folder/next"
done
