// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_album.hpp"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace lianxin::platform {

QtAlbum::QtAlbum()
    : m_folders(QStandardPaths::standardLocations(QStandardPaths::PicturesLocation) +
                QStandardPaths::standardLocations(QStandardPaths::DownloadLocation))
{}

std::vector<Album::Entry> QtAlbum::newest(std::size_t most)
{
    static const QStringList kPictures{QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png")};
    std::vector<Entry> entries;
    const auto look = [&](const QDir& folder) {
        for (const auto& file : folder.entryInfoList(kPictures, QDir::Files | QDir::Readable, QDir::Time))
            entries.push_back({file.absoluteFilePath().toStdString(), file.lastModified().toMSecsSinceEpoch()});
    };
    for (const auto& name : m_folders) {
        const QDir folder(name);
        look(folder);
        for (const auto& below : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
            look(QDir(folder.filePath(below)));
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.changed > b.changed; });
    entries.resize(std::min(entries.size(), most));
    return entries;
}

Result<std::string> QtAlbum::read(const std::string& id, std::size_t atMost)
{
    QFile file(QString::fromStdString(id));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::notFound, "the picture does not open");
    const auto most = static_cast<qint64>(atMost);
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return fail(Errc::invalidInput, "the picture is too large a file");
    return bytes.toStdString();
}

} // namespace lianxin::platform
