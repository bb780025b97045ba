// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lianxin::wire {

inline constexpr std::string_view kPathEnrol = "/v1/enrol";         // POST, the only one without Lianxin-Replica
inline constexpr std::string_view kPathPush = "/v1/push";           // POST
inline constexpr std::string_view kPathPull = "/v1/pull";           // POST
inline constexpr std::string_view kPathSegment = "/v1/segment";     // POST
inline constexpr std::string_view kPathDonate = "/v1/donate";       // POST
inline constexpr std::string_view kPathCatalogue = "/v1/catalogue"; // GET, ?version=n
inline constexpr std::string_view kPathForms = "/v1/forms";         // GET
inline constexpr std::string_view kPathHealth = "/healthz";         // GET, open to everybody, says nothing about people

// In answers to a replica: the version of the forms that the province published; not there when it published none.
inline constexpr std::string_view kFormsHeader = "Lianxin-Forms";
inline constexpr std::string_view kFormsHeaderLower = "lianxin-forms"; // names of headers have no case

inline constexpr std::string_view kEncodingZstd = "zstd";
inline constexpr std::string_view kEncodingDictionary =
    "lianxin-zstd-1"; // and plain zstd: who reads this one reads both

} // namespace lianxin::wire
