// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scales/scale.hpp"

#include <QDir>
#include <QFile>

namespace lianxin::test {

inline std::string readText(const QString& name)
{
    QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    return file.readAll().toStdString();
}

inline std::map<std::string, std::string> shippedScaleFiles()
{
    std::map<std::string, std::string> files;
    const QDir dir(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/scales"));
    for (const auto& name : dir.entryList({QStringLiteral("*.json")}))
        files[("scales/" + name).toStdString()] = readText("scales/" + name);
    return files;
}

inline const scales::ScaleSet& shippedScales()
{
    static const auto set = [] {
        auto loaded = scales::loadScales(shippedScaleFiles());
        if (!loaded)
            qFatal("%s", loaded.error().detail.c_str());
        return std::move(*loaded);
    }();
    return set;
}

} // namespace lianxin::test
