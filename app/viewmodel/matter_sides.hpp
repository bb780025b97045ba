// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settle/answer.hpp"
#include "app/viewmodel/open_looks.hpp"
#include "app/viewmodel/rows_model.hpp"

namespace lianxin::ui {

// Two records that may be one, as they stand on the page.
struct MatterPicture {
    OpenLook look;
    settle::Seen seen;
    const RecordType* type{nullptr};
    [[nodiscard]] bool mayBothBeRight() const { return look.matter->question != settle::Question::additions; }
};

// Errc::notFound: somebody has said it already.
[[nodiscard]] Result<MatterPicture> matterPicture(const Desk& desk, const OpenLook& look);
[[nodiscard]] QString matterHeading(const MatterPicture& picture); // 是同一次吗
[[nodiscard]] QString matterLine(const FamilyBook& book, const MatterPicture& picture);
[[nodiscard]] QString bothRightText(settle::Question question); // of the button that keeps both
[[nodiscard]] QString keptWhy(settle::Question question);       // for the history of what was put away
[[nodiscard]] Rows matterRows(const Desk& desk, const MatterPicture& picture);
// Who wrote the two, for a list.
[[nodiscard]] QString matterWriters(const Desk& desk, const OpenLook& look);

} // namespace lianxin::ui
