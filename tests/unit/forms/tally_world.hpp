// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms_world.hpp"

#include <QDir>
#include <QFile>

// A form with rows, as a province might have made it: a tally and its lines, which look at each other.
namespace lianxin::test {

inline constexpr const char* kTally = R"json({
 "number": 10001, "name": "tally", "zh": "x", "en": "x", "root": ["household"], "merge": "registers", "sensitivity": 2,
 "readers": ["VW"], "writers": ["VW"], "sections": [{"name": "main", "zh": "x", "en": "x"}, {"name": "lines", "zh": "x", "en": "x", "rows": "tally_line"}],
 "fields": [
  {"number": 10, "name": "shop", "zh": "x", "en": "x", "kind": "text", "chars": 20, "level": 1, "default": {"from": "last"}},
  {"number": 11, "name": "call", "zh": "x", "en": "x", "kind": "text", "chars": 20, "level": 2, "default": {"expression": "parent.phone1"}},
  {"number": 12, "name": "paid", "zh": "x", "en": "x", "kind": "money", "level": 1, "constraint": "paid >= total", "constraintZh": "x", "constraintEn": "x"},
  {"number": 13, "name": "total", "zh": "x", "en": "x", "kind": "money", "level": 1, "computed": "sum(tally_line.price * tally_line.pieces)"}
 ]})json";

inline constexpr const char* kLine = R"json({
 "number": 10002, "name": "tally_line", "zh": "x", "en": "x", "root": ["household"], "parent": {"type": "tally", "field": "in_tally"},
 "merge": "registers", "sensitivity": 1, "readers": ["VW"], "writers": ["VW"], "sections": [{"name": "main", "zh": "x", "en": "x"}],
 "fields": [
  {"number": 10, "name": "in_tally", "zh": "x", "en": "x", "kind": "ref", "ref": "tally", "level": 1},
  {"number": 11, "name": "price", "zh": "x", "en": "x", "kind": "money", "level": 1},
  {"number": 12, "name": "pieces", "zh": "x", "en": "x", "kind": "integer", "level": 1},
  {"number": 13, "name": "from", "zh": "x", "en": "x", "kind": "text", "chars": 20, "level": 1, "computed": "concat(parent.shop, '!')"},
  {"number": 14, "name": "place", "zh": "x", "en": "x", "kind": "integer", "level": 1, "default": {"from": "next"}}
 ]})json";

// The shipped catalogue and two types of this test, one the rows of the other.
inline Catalogue extended(std::map<std::string, std::string> files = {{"catalogue/tally.json", kTally},
                                                                      {"catalogue/tally_line.json", kLine}})
{
    for (const QString& folder : {QStringLiteral("catalogue"), QStringLiteral("codes")})
        for (const auto& info :
             QDir(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/") + folder).entryInfoList({QStringLiteral("*.json")})) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                files[(folder + QLatin1Char('/') + info.fileName()).toStdString()] = file.readAll().toStdString();
        }
    auto loaded = loadCatalogue(files);
    if (!loaded)
        qFatal("%s", loaded.error().detail.c_str());
    return *loaded;
}

inline Value money(std::int64_t fen) { return Value::fromInt(fen); }

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return std::move(*result);
}

} // namespace lianxin::test
