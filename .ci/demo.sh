#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `./dev run` shows. Sourced by ./dev.

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

demo_run() {
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    demo_open "$@"
  else
    echo "dev: no display: playing the story under Xvfb; pictures go to build/story/"
    demo_story "$@"
  fi
}
