// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/admin_print.hpp"

#include "sync/model/json.hpp"

#include <boost/json/array.hpp>

#include <iostream>

namespace lianxin::server {

namespace json = boost::json;

std::string textOf(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (!value)
        return {};
    return value->is_string() ? std::string(value->get_string()) : canonicalJson(*value);
}

void printList(const json::object& said, std::string_view list)
{
    for (const auto& entry : said.at(list).as_array()) {
        std::string line;
        for (const auto& member : entry.as_object())
            line += std::string(member.key()) + " " + textOf(entry.as_object(), member.key()) + "  ";
        std::cout << line << "\n";
    }
}

void printStatus(const json::object& said)
{
    for (const auto* name : {"realm", "epoch", "schema", "catalogue", "records", "changesets", "segments"})
        std::cout << name << " " << textOf(said, name) << "\n";
    for (const auto* list : {"replicas", "partitions", "quarantine", "healing"}) {
        std::cout << list << ":\n";
        printList(said, list);
    }
}

} // namespace lianxin::server
