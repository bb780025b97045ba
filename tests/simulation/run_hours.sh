#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run_hours.sh PROGRAM FOLDER HOURS [CHUNK_MERGE CHUNK_ENGINE]: plays seeds of both layers on the whole machine until HOURS (a fraction is allowed)
# are over, each seed once. FOLDER remembers the next seed and the sums, so that another run goes on from there; seeds that failed are listed in
# FOLDER/failing. Stopped in the middle it loses no more than the chunks that were being played. Exit code 1 when a seed of this run failed.
set -u -o pipefail
program=${1:?the simulator}
folder=${2:?a folder}
hours=${3:?hours}
chunk_merge=${4:-10000}
chunk_engine=${5:-400}
mkdir -p "$folder" || exit 1
deadline=$(awk -v now="$(date +%s)" -v h="$hours" 'BEGIN { printf "%d", now + h * 3600 }') || exit 1
cores=$(nproc 2>/dev/null || echo 2)

number() { cat "$folder/$1" 2>/dev/null || echo "$2"; }
put() { echo "$2" >"$folder/$1.new" && mv "$folder/$1.new" "$folder/$1"; }

# Takes the next seeds of a layer: one at a time may. Prints the first.
take() {
  exec 7>"$folder/lock"
  flock 7
  local first
  first=$(number "$1.next" 1)
  put "$1.next" $((first + $2))
  exec 7>&-
  echo "$first"
}

# Adds what a chunk said at its end: "N seeds, N edits, …, N failed".
add_up() {
  local layer=$1 log=$2 name value
  exec 7>"$folder/lock"
  flock 7
  while read -r value name; do
    put "$layer.$name" $(($(number "$layer.$name" 0) + value))
  done < <(tail -n 1 "$log" | tr ',' '\n' | sed -nE 's/^ *([0-9]+) (seeds|edits|conflicts|quarantined|deaths|failed)$/\1 \2/p')
  grep --no-group-separator -A1 "^seed [0-9]*: " "$log" | sed "s/^seed/$layer seed/" >>"$folder/failing"
  exec 7>&-
}

play() {
  local core=$1 layer chunk first log=$folder/core$1.log status
  while [ "$(date +%s)" -lt "$deadline" ]; do
    # Both layers on every core by turns: both have their hour.
    for layer in merge engine; do
      chunk=$chunk_merge
      [ "$layer" = engine ] && chunk=$chunk_engine
      [ "$(date +%s)" -lt "$deadline" ] || break
      first=$(take "$layer" "$chunk")
      "$program" --layer "$layer" --from "$first" --seeds "$chunk" >"$log" 2>&1
      status=$?
      if [ "$status" -gt 1 ]; then # it did not get to its sums
        { echo "$layer seeds $first to $((first + chunk - 1)): the simulator itself ended with $status"; tail -n 3 "$log"; } >>"$folder/failing"
      fi
      add_up "$layer" "$log"
    done
  done
}

touch "$folder/failing"
known=$(wc -l <"$folder/failing")
for core in $(seq "$cores"); do play "$core" & done
trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM
while [ -n "$(jobs -rp)" ]; do wait -n; done
for layer in merge engine; do
  echo "$layer: $(number "$layer.seeds" 0) seeds, $(number "$layer.edits" 0) edits, $(number "$layer.conflicts" 0) conflicts, $(number "$layer.quarantined" 0) quarantined, $(number "$layer.deaths" 0) deaths, $(number "$layer.failed" 0) failed, in all runs so far"
done
new=$(tail -n "+$((known + 1))" "$folder/failing")
if [ -n "$new" ]; then
  echo "$new"
  exit 1
fi
echo "no seed failed in this run"
