// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/same_family_model.hpp"

#include "app/viewmodel/open_pairs.hpp"
#include "sync/model/validate.hpp"

#include <algorithm>

namespace lianxin::ui {
namespace {

constexpr std::size_t kMostDecided = 30;

QString pairId(const pairs::FilePair& pair) { return idText(pair.first) + QLatin1Char('/') + idText(pair.second); }

QString wordsOf(pairs::Reason reason)
{
    switch (reason) {
    case pairs::Reason::sameNumber: return SameFamilyModel::tr("the same identity number");
    case pairs::Reason::numberButRegion: return SameFamilyModel::tr("nearly the same identity number");
    case pairs::Reason::sameNameBirthVillage: return SameFamilyModel::tr("the same name, birthday and village");
    case pairs::Reason::nearName: return SameFamilyModel::tr("names that sound alike");
    case pairs::Reason::nearBirth: return SameFamilyModel::tr("birthdays that differ a little");
    case pairs::Reason::samePhone: return SameFamilyModel::tr("the same telephone");
    case pairs::Reason::sameAddress: return SameFamilyModel::tr("the same address");
    case pairs::Reason::sameCouple: return SameFamilyModel::tr("both of the couple in both files");
    }
    return {};
}

// Facts of the two files with one label say so.
void markEqual(std::vector<Row>& sides)
{
    if (sides.size() != 2)
        return;
    auto& left = sides[0].lists["facts"];
    auto& right = sides[1].lists["facts"];
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        const QString text = left[i].values.value("value").toString();
        const bool same = !text.isEmpty() && text == right[i].values.value("value").toString();
        left[i].set("same", same);
        right[i].set("same", same);
    }
}

} // namespace

SameFamilyModel::SameFamilyModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_sides({{"sideId"},
               {"tag"},
               {"stays", false},
               {"name"},
               {"place"},
               {"initial"},
               {"tint", 0},
               {"facts", {}, {{"label"}, {"value"}, {"same", false}}},
               {"accessibleText"}}),
      m_decided({{"pairId"}, {"heading"}, {"line"}, {"actionLabel"}})
{
    connect(&m_desk, &Desk::closed, this, [this] {
        m_asked.clear();
        m_notes.clear();
        m_at = 0;
        show();
    });
    connect(&m_desk, &Desk::languageChanged, this, &SameFamilyModel::show);
}

QString SameFamilyModel::queueText() const
{
    return hasPair() ? tr("%n pair(s) left", nullptr, static_cast<int>(m_asked.size() - m_at)) : QString();
}

QString SameFamilyModel::reasonText() const
{
    if (!hasPair())
        return {};
    QStringList words;
    for (const auto reason : m_asked[m_at].reasons)
        words << wordsOf(reason);
    return tr("Because of %1").arg(words.mid(0, 3).join(tr(", ", "between reasons")));
}

QString SameFamilyModel::emptyText() const
{
    if (hasPair())
        return {};
    return m_asked.empty() ? tr("No two files look alike now")
                           : tr("All looked at. What you put off comes again next time");
}

void SameFamilyModel::refresh()
{
    auto found = pairsToAsk(m_desk);
    m_asked = std::move(found.asked);
    m_notes = std::move(found.notes);
    m_at = 0;
    show();
}

QString SameFamilyModel::nameOf(RecordId household) const
{
    const FamilySummary* summary = m_book.summary(household);
    if (summary != nullptr)
        return summary->fullName.isEmpty() ? summary->callName : summary->fullName;
    const auto view = m_desk.store().view(household);
    return view ? qs(forms::RecordFields(m_desk.type("household"), *view).text("call_name")) : QString();
}

