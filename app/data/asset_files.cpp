// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/asset_files.hpp"

#include <QDirIterator>
#include <QFile>
#include <QString>

#include <map>

namespace lianxin::data {

namespace {

QString base(std::string_view folder)
{
    return folder.empty() ? QStringLiteral(":/lianxin/assets")
                          : QString::fromUtf8(folder.data(), static_cast<qsizetype>(folder.size()));
}

} // namespace

Result<std::string> readAsset(std::string_view folder, std::string_view name)
{
    QFile file(base(folder) + QLatin1Char('/') + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::notFound, "cannot read the asset " + std::string(name));
    return file.readAll().toStdString();
}

Result<Catalogue> loadAssetCatalogue(std::string_view folder)
{
    std::map<std::string, std::string> files;
    for (const auto& part : {QStringLiteral("catalogue"), QStringLiteral("codes")}) {
        QDirIterator entries(base(folder) + QLatin1Char('/') + part, {QStringLiteral("*.json")}, QDir::Files);
        while (entries.hasNext()) {
            entries.next();
            const auto name = (part + QLatin1Char('/') + entries.fileName()).toStdString();
            LIANXIN_TRY(files[name], readAsset(folder, name));
        }
    }
    return loadCatalogue(files);
}

} // namespace lianxin::data
