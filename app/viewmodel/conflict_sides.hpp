// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/text_merge.hpp"
#include "app/viewmodel/open_looks.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <optional>

namespace lianxin::ui {

// One of the values that stand side by side, and who wrote it.
struct ConflictSide {
    core::Head head;
    QString why;
    QString words{};                  // instead of the value: what a life means, what was written besides
    std::optional<Value> takes{};     // what choosing it writes; none: the value
    std::vector<Dot> besides{};       // of words written into what somebody else put away
    [[nodiscard]] QString id() const; // stays the same whatever else comes in
};

// Everything that was on the page when a person began to look. A settlement replaces exactly this: what comes in later was not
// seen, stays, and becomes a smaller difference of its own.
struct ConflictPicture {
    OpenLook look;
    store::OpenedRecord opened;
    const RecordType* type{nullptr};
    const Field* field{nullptr}; // the one field that differs: the register's, or the only differing member of a group
    std::vector<ConflictSide> sides; // the one in use first; equal values are one side
    bool beforeKnown{false};         // false: only this tablet knows of it yet
    std::optional<core::Head> before;

    [[nodiscard]] bool isText() const;
    [[nodiscard]] bool isWrittenBesides() const; // put away by one, while another wrote into it
    // Of a record's life that two decided differently: it was in sight, so that is what taking back leads to.
    [[nodiscard]] Value whatWas(const RegisterKey& key) const;
    [[nodiscard]] const ConflictSide* side(const QString& id) const;
    // The whole register with this value of the field in it; the value itself when the register is the field.
    [[nodiscard]] Value with(const Value& fieldValue) const;
    [[nodiscard]] Value fieldValue(const Value& registerValue) const; // the way back
    [[nodiscard]] std::optional<RegisterKey> secondPhone() const;     // empty place beside a telephone number
    [[nodiscard]] std::optional<forms::TextPieces> proposal() const;
};

// Errc::notFound: it is settled already.
[[nodiscard]] Result<ConflictPicture> pictureOf(const Desk& desk, const OpenLook& look);

[[nodiscard]] Roles sideRoles();
[[nodiscard]] Rows sideRows(const Desk& desk, const ConflictPicture& picture);
[[nodiscard]] Rows partRows(const forms::TextPieces& pieces);
[[nodiscard]] QString writerName(const Desk& desk, UserId user);

} // namespace lianxin::ui
