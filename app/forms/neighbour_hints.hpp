// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/form_state.hpp"
#include "app/forms/record_editor.hpp"

#include <vector>

namespace lianxin::forms {

// Hints that follow from other records of this tablet (domain 3.9, 9.4) or from two fields that say the same thing (9.6). None of them
// stops anybody:
//   id_elsewhere    a valid identity number that somebody of another family has
//   card_differs    what the disability card says of kind, level or person is not what stands beside it
//   noted_twice     a visit of the same day, kind and purpose is there already
//   many_served     more people reached than the family has, and three more
[[nodiscard]] std::vector<Hint> neighbourHints(const EditorPorts& ports, const RecordType& type, RecordId record,
                                               RecordId root, const FieldValues& values);

} // namespace lianxin::forms
