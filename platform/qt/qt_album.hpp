// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/album.hpp"

#include <QStringList>

namespace lianxin::platform {

// The folders where programs put pictures: Pictures and Downloads, and what lies one step below (Camera, Screenshots).
class QtAlbum final : public Album {
public:
    QtAlbum();
    explicit QtAlbum(QStringList folders) : m_folders(std::move(folders)) {}
    [[nodiscard]] std::vector<Entry> newest(std::size_t most) override;
    [[nodiscard]] Result<std::string> read(const std::string& id, std::size_t atMost) override;

private:
    QStringList m_folders;
};

} // namespace lianxin::platform
