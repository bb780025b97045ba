// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hands/attach.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"

namespace lianxin::ui {

class Desk;
struct OpenForm;

// Pictures, voices and signatures as a strip shows them: the thumbnail, or an icon with how long it is.
[[nodiscard]] Roles attachmentRoles();
[[nodiscard]] Row attachmentRow(const Desk& desk, RecordId attachment, const FieldValues& values);
// Why these bytes cannot be shown on this tablet, in kind words, and asks for them where they may come; empty when they are here. What a person
// touched (`byPerson`) comes whatever the day has cost.
[[nodiscard]] QString awayText(const Desk& desk, RecordId attachment, const std::string& digest, bool byPerson);
// What hangs on a record that is kept, in the order in which it was made.
[[nodiscard]] Rows attachmentsOf(const Desk& desk, const store::RecordView& view);
void showAttachment(const Desk& desk, Navigator& navigator, const QString& attachmentId);

// What a form offers where hands fill a field; the row is not for this tablet when it answers false.
[[nodiscard]] bool handRow(const Desk& desk, const forms::RecordEditor& editor, const Field& field, Row& row);
[[nodiscard]] bool isForHands(const Field& field); // attach, place, scan
// The field of this form that takes a spoken memo; nullptr: none.
[[nodiscard]] const Field* voiceField(const Desk& desk, const forms::RecordEditor& editor);

} // namespace lianxin::ui
