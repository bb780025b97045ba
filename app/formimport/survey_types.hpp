// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formimport/form_draft.hpp"

#include <optional>
#include <string>

namespace lianxin::formimport {

// What the word in the column "type" asks for.
struct SurveyType {
    enum class Role { question, note, beginGroup, endGroup, beginRepeat, endRepeat, fromTheWrite, notTaken };
    Role role{Role::notTaken};
    FieldKind kind{FieldKind::text};
    std::string list; // select_one, select_multiple
    bool calculated{false};
    bool hidden{false};
    bool time{false};   // HH:MM as a text
    bool other{false};  // or_other
    std::string reason; // notTaken
};

[[nodiscard]] SurveyType surveyType(const SurveyRow& row);

} // namespace lianxin::formimport
