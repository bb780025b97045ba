// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/form_rows.hpp"

namespace lianxin::ui {

struct ReferencePlace {
    const Desk& desk;
    OpenForm& form; // gets the candidates that the options' codes stand for
    const forms::RecordEditor& editor;
    const forms::FormState& state;
};

struct ReferenceOffer {
    std::vector<Row> options;
    bool many{false}; // more than stand there: `words` looks for the others
    QString words;
};

// Records that a reference field may name. A few stand there to be touched. Of many the chosen ones stand first, and a letter or two of a
// name, its pinyin or a telephone brings the rest.
[[nodiscard]] ReferenceOffer offerReferences(const ReferencePlace& place, const Field& field, int key);

} // namespace lianxin::ui
