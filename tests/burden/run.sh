#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh APP SERVER DATA [ARGUMENT...]: a display, a session bus and an accessibility bus of their own, then measure.py on them.
# Status 77 where the machine has no accessibility bus or no pyatspi: nothing was measured.

set -u
here=$(cd "$(dirname "$0")" && pwd)
launcher=$(ls /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher 2>/dev/null | head -n 1)
if [ -z "$launcher" ] || ! command -v dbus-run-session >/dev/null || ! command -v xvfb-run >/dev/null ||
  ! /usr/bin/python3 -c 'import pyatspi' 2>/dev/null; then
  echo "burden: at-spi2-core, python3-pyatspi, dbus and xvfb are needed: ./dev setup" >&2
  exit 77
fi
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 NO_AT_BRIDGE=0 LAUNCHER="$launcher" MEASURE="$here/measure.py"
unset WAYLAND_DISPLAY
exec xvfb-run -a -s '-screen 0 1280x800x24' dbus-run-session -- bash -c '
  "$LAUNCHER" --launch-immediately >/dev/null 2>&1 &
  launcher=$!
  /usr/bin/python3 "$MEASURE" "$@"
  status=$?
  kill "$launcher" 2>/dev/null
  exit "$status"' bash "$@"