Row SameFamilyModel::sideOf(RecordId household, RecordId member) const
{
    const FamilySummary* summary = m_book.summary(household);
    const auto family = m_book.load(household);
    if (summary == nullptr || !family)
        return {{"sideId", idText(household)}};
    const forms::RecordFields file(m_desk.type("household"), family->household);
    QStringList people;
    QString born;
    QString number;
    int visits = 0;
    for (const auto& child : family->children) {
        visits += child.type == m_desk.type("visit").number ? 1 : 0;
        if (child.type != m_desk.type("person").number)
            continue;
        const forms::RecordFields fields(m_desk.type("person"), child);
        people << qs(fields.text("name"));
        if (child.record != member)
            continue;
        if (const auto birth = fields.day("birth_date"))
            born = dayWithYear(*birth);
        number = qs(maskedIdNumber(fields.text("id_no")));
    }
    people.removeAll(QString());
    const auto fact = [](const QString& label, const QString& value) {
        return Row{{"label", label}, {"value", value}};
    };
    Row row{{"sideId", idText(household)},
            {"name", nameOf(household)},
            {"place", summary->place},
            {"initial", summary->initial},
            {"tint", summary->tint}};
    row.list(
        "facts",
        {fact(tr("At home"), people.join(tr(", ", "between reasons"))), fact(tr("Birthday"), born),
         fact(tr("Identity number"), number), fact(tr("Telephone"), phoneGrouped(summary->phone.toStdString())),
         fact(tr("Address"), summary->address),
         fact(tr("Written down"),
              tr("%n visit(s), file since %1", nullptr, visits).arg(dayWithYear(dayInChina(createdAt(household)))))});
    return row;
}

void SameFamilyModel::show()
{
    std::vector<Row> sides;
    if (hasPair()) {
        const auto& like = m_asked[m_at];
        sides = {sideOf(like.first, like.member), sideOf(like.second, like.other)};
        sides[0].set("tag", tr("The earlier file")).set("stays", true);
        sides[1].set("tag", tr("The later file"));
        markEqual(sides);
        for (auto& side : sides)
            side.set("accessibleText",
                     QStringList{side.values.value("tag").toString(), side.values.value("name").toString(),
                                 side.values.value("place").toString()}
                         .join(QLatin1Char(' ')));
    }
    m_sides.setRows(sides);
    Rows decided;
    if (m_desk.isOpen())
        for (const auto& note : m_notes) {
            if (!note.decision || decided.size() == kMostDecided)
                continue;
            const bool joined = *note.decision == pairs::Decision::joined;
            decided.push_back({{"pairId", pairId(note.pair)},
                               {"heading", tr("%1 and %2").arg(nameOf(note.pair.first), nameOf(note.pair.second))},
                               {"line", joined ? tr("One family now, both files kept") : tr("Two families")},
                               {"actionLabel", joined ? tr("Take apart") : tr("Look again")}});
        }
    m_decided.setRows(decided);
    emit changed();
}

bool SameFamilyModel::save(MakeEdit make, const pairs::FilePair& pair)
{
    const auto edit = make(m_desk.store(), m_desk.catalogue(), pair);
    const auto saved = edit ? m_desk.store().save(*edit) : Result<store::SavedChange>(edit.error());
    if (!saved) {
        m_navigator.tell(saved.error());
        return false;
    }
    emit committed(pair.second, saved->number);
    return true;
}

void SameFamilyModel::decide(MakeEdit make, const QString& said)
{
    if (!hasPair())
        return;
    const pairs::FilePair pair{m_asked[m_at].first, m_asked[m_at].second};
    if (!save(make, pair))
        return;
    refresh();
    m_navigator.say(said, [this, pair] {
        if (m_desk.isOpen() && save(&pairs::undecidedEdit, pair))
            refresh();
    });
}

void SameFamilyModel::join() { decide(&pairs::joinEdit, tr("One family now. Nothing was taken away")); }

void SameFamilyModel::apart() { decide(&pairs::apartEdit, tr("Noted: two families")); }

void SameFamilyModel::later()
{
    m_at = std::min(m_at + 1, m_asked.size());
    show();
}

void SameFamilyModel::openSide(const QString& sideId) { m_navigator.goFamily(idOf(sideId)); }

void SameFamilyModel::takeBack(const QString& id)
{
    const auto note = std::ranges::find_if(m_notes, [&](const pairs::Note& one) { return pairId(one.pair) == id; });
    if (note == m_notes.end() || !note->decision)
        return;
    const auto pair = note->pair;
    const bool joined = *note->decision == pairs::Decision::joined;
    if (!save(joined ? &pairs::apartEdit : &pairs::undecidedEdit, pair))
        return;
    refresh();
    if (joined)
        m_navigator.say(tr("Two families again, as before"), {});
}

} // namespace lianxin::ui
