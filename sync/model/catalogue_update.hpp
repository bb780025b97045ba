// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"

#include <string>
#include <vector>

namespace lianxin {

// What an update of the catalogue may not do (decisions D10 and D14): lower a sensitivity, widen the readers of a sealed type, unseal,
// drop, reuse or renumber a type, field, group, envelope or code, change a field's kind, code list, reference, unit, group, format or
// sealing, or a type's merge kind, roots, scope or parent. New things, new words, retiring, stricter levels and other questions are free.
// One line per breach, "catalogue/visit.json: visit.12 mood: what", in the order of the old catalogue; empty: the update may be taken.
[[nodiscard]] std::vector<std::string> updateBreaches(const Catalogue& from, const Catalogue& to);

// The same as a gate: notAllowed with the first breaches in its detail.
[[nodiscard]] Result<void> checkCatalogueUpdate(const Catalogue& from, const Catalogue& to);

} // namespace lianxin
