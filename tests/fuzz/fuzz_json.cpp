// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/json.hpp"
#include "tests/fuzz/fuzz_target.hpp"

// What the strict reader accepts has one canonical text, and that text is accepted again.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    const auto value = parseJson(bytes);
    promise(value.has_value() == parseJsonDocument(bytes).has_value(), "both readers accept the same texts");
    if (!value)
        return false;
    const auto canonical = canonicalJson(*value);
    promise(isValidUtf8(canonical), "canonical JSON is UTF-8");
    promise(isCanonicalJson(canonical), "canonical JSON is canonical");
    const auto again = parseJson(canonical);
    promise(again && canonicalJson(*again) == canonical, "canonical JSON reads back as itself");
    return true;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    return {R"({"a":[1,-2,true,null,"x\u00e9\n"],"b":{"c":{}}})", R"([9223372036854775807,-9223372036854775808])",
            R"("\ud83d\ude00")", "  [ ] ", std::string(31, '[') + std::string(31, ']')};
}
