// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_editor.hpp"

namespace lianxin::forms {

// What the rules of `type` look at beside the record itself, read from the store: child rows and the record it hangs on. Only what
// they name is read; sealed fields of others stay closed. What cannot be read is not known: a form opens all the same.
[[nodiscard]] Surroundings surroundingsOf(const EditorPorts& ports, const RecordType& type, RecordId record,
                                          RecordId root, const FieldValues& values);

} // namespace lianxin::forms
