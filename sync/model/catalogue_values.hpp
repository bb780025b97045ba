// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <cstdint>
#include <set>

namespace lianxin {

// Registers of a record -> what forms see. Elements with `true` become members of the set's array; groups are opened;
// registers that the type does not know, reserved registers and the envelope are left out. Sealed fields are not here.
[[nodiscard]] FieldValues fieldsOf(const RecordType& type, const RegisterValues& registers);

// Groups in whose value a newer version of the catalogue wrote a member that this one does not know. A group is written whole, so
// writing it from here would lose that member: it is shown and left as it is (PROTOCOL.md section 12).
[[nodiscard]] std::set<std::uint32_t> groupsBeyond(const RecordType& type, const RegisterValues& registers);

// What forms see -> the registers to write so that `before` becomes `after`: only what differs. A field that vanished is
// written null (an element: false). Sealed fields are left out: sealedContent makes the envelope's text.
[[nodiscard]] RegisterValues registerChanges(const RecordType& type, const FieldValues& before,
                                             const FieldValues& after);

// The plain text that an envelope holds: the sealed fields as an object {"<field number>": value}.
[[nodiscard]] Value sealedContent(const RecordType& type, const FieldValues& values);
// The way back; numbers that are no sealed field of the type are refused.
[[nodiscard]] Result<FieldValues> openedFields(const RecordType& type, const Value& content);

} // namespace lianxin
