#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `./dev run` shows. Sourced by ./dev.

# Enough for it; the tests need not be built before anybody sees the app.
demo_targets=(lianxin lianxin-server lianxin-data lianxin_story)

# The story on the real processes: prints its steps, leaves build/story/*.png.
demo_story() {
  local story
  story=$(program lianxin_story) || return 1
  mkdir -p build/story
  # Tall enough for portrait (800x1280) and wide enough for landscape (1280x800).
  if command -v xvfb-run >/dev/null; then
    xvfb-run -a -s '-screen 0 1280x1280x24' "$story" --out build/story "$@"
  else
    QT_QPA_PLATFORM=offscreen "$story" --out build/story "$@"
  fi
}

# Picks one text member out of a line of JSON.
demo_member() { sed -nE 's/.*"'"$1"'":"([^"]*)".*/\1/p'; }

# demo_user NAME ROLE AREA: adds a user, notes the line with the one-time code in users.jsonl, prints the user's id.
demo_user() {
  local line
  line=$("$demo_server" enrol --data "$demo_folder/server" --json user --name "$1" --role "$2" --area "$3") || return 1
  printf '%s\n' "$line" >>"$demo_folder/users.jsonl"
  printf '%s\n' "$line" | demo_member user
}

# Whatever ends the demo (the window closed, Ctrl+C, a terminal that goes away) ends all of it.
demo_end() {
  local process
  for process in "${demo_app:-}" "${demo_signer:-}" "${demo_pid:-}"; do
    if [ -n "$process" ]; then
      kill "$process" 2>/dev/null
      wait "$process" 2>/dev/null
    fi
  done
}
demo_watch() {
  trap demo_end EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# Makes build/demo anew: a demo server on a free port of loopback, four people of one made-up village, ten families.
demo_serve() {
  local filler waited=0 worker officer
  demo_folder=$PWD/build/demo
  demo_server=$(program lianxin-server) || return 1
  filler=$(program lianxin-data) || return 1
  # Two demos in one folder would take each other's files away.
  mkdir -p build
  exec 9>build/demo.lock
  flock -n 9 || fail "a demo is running already; close its window first"
  rm -rf "$demo_folder"
  mkdir -p "$demo_folder/tablet"
  "$demo_server" init --data "$demo_folder/server" --authority "$demo_folder/authority" --demo --host 127.0.0.1 || return 1
  "$demo_server" serve --data "$demo_folder/server" --port-file "$demo_folder/port" --log "$demo_folder/server.log" 9>&- &
  demo_pid=$!
  until [ -s "$demo_folder/port" ]; do
    kill -0 "$demo_pid" 2>/dev/null && [ $waited -lt 300 ] || fail "the demo server does not start; see build/demo/server.log"
    sleep 0.1
    waited=$((waited + 1))
  done
  local unit_code unit_name unit_duty
  "$filler" --set "${1:-V}" units | while IFS=$'\t' read -r unit_code unit_name unit_duty; do
    "$demo_server" enrol --data "$demo_folder/server" org-unit --code "$unit_code" --name "$unit_name" --duty-phone "$unit_duty" >/dev/null || exit 1
  done || return 1
  worker=$(demo_user 吴美华 VW v:350128900200) || return 1
  officer=$(demo_user 郑志强 TO t:350128900) || return 1
  demo_user 张丽珠 CO t:350128900 >/dev/null || return 1
  demo_user 王谷雨 CS t:350128900 >/dev/null || return 1
  demo_write "$officer" "$filler" --set "${1:-V}" fill --worker "$worker" --officer "$officer" || return 1
  demo_looks "$filler" "$worker" "$officer" || return 1
  demo_library "$filler" || return 1
  demo_confirm >/dev/null
}

# demo_hand NAME ROLE AREA: adds somebody who writes and has no tablet in this demo, prints the user's id.
demo_hand() {
  "$demo_server" enrol --data "$demo_folder/server" --json user --name "$1" --role "$2" --area "$3" | demo_member user
}

# demo_write USER COMMAND...: runs the command with what lets it write to the demo server as this user.
demo_write() {
  local line code
  line=$("$demo_server" enrol --data "$demo_folder/server" --json code --user "$1") || return 1
  code=$(printf '%s\n' "$line" | demo_member code)
  "${@:2}" --server "https://127.0.0.1:$(cat "$demo_folder/port")" --ca "$demo_folder/server/tls-ca.pem" \
    --root "$(printf '%s\n' "$line" | demo_member root)" --code "$code"
}

# A thing of each kind that wants a person's eye (docs/conflicts.md), from another tablet of the township.
demo_looks() {
  local writer
  writer=$(demo_hand 苏小燕 TO t:350128900) || return 1
  demo_write "$writer" "$1" fill --looks --worker "$2" --officer "$3"
}

# The province's manuals and documents, written by somebody of the province.
demo_library() {
  local librarian
  librarian=$(demo_hand 陈省平 PR p:35) || return 1
  demo_write "$librarian" "$1" fill --library
}

# The administrator's part after an enrolment: compare the six words (here: nobody does, it is a demo), sign the certificates.
# Prints a line for each.
demo_confirm() {
  "$demo_server" enrol --data "$demo_folder/server" --authority "$demo_folder/authority" confirm
}

# Signs for each person as soon as the app has registered them; ends when all are through or the server is gone.
demo_sign() {
  local people signed=0
  people=$(grep -c . "$demo_folder/users.jsonl")
  while [ "$signed" -lt "$people" ] && kill -0 "$demo_pid" 2>/dev/null; do
    signed=$((signed + $(demo_confirm 2>/dev/null | grep -c 'kind tablet')))
    sleep 0.5
  done
}

# The app enrols the four people of users.jsonl by itself and says on the unlock page that this is a demo.
demo_open() {
  local app
  app=$(program lianxin) || return 1
  demo_watch
  demo_serve V || return 1
  demo_sign 9>&- &
  demo_signer=$!
  echo "dev: the app opens; the code that opens each vault is shown on the screen. Closing the window ends the demo."
  # Beside the shell, so that Ctrl+C is heard at once.
  "$app" --data "$demo_folder/tablet" --demo "$demo_folder/users.jsonl" --server "https://127.0.0.1:$(cat "$demo_folder/port")" \
    --ca "$demo_folder/server/tls-ca.pem" "$@" 9>&- &
  demo_app=$!
  wait "$demo_app"
}

demo_run() {
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    demo_open "$@"
  else
    echo "dev: no display: playing the story under Xvfb; pictures go to build/story/"
    demo_story "$@"
  fi
}
