// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/form_references.hpp"

#include "app/viewmodel/value_text.hpp"

#include <algorithm>
#include <set>

namespace lianxin::ui {
namespace {

constexpr std::size_t kMostCandidates = 2000; // of a county
constexpr std::size_t kFewCandidates = 12;    // all of them are shown; more are searched
constexpr std::size_t kShownCandidates = 8;

struct Candidate {
    RecordId record;
    QString label;
    bool chosen{false};
};

// What hangs on the same root where both do (the family's people, its insurances); else what the tablet has, newest first.
Result<std::vector<store::RecordView>> viewsOf(const ReferencePlace& place, const RecordType& wanted)
{
    const auto& store = place.desk.store();
    const RecordId root = wanted.name == "person" ? place.form.household : place.editor.root();
    const auto rootView = store.view(root);
    const RecordType* rootType = rootView ? place.desk.catalogue().type(rootView->type) : nullptr;
    if (wanted.name == "person" || (rootType != nullptr && wanted.hasRoot(rootType->name)))
        return store.children(root);
    return store.ofType(wanted.number, kMostCandidates, 0, wanted.timeline.has_value());
}

std::vector<Candidate> candidatesOf(const ReferencePlace& place, const Field& field, const RecordType& wanted)
{
    std::vector<Candidate> found;
    std::set<RecordId> seen;
    const bool named = wanted.name == "app_user" || wanted.name == "person";
    const auto take = [&](const store::RecordView& view) {
        if (view.type != wanted.number || view.life != store::Life::active || !seen.insert(view.record).second)
            return;
        found.push_back(
            {view.record,
             named ? qs(forms::RecordFields(wanted, view).text("name")) : recordName(place.desk, view.record),
             place.state.isChosen(field.number, Value::fromText(view.record.text()))});
    };
    const forms::RecordFields now(place.state.type(), place.state.values());
    auto chosen = now.refs(field.name);
    if (const auto one = now.ref(field.name))
        chosen.push_back(*one);
    for (const auto& id : chosen) // however many there are
        if (const auto view = place.desk.store().view(id))
            take(*view);
    if (const auto views = viewsOf(place, wanted))
        for (const auto& view : *views)
            take(view);
    return found;
}

} // namespace

ReferenceOffer offerReferences(const ReferencePlace& place, const Field& field, int key)
{
    ReferenceOffer offer;
    auto& offered = place.form.candidates[field.number];
    offered.clear();
    const RecordType* wanted = place.desk.catalogue().type(field.refType);
    if (wanted == nullptr)
        return offer;
    const auto all = candidatesOf(place, field, *wanted);
    offer.many = all.size() > kFewCandidates;
    const auto typed = place.form.typed.find(key);
    if (offer.many && typed != place.form.typed.end())
        offer.words = typed->second;
    const QString words = offer.words.trimmed();
    std::set<RecordId> hits;
    if (!words.isEmpty())
        if (const auto found = place.desk.store().search(
                words.toStdString(),
                {kMostCandidates, [wanted](std::uint32_t type) { return type == wanted->number; }}))
            for (const auto& hit : *found)
                hits.insert(hit.record);
    const auto put = [&](const Candidate& one) {
        offer.options.push_back(
            {{"code", static_cast<int>(offered.size())}, {"label", one.label}, {"chosen", one.chosen}});
        offered.push_back(one.record);
    };
    for (const auto& one : all)
        if (one.chosen || !offer.many)
            put(one);
    std::size_t room = offer.many ? kShownCandidates : 0;
    for (const auto& one : all)
        if (room > 0 && !one.chosen &&
            (words.isEmpty() || hits.contains(one.record) || one.label.contains(words, Qt::CaseInsensitive))) {
            put(one);
            --room;
        }
    return offer;
}

} // namespace lianxin::ui
