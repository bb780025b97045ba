// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the precompiled headers of the tests (CMakeLists.txt) and nothing else.
