// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/timeline.hpp"

#include "app/forms/draft_body.hpp"
#include "app/forms/held_back.hpp"
#include "app/viewmodel/attachment_rows.hpp"
#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

class Reader {
public:
    Reader(const FamilyBook& book, const Family& family)
        : m_book(book), m_desk(book.desk()), m_family(family), m_today(book.desk().today())
    {}

    std::vector<TimelineEntry> read()
    {
        for (const auto& child : m_family.children)
            add(child);
        sessions();
        drafts();
        std::stable_sort(m_entries.begin(), m_entries.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
            return std::pair(a.isDraft, a.at) > std::pair(b.isDraft, b.at);
        });
        return std::move(m_entries);
    }

private:
    void add(const store::RecordView& view)
    {
        const RecordType* type = m_desk.catalogue().type(view.type);
        // An answered draft of the type is written elsewhere; steps of an emergency stand on its own page.
        if (type == nullptr || !type->timeline || !m_desk.mayRead(*type) || type->name == "emergency_action" ||
            type->name == "risk_flag")
            return;
        // The family may look over the shoulder: that somebody was asked about safety does not stand on this page for everybody.
        if (m_desk.keepsQuietAbout(*type))
            return;
        const forms::RecordFields fields(*type, view);
        TimelineEntry entry;
        entry.record = view.record;
        entry.type = view.type;
        entry.at = momentOf(*type, fields, view.record);
        const bool counsel = type->timeline->tint == "blue";
        entry.kind = type->name == "visit" ? QStringLiteral("visit")
                     : counsel             ? QStringLiteral("counsel")
                                           : QStringLiteral("other");
        fill(entry, *type, fields, view);
        if (type->name == "shared_summary") {
            if (m_ownSessions.contains(fields.ref("session").value_or(RecordId{})))
                return;
            entry.row.set("lockedText",
                          Words::tr("Only the counsellor sees the rest. For you: %1").arg(qs(fields.text("summary"))));
            entry.row.set("body", QString());
            entry.row.set("canOpen", false);
        }
        m_entries.push_back(std::move(entry));
    }

    // "3条": every label of the summary but free text goes into the heading or byline, the text is the body.
    void fill(TimelineEntry& entry, const RecordType& type, const forms::RecordFields& fields,
              const store::RecordView& view)
    {
        QStringList words;
        QString body;
        QString icon = qs(type.icon);
        for (const auto number : type.timeline->summary) {
            const Field* field = type.field(number);
            const auto found = fields.values().find(number);
            if (field == nullptr || found == fields.values().end())
                continue;
            const QString text = valueText(m_desk, *field, found->second);
            if (field->kind == FieldKind::text)
                body = text;
            else if (field->name == "seq")
                words << Words::tr("session %1").arg(text);
            else
                words << text;
            if (field->kind == FieldKind::code)
                if (const QString own = iconOf(*field, found->second); !own.isEmpty())
                    icon = own;
        }
        const Day day = dayInChina(entry.at);
        const QString what = words.isEmpty() ? m_desk.label(type.label) : words.takeFirst();
        const QString heading = Words::tr("%1 %2", "day and what").arg(relativeDay(day, m_today), what);
        const QString byline = dotted(QStringList{m_desk.userName(forms::authorOf(view))} + words);
        QString place;
        if (const auto where = m_desk.store().recordPlace(view.record); where && where->place != store::Place::received)
            place = where->place != store::Place::heldBack ? Words::tr("This tablet")
                    : forms::waitsForAnswer(m_desk.store(), m_desk.catalogue(), view.record)
                        ? Words::tr("Needs a look")
                        : Words::tr("With the province");
        entry.line = dotted(QStringList{what} + (body.isEmpty() ? words : QStringList{body}));
        QStringList spoken{heading, byline, body, place};
        spoken.removeAll(QString());
        entry.row = Row{{"entryId", idText(entry.record)},
                        {"heading", heading},
                        {"byline", byline},
                        {"body", body},
                        {"iconName", icon},
                        {"tone", type.timeline->tint == "green"  ? "visit"
                                 : type.timeline->tint == "blue" ? "counsel"
                                                                 : "plain"},
                        {"placeText", place},
                        {"canOpen", true},
                        {"accessibleText", spoken.join(Words::tr(", ", "between parts that are read aloud"))}};
        entry.row.list("pictures", attachmentsOf(m_desk, view));
    }

    [[nodiscard]] QString iconOf(const Field& field, const Value& value) const
    {
        const CodeList* list = m_desk.catalogue().codeList(field.codeList);
        const Code* code = list != nullptr && value.asInt() ? list->find(*value.asInt()) : nullptr;
        return code != nullptr ? codeData(*code, "icon") : QString();
    }

    // Those who hold the case see their sessions here; nobody else has them on the tablet.
    void sessions()
    {
        const RecordType& caseType = m_desk.type("counsel_case");
        const RecordType& session = m_desk.type("counsel_session");
        if (!m_desk.mayRead(session))
            return;
        const auto cases = m_desk.store().ofType(caseType.number);
        if (!cases)
            return;
        for (const auto& view : *cases) {
            if (forms::RecordFields(caseType, view).ref("household") != m_family.summary.id)
                continue;
            const auto children = m_desk.store().children(view.record);
            if (!children)
                continue;
            for (const auto& child : *children)
                if (child.life == store::Life::active && child.record != view.record) {
                    if (child.type == session.number)
                        m_ownSessions.insert(child.record);
                    add(child);
                }
        }
        // The summary of a session that one can open says nothing new.
        std::erase_if(m_entries, [&](const TimelineEntry& entry) {
            const auto view = entry.type == m_desk.type("shared_summary").number ? m_desk.store().view(entry.record)
                                                                                 : Result<store::RecordView>{};
            return entry.type == m_desk.type("shared_summary").number && view &&
                   m_ownSessions.contains(
                       forms::RecordFields(m_desk.type("shared_summary"), *view).ref("session").value_or(RecordId{}));
        });
    }

    void drafts()
    {
        const auto drafts = m_desk.store().drafts();
        if (!drafts)
            return;
        for (const auto& draft : *drafts) {
            const RecordType* type = m_desk.catalogue().type(draft.type);
            if (m_book.familyOf(draft.root) != m_family.summary.id ||
                (type != nullptr && type->name == "shared_summary"))
                continue;
            TimelineEntry entry;
            entry.record = draft.record;
            entry.type = draft.type;
            entry.at = draft.updated;
            entry.isDraft = true;
            entry.kind = QStringLiteral("draft");
            // The family may look over the shoulder: what is sealed has no name here but for those who work with it.
            // A form that this tablet does not have just now: said, kept, and opened again when the form is here.
            const QString heading = type == nullptr ? Words::tr("A form is missing here; what was written is kept")
                                    : m_desk.keepsQuietAbout(*type)
                                        ? Words::tr("A few lines to go")
                                        : Words::tr("%1, not finished").arg(m_desk.label(type->label));
            entry.row = Row{{"entryId", idText(draft.record)},
                            {"heading", heading},
                            {"byline", momentText(draft.updated, m_today)},
                            {"iconName", "pen"},
                            {"tone", "plain"},
                            {"placeText", Words::tr("This tablet")},
                            {"isDraft", true},
                            {"canOpen", type != nullptr},
                            {"accessibleText", heading}};
            m_entries.push_back(std::move(entry));
        }
    }

    const FamilyBook& m_book;
    const Desk& m_desk;
    const Family& m_family;
    Day m_today;
    std::set<RecordId> m_ownSessions;
    std::vector<TimelineEntry> m_entries;
};

} // namespace

