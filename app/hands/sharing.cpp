// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/sharing.hpp"

#include <algorithm>

namespace lianxin::hands {

std::optional<ConsentScope> scopeOf(const AttachmentFacts& facts)
{
    switch (facts.kind) {
    case AttachmentKind::photo: return facts.faces == kFacesSeen ? std::optional(ConsentScope::photos) : std::nullopt;
    case AttachmentKind::voice:
        return facts.voices == kFamilyHeard ? std::optional(ConsentScope::visitNotes) : std::nullopt;
    case AttachmentKind::scan:
    case AttachmentKind::signature: // who signs knows what for
    case AttachmentKind::document: return std::nullopt;
    }
    return ConsentScope::photos; // a kind that this version does not know: it asks
}

const GivenConsent* consentFor(ConsentScope scope, const std::vector<GivenConsent>& given)
{
    const GivenConsent* newest = nullptr;
    for (const auto& consent : given)
        if (std::find(consent.scopes.begin(), consent.scopes.end(), static_cast<std::int64_t>(scope)) !=
                consent.scopes.end() &&
            (newest == nullptr || consent.at >= newest->at))
            newest = &consent;
    return newest;
}

std::optional<ConsentScope> asksFor(const AttachmentFacts& facts, Use use, const std::vector<GivenConsent>& given)
{
    const auto touched = scopeOf(facts);
    // The named one counts only while it is among those that hold, so both cases are one question.
    if (touched && consentFor(*touched, given) == nullptr)
        return touched;
    if (use == Use::publish && consentFor(ConsentScope::publicity, given) == nullptr)
        return ConsentScope::publicity;
    return std::nullopt;
}

} // namespace lianxin::hands
