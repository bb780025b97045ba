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

// Digests that an attachment names, and whether it lets them go.
void Keeping::note(const store::RecordView& view, const std::vector<GivenConsent>& given, Wanted& wanted) const
{
    const forms::RecordFields fields(*m_attachment, view);
    const bool shared =
        view.life == store::Life::active && !asksFor(factsOf(*m_attachment, fields.values()), Use::province, given);
    for (const char* name : {"thumbnail", "hash"})
        if (const auto id = Hash::parse(fields.text(name)))
            // The same picture may hang on two records, one of them put away.
            if (auto& wish = wanted[*id]; shared || wish.record.isNil())
                wish = {shared || wish.shared, view.record};
}

// Before something is kept back: another family's record may name the same bytes with a yes of its own.
bool Keeping::goesElsewhere(const Hash& id, RecordId root) const
{
    const auto views = m_records.ofType(m_attachment->number);
    for (const auto& view : views ? *views : std::vector<store::RecordView>{}) {
        Wanted wanted;
        if (view.root != root)
            note(view, consentsOf(view.root), wanted);
        if (const auto found = wanted.find(id); found != wanted.end() && found->second.shared)
            return true;
    }
    return false;
}

Result<void> Keeping::settle(RecordId root)
{
    if (m_attachment == nullptr)
        return {};
    LIANXIN_TRY(const auto children, m_records.children(root));
    const auto given = consentsOf(root);
    Wanted wanted;
    for (const auto& view : children)
        if (view.type == m_attachment->number)
            note(view, given, wanted);
    for (const auto& [id, wish] : wanted) {
        const bool shared = wish.shared;
        const auto facts = m_blobs.facts(id);
        if (!facts && facts.error().code == Errc::notFound)
            continue; // elsewhere still
        if (!facts)
            return facts.error();
        if (!facts->claimed)
            LIANXIN_CHECK(m_blobs.claim(std::array{id}));
        LIANXIN_CHECK(m_blobs.name(id, wish.record)); // whoever sends it says by which record
        if (facts->shared != shared && (shared || !goesElsewhere(id, root)))
            LIANXIN_CHECK(m_blobs.setShared(id, shared));
    }
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
