// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"

#include <QObject>

#include <map>
#include <vector>

namespace lianxin::ui {

// A family that is new to whoever sits here, and not new at all: it moved in from elsewhere, or a colleague handed it over.
struct Newcomer {
    RecordId household;
    bool isHanded{false};
    UserId by;
    Millis at{0}; // when it came to this tablet
};

// Those of today. The store is asked once after the desk opens and once a day, for what came since the day began; afterwards what changes tells.
class Newcomers : public QObject {
    Q_OBJECT
public:
    explicit Newcomers(FamilyBook& book, QObject* parent = nullptr);

    // One for each family, the newest first. That it was handed over says more than that it moved.
    [[nodiscard]] std::vector<Newcomer> today();

private:
    void read();
    void note(const store::RecordView& view);

    FamilyBook& m_book;
    Desk& m_desk;
    Millis m_since{0};                    // beginning of the day that was read; 0: nothing was
    std::map<RecordId, Newcomer> m_found; // by the record that tells it
};

[[nodiscard]] Roles newcomerRoles();
[[nodiscard]] Row newcomerRow(const FamilyBook& book, const Newcomer& newcomer);

} // namespace lianxin::ui
