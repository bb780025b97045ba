// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"

#include <vector>

namespace lianxin::ui {

// One point of a visit's list: prepared (code list check_point, by what is looked at) or written down by somebody on site.
struct CheckPoint {
    std::int64_t code{0}; // 0: written by hand
    RecordId record;      // the check_item that answers it; nil: none yet
    QString label;
    QString line;           // a note, else what the home's own data say
    std::int64_t answer{0}; // code list check_answer; 0: not looked at yet
};
// The list of a visit, prepared points first. Nothing is written for it: a point becomes a record with its first answer.
[[nodiscard]] std::vector<CheckPoint> pointsOf(const Desk& desk, const store::RecordView& supervision);

// The record of a prepared point has one id on every tablet, so that two people who tick it at once have ticked the same thing.
[[nodiscard]] RecordId pointRecord(RecordId supervision, std::int64_t code);

// What commits the answer of a point; the same answer again takes it back.
[[nodiscard]] Result<forms::Committed> answerPoint(const Desk& desk, const store::RecordView& supervision,
                                                   const CheckPoint& point, std::int64_t answer);

} // namespace lianxin::ui
