// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/keeping.hpp"

#include "app/forms/record_fields.hpp"
#include "app/hands/attach.hpp"
#include "sync/model/catalogue_values.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace lianxin::hands {
namespace {

constexpr Millis kUnclaimedDays = 7;
constexpr Millis kDay = 24LL * 3600 * 1000;

} // namespace

Keeping::Keeping(const Catalogue& catalogue, const store::ReplicaStore& records, store::BlobStore& blobs)
    : m_attachment(catalogue.type("attachment")), m_consent(catalogue.type("consent")), m_records(records),
      m_blobs(blobs)
{}

std::vector<GivenConsent> Keeping::consentsOf(RecordId root) const
{
    std::vector<GivenConsent> given;
    const auto children = m_consent != nullptr ? m_records.children(root) : Result<std::vector<store::RecordView>>{};
    for (const auto& view : children ? *children : std::vector<store::RecordView>{}) {
        if (view.type != m_consent->number || view.life != store::Life::active)
            continue;
        const forms::RecordFields fields(*m_consent, view);
        // An open question between two tablets about the withdrawal is no yes.
        const Field* withdrawn = m_consent->field(std::string_view("withdrawn_at"));
        const auto* reg = withdrawn != nullptr ? view.find({withdrawn->registerNumber(), {}}) : nullptr;
        if (!fields.text("withdrawn_at").empty() || (reg != nullptr && reg->conflict))
            continue;
        given.push_back({view.record, fields.codes("scope"), fields.number("at").value_or(0)});
    }
    return given;
}

std::optional<ConsentScope> Keeping::asks(const store::RecordView& attachment, Use use) const
{
    return asksFor(factsOf(*m_attachment, fieldsOf(*m_attachment, attachment.values())), use,
                   consentsOf(attachment.root));
}

Result<void> Keeping::settleOne(const store::RecordView& view, const std::vector<GivenConsent>& given)
{
    const forms::RecordFields fields(*m_attachment, view);
    const bool shared =
        view.life == store::Life::active && !asksFor(factsOf(*m_attachment, fields.values()), Use::province, given);
    for (const char* name : {"thumbnail", "hash"}) {
        const auto id = Hash::parse(fields.text(name));
        const auto facts = id ? m_blobs.facts(*id) : Result<store::BlobFacts>(fail(Errc::notFound, "no bytes"));
        if (!facts) {
            if (facts.error().code == Errc::notFound || facts.error().code == Errc::invalidInput)
                continue; // elsewhere still
            return facts.error();
        }
        if (!facts->claimed)
            LIANXIN_CHECK(m_blobs.claim(std::array{*id}));
        if (facts->shared != shared)
            LIANXIN_CHECK(m_blobs.setShared(*id, shared));
    }
    return {};
}

Result<void> Keeping::settle(RecordId root)
{
    if (m_attachment == nullptr)
        return {};
    LIANXIN_TRY(const auto children, m_records.children(root));
    const auto given = consentsOf(root);
    for (const auto& view : children)
        if (view.type == m_attachment->number)
            LIANXIN_CHECK(settleOne(view, given));
    return {};
}

Result<void> Keeping::settleAll()
{
    if (m_attachment == nullptr)
        return {};
    LIANXIN_TRY(const auto views, m_records.ofType(m_attachment->number));
    std::set<RecordId> roots;
    for (const auto& view : views)
        roots.insert(view.root);
    for (const auto& root : roots)
        LIANXIN_CHECK(settle(root));
    return {};
}

Result<std::size_t> Keeping::sweep(Millis now)
{
    LIANXIN_CHECK(settleAll());
    LIANXIN_TRY(const auto left, m_blobs.unclaimed(now - kUnclaimedDays * kDay));
    if (left.empty())
        return std::size_t{0};
    LIANXIN_TRY(const auto drafts, m_records.drafts());
    std::size_t swept = 0;
    for (const auto& id : left) {
        // Rows of a draft lie in its body, their digests as they are.
        const auto named = std::any_of(drafts.begin(), drafts.end(), [&](const store::Draft& draft) {
            return draft.body.find(id.text()) != std::string::npos;
        });
        if (named)
            continue;
        LIANXIN_CHECK(m_blobs.drop(id));
        ++swept;
    }
    return swept;
}

} // namespace lianxin::hands
