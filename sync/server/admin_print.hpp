// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

// What an admin command's answer looks like on a terminal.
namespace lianxin::server {

[[nodiscard]] std::string textOf(const boost::json::object& object, std::string_view name); // empty: not there
void printList(const boost::json::object& said, std::string_view list);
void printStatus(const boost::json::object& said);

} // namespace lianxin::server
