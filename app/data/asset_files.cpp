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

namespace {

// Every JSON file of some folders of the assets, named "catalogue/visit.json".
Result<std::map<std::string, std::string>> filesOf(std::string_view folder, std::initializer_list<QString> parts)
{
    std::map<std::string, std::string> files;
    for (const auto& part : parts) {
        QDirIterator entries(base(folder) + QLatin1Char('/') + part, {QStringLiteral("*.json")}, QDir::Files);
        while (entries.hasNext()) {
            entries.next();
            const auto name = (part + QLatin1Char('/') + entries.fileName()).toStdString();
            LIANXIN_TRY(files[name], readAsset(folder, name));
        }
    }
    return files;
}

} // namespace

Result<Catalogue> loadAssetCatalogue(std::string_view folder)
{
    LIANXIN_TRY(const auto files, filesOf(folder, {QStringLiteral("catalogue"), QStringLiteral("codes")}));
    return loadCatalogue(files);
}

Result<Parameters> loadAssetParameters(std::string_view folder, const Catalogue& catalogue)
{
    LIANXIN_TRY(const auto files, filesOf(folder, {QStringLiteral("parameters")}));
    return loadParameters(files, catalogue);
}

} // namespace lianxin::data
