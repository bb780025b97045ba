// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_editor.hpp"
#include "app/viewmodel/family_book.hpp"

namespace lianxin::ui {

// One family's contact assignment that runs today.
struct Carer {
    RecordId assignment;
    RecordId household;
    UserId user;
    std::int64_t post{0};
    bool isPrimary{false};
};
[[nodiscard]] std::vector<Carer> carersNow(const FamilyBook& book);

// This person may end and begin the posts of others: the township.
[[nodiscard]] bool mayHandOver(const Desk& desk);

// What was written for whoever took this family over, while it is new to the one at this tablet; empty for everybody else.
[[nodiscard]] QString handoverWords(const Desk& desk, const Family& family);

// From one colleague to another: the old assignment ends today, a new one with the same post begins, in one save for each family. Where the new
// colleague has a post there already, only what is new is written.
class Handover {
public:
    Handover(const FamilyBook& book, UserId from, UserId to, std::string note);

    // The log numbers are in `done`; after an error the families before it are handed over and the others are as they were.
    [[nodiscard]] Result<void> hand(RecordId household);
    [[nodiscard]] const std::vector<forms::Committed>& done() const { return m_done; }
    [[nodiscard]] Result<void> takeBack(); // all of it, the last first

private:
    const FamilyBook& m_book;
    UserId m_from, m_to;
    std::string m_note;
    std::vector<forms::Committed> m_done;
};

} // namespace lianxin::ui
