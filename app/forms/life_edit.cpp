// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/life_edit.hpp"

#include <boost/json/object.hpp>

namespace lianxin::forms {

store::RegisterEdit lifeEdit(store::Life life, RecordId into)
{
    boost::json::object value{{"state", static_cast<std::int64_t>(life)}};
    if (!into.isNil())
        value["into"] = into.text();
    return {RegisterKey{kLifeRegister, {}}, Value::fromJson(value)};
}

} // namespace lianxin::forms
