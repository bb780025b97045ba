// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace lianxin::formimport {

// A form as somebody writes it by hand who forgets a question; `lianxin-form number` keeps it, retired.
inline std::string without(const std::string& text, std::string_view field)
{
    auto form = boost::json::parse(text).as_object();
    if (auto* fields = form.if_contains("fields"); fields != nullptr && fields->is_array())
        fields->as_array().erase(std::remove_if(fields->as_array().begin(), fields->as_array().end(),
                                                [&](const auto& one) { return one.at("name").as_string() == field; }),
                                 fields->as_array().end());
    return boost::json::serialize(form);
}

} // namespace lianxin::formimport
