// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_files.hpp"

#include "sync/model/catalogue.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace lianxin::formimport {

Result<std::string> readWhole(const std::string& file)
{
    QFile source(QString::fromStdString(file));
    if (!source.open(QIODevice::ReadOnly))
        return fail(Errc::notFound, "cannot read " + file);
    return source.readAll().toStdString();
}

Result<void> writeWhole(const std::string& file, const std::string& text)
{
    const auto name = QString::fromStdString(file);
    QSaveFile target(name);
    if (!QDir().mkpath(QFileInfo(name).path()) || !target.open(QIODevice::WriteOnly) ||
        target.write(text.data(), static_cast<qint64>(text.size())) < 0 || !target.commit())
        return fail(Errc::io, "cannot write " + file);
    return {};
}

Result<CatalogueFiles> readCatalogueFiles(const std::string& folder)
{
    CatalogueFiles files;
    for (const auto* part : {"catalogue/", "codes/"})
        for (const auto& info : QDir(QString::fromStdString(folder + "/").append(QLatin1String(part)))
                                    .entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            LIANXIN_TRY(files[std::string(part).append(info.fileName().toStdString())],
                        readWhole(info.filePath().toStdString()));
        }
    if (files.empty())
        return fail(Errc::notFound, "no catalogue in " + folder);
    return files;
}

Result<std::uint32_t> nextTypeNumber(const CatalogueFiles& files)
{
    LIANXIN_TRY(const auto catalogue, loadCatalogue(files));
    auto next = kLastCoreNumber + 1;
    for (const auto& type : catalogue.types())
        next = std::max(next, type.number + 1);
    return next;
}

Result<void> loadsTogether(CatalogueFiles base, const CatalogueFiles& draft)
{
    for (const auto& [name, text] : draft)
        if (!base.emplace(name, text).second)
            return fail(Errc::invalidInput,
                        name + ":1: the catalogue has a file of this name; give the form another form_id");
    LIANXIN_CHECK(loadCatalogue(base));
    return {};
}

} // namespace lianxin::formimport
