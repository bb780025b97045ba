// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/asset_files.hpp"

#include <QDirIterator>
#include <QFile>
#include <QString>

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

Result<std::map<std::string, std::string>> readAssets(std::string_view folder, std::string_view part)
{
    std::map<std::string, std::string> files;
    const QString room = QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    QDirIterator entries(base(folder) + QLatin1Char('/') + room, {QStringLiteral("*.json")}, QDir::Files);
    while (entries.hasNext()) {
        entries.next();
        const auto name = (room + QLatin1Char('/') + entries.fileName()).toStdString();
        LIANXIN_TRY(files[name], readAsset(folder, name));
    }
    return files;
}

Result<std::map<std::string, std::string>> readCatalogueAssets(std::string_view folder)
{
    LIANXIN_TRY(auto files, readAssets(folder, "catalogue"));
    LIANXIN_TRY(auto codes, readAssets(folder, "codes"));
    files.merge(codes);
    return files;
}

Result<Catalogue> loadAssetCatalogue(std::string_view folder)
{
    LIANXIN_TRY(const auto files, readCatalogueAssets(folder));
    return loadCatalogue(files);
}

Result<Parameters> loadAssetParameters(std::string_view folder, const Catalogue& catalogue)
{
    LIANXIN_TRY(const auto files, readAssets(folder, "parameters"));
    return loadParameters(files, catalogue);
}

} // namespace lianxin::data
