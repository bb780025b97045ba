// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/ids.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace lianxin::hands {

// Numbers of the code lists that the rule below speaks of; a test holds them against the catalogue.
enum class AttachmentKind : std::int64_t { photo = 1, voice = 2, scan = 3, signature = 4, document = 5 };
enum class ConsentScope : std::int64_t { visitNotes = 2, photos = 3, publicity = 8 };
inline constexpr std::int64_t kFacesSeen = 2;   // code list faces
inline constexpr std::int64_t kFamilyHeard = 1; // code list voices

// One consent of the family, as the rule sees it. Withdrawn ones and voided ones are not handed in.
struct GivenConsent {
    RecordId record;
    std::vector<std::int64_t> scopes;
    Millis at{0};
};

// What an attachment says of itself.
struct AttachmentFacts {
    AttachmentKind kind{AttachmentKind::photo};
    std::int64_t faces{0};
    std::int64_t voices{0};
    std::optional<RecordId> consent; // the one that was named when it was made
};

// What somebody wants to do with it. Keeping it on this tablet, encrypted, is always allowed: nobody loses what was made.
enum class Use {
    province, // its bytes leave the tablet for those who look after this family
    together, // shown while the family looks at the screen with the worker
    publish,  // a story, a report, a newspaper: outside of the work with this family
};

// What has to be asked first; nullopt: nothing, it may be done. A face or a family's voice needs the family's yes (domain 2.24, PIPL 28-29), and the
// yes must still hold: one that was withdrawn counts no more, also where the attachment names it. Publicity always has a yes of its own.
[[nodiscard]] std::optional<ConsentScope> asksFor(const AttachmentFacts& facts, Use use,
                                                  const std::vector<GivenConsent>& given);
[[nodiscard]] std::optional<ConsentScope> scopeOf(const AttachmentFacts& facts); // that its making touches
[[nodiscard]] const GivenConsent* consentFor(ConsentScope scope, const std::vector<GivenConsent>& given); // the newest

} // namespace lianxin::hands