Roles timelineRoles()
{
    return {{"entryId"},        {"heading"},        {"byline"},
            {"body"},           {"iconName"},       {"tone", QStringLiteral("plain")},
            {"lockedText"},     {"placeText"},      {"isDraft", false},
            {"canOpen", false}, {"accessibleText"}, {"pictures", {}, attachmentRoles()}};
}

std::vector<TimelineEntry> timelineOf(const FamilyBook& book, const Family& family)
{
    return Reader(book, family).read();
}

Memory memoryOf(const Desk& desk, const Family& family)
{
    const RecordType& visit = desk.type("visit");
    const store::RecordView* last = nullptr;
    Millis lastAt = 0;
    for (const auto& child : family.children) {
        if (child.type != visit.number)
            continue;
        const auto at =
            forms::RecordFields(visit, child).number("occurred_at").value_or(forms::createdAt(child.record));
        if (last == nullptr || at > lastAt) {
            last = &child;
            lastAt = at;
        }
    }
    if (last == nullptr)
        return {};
    const forms::RecordFields fields(visit, *last);
    return {
        Words::tr("Last time %1 %2").arg(relativeDay(dayInChina(lastAt), desk.today()), desk.codeLabel(fields, "mode")),
        qs(fields.text("quick_note"))};
}

} // namespace lianxin::ui
