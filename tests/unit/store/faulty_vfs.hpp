// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

// A file system under SQLite that fails when told to: the n-th write, sync or truncate from now on. Registered once, as "faulty".
namespace lianxin::test::faulty {

enum class Fault {
    none,
    crashKeepingWrites,      // the process dies; what the system was given stays (kill -9)
    crashLosingUnsynced,     // the power goes: nothing written since a file's last sync is there
    crashLosingSomeUnsynced, // the power goes: of those writes every other one is there
    full,                    // no space, from then on
    io,                      // the medium refuses, from then on
};

inline constexpr int kCrashCode = 77;

void install();
void installAsDefault(); // every database of this process goes through it, without uri()
[[nodiscard]] std::string uri(const std::string& path);
void arm(Fault fault, int atCall); // counts from 1
void disarm();
[[nodiscard]] bool fired();
// A disk of so many bytes more: what makes a file longer takes from it, what does not fit is refused. nullopt: a disk without end.
void setRoom(std::optional<std::int64_t> bytes);
[[nodiscard]] std::int64_t roomLeft();

} // namespace lianxin::test::faulty
