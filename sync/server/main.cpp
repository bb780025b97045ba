// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/command_line.hpp"

int main(int argc, char** argv) { return lianxin::server::runCommandLine(argc, argv); }
