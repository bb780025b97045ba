// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "app/viewmodel/stop.hpp"

namespace lianxin::ui {

// One record and how far it has come; the newest save of it decides.
[[nodiscard]] Roles whereRoles();
[[nodiscard]] Row whereRow(const FamilyBook& book, RecordId record, const store::OwnChange& change,
                           bool withName, // beside its family's name the kind is enough
                           const Carriers& carriers = {});
[[nodiscard]] QString stopWords(Stop stop);

// What has not reached the province yet, family by family, as many as fit a page. Whoever was written about last comes first.
struct WaitingGroups {
    Rows families;
    int records{0};    // that wait, shown or not
    int beyond{0};     // families that are not shown
    int neighbours{0}; // records that a neighbour's tablet carries too
    int township{0};   // records that the township carries
};
[[nodiscard]] Roles waitingRoles();
[[nodiscard]] WaitingGroups waitingGroups(const FamilyBook& book, const std::vector<store::OwnChange>& waiting,
                                          std::size_t mostFamilies, const Carriers& carriers = {});

} // namespace lianxin::ui
