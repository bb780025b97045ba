// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_editor.hpp"

namespace lianxin::forms {

// What a new form begins with: the caller's words first, then the catalogue's defaults.
[[nodiscard]] FieldValues startValues(const EditorPorts& ports, const RecordType& type, const NewRecord& wanted);

} // namespace lianxin::forms
