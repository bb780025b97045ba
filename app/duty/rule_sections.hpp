// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/duty/rule_reader.hpp"

// The parts of a profile, each read by one function (SCHEMA.md has them in the same order).
namespace lianxin::duty {

void readFestivals(RuleObject& profile, RuleProfile& rules);
void readClocks(RuleObject& profile, RuleProfile& rules);
void readPersonal(RuleObject& profile, RuleProfile& rules);
void readCare(RuleObject& profile, RuleProfile& rules);
void readFrequency(RuleObject& profile, RuleProfile& rules);
void readEscalation(RuleObject& profile, RuleProfile& rules);
void readInsurance(RuleObject& profile, RuleProfile& rules);
void readAllowance(RuleObject& profile, RuleProfile& rules);
void readCadence(RuleObject& profile, RuleProfile& rules);

} // namespace lianxin::duty
