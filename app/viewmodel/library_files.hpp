// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/attachment_rows.hpp"

namespace lianxin::ui {

// What hangs on a material or a document, as far as its bytes are on this tablet.
struct LibraryFiles {
    Rows pictures; // attachmentRoles()
    Rows sounds;   // soundRoles()
    int missing{0};
};
[[nodiscard]] Roles soundRoles(); // soundId, label, line, playing
[[nodiscard]] LibraryFiles libraryFiles(const Desk& desk, const store::RecordView& view, const QString& playing);
// Samples to play. notFound: not here; invalidInput: nothing that can be played on this tablet.
[[nodiscard]] Result<std::vector<std::int16_t>> soundOf(const Desk& desk, const QString& soundId);

} // namespace lianxin::ui
