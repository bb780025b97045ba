// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/disk.hpp"
#include "sync/store/spare_room.hpp"

namespace lianxin::tablet {

// 32 MB beside the vaults that nobody uses until the disk is full; then twenty more records of text still fit.
class Reserve : public store::SpareRoom {
public:
    Reserve(platform::Files& files, platform::Disk& disk, platform::Path file)
        : m_files(files), m_disk(disk), m_file(std::move(file))
    {}
    // Holds it back again where there is room for it twice: to take the last of a disk would hurt everybody else on it.
    void take();
    [[nodiscard]] bool give() override;
    [[nodiscard]] bool isGiven() const override { return m_given; }

private:
    platform::Files& m_files;
    platform::Disk& m_disk;
    platform::Path m_file;
    bool m_given{false};
};

} // namespace lianxin::tablet
