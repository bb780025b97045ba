// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/form_rows.hpp"

#include "app/viewmodel/attachment_rows.hpp"
#include "app/viewmodel/form_guide.hpp"
#include "app/viewmodel/form_references.hpp"
#include "app/viewmodel/repeat_rows.hpp"
#include "app/viewmodel/sentences.hpp"
#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FormRows)
};

constexpr std::size_t kMostSuggestions = 8;
constexpr std::size_t kMostPlaces = 6;
constexpr int kManyCodes = 9;                       // more than that are chips, one line after another
constexpr std::int64_t kNotIn = 3, kWantsQuiet = 4; // code list visit_outcome
constexpr int kQuietDays = 14;
constexpr qsizetype kLongestName = 4; // more does not fit into one of four options

bool isTextControl(const QString& control)
{
    return control == QLatin1String("text") || control == QLatin1String("longText") ||
           control == QLatin1String("phone") || control == QLatin1String("number") || control == QLatin1String("money");
}

class Builder {
public:
    Builder(const FamilyBook& book, OpenForm& form, forms::RecordEditor& editor, int offset)
        : m_book(book), m_desk(book.desk()), m_form(form), m_editor(editor), m_state(editor.form()),
          m_type(m_state.type()), m_offset(offset), m_hints(editor.hints())
    {}

    Rows rows()
    {
        if (m_form.whenOpen)
            if (const Field* when = whenField(m_type))
                add(*when);
        int index = 0;
        for (const auto& section : m_type.sections) {
            const bool isFirst = index++ == 0;
            if (section.folded) {
                const bool open = m_form.openSections.contains(section.name);
                m_rows.push_back(Row{{"key", kSectionKey + index},
                                     {"control", "section"},
                                     {"label", m_desk.label(section.label)},
                                     {"hint", contents(section)},
                                     {"open", open},
                                     {"column", sideColumn()}});
                if (!open)
                    continue;
            } else if (!isFirst && m_type.name != "counsel_session" && !section.fields.empty()) {
                m_rows.push_back(Row{{"key", kHeadingKey + index},
                                     {"control", "heading"},
                                     {"label", m_desk.label(section.label)},
                                     {"column", sectionColumn(section.name)}});
            }
            for (const auto number : section.fields)
                if (const Field* field = m_type.field(number); field != nullptr && field != whenField(m_type))
                    add(*field);
            if (m_form.ordinal == 0 && section.rowType != 0)
                if (auto row = repeatRow(m_desk, m_form, section, kRowsKey + index))
                    m_rows.push_back(std::move(row->set("column", formColumns(m_type) == 2 ? 1 : 0)));
        }
        return std::move(m_rows);
    }

    [[nodiscard]] Rows taken() { return std::move(m_rows); }

    void add(const Field& field)
    {
        if (field.control == "hidden" || !m_state.isRelevant(field))
            return;
        const QString control = controlOf(field);
        if (control.isEmpty())
            return;
        Row row{{"key", static_cast<int>(field.number) + m_offset},
                {"control", control},
                {"label", m_desk.label(field.label)},
                {"unit", unitOf(field)}};
        const bool needed = m_state.isNeeded(field);
        const QString hint = m_desk.label(field.hint);
        const bool hintInField = isTextControl(control);
        row.set("mark", needed ? Words::tr("needed") : !hintInField && !hint.isEmpty() ? hint : Words::tr("optional"));
        if (field.retired) // the province asks it no more; shown because something stands in it
            row.set("mark", Words::tr("no longer asked; what was written is kept"));
        if (m_editor.isBeyond(field))
            row.set("mark", Words::tr("a newer version wrote this; update the tablet to change it"));
        row.set("hint", hintInField ? hint : QString());
        row.set("value", shownText(field)).set("readOnly", isShownOnly(field)).set("lines", linesOf(field, control));
        row.set("checked", m_state.value(field.number).isTrue());
        if (field.maxLength > 0 && control == QLatin1String("longText"))
            row.set("counterText", counter(field));
        row.set("canSpeak", control == QLatin1String("longText") && voiceField(m_desk, m_editor) != nullptr);
        row.set("errorText", errorOf(field)).set("noteText", noteOf(field));
        placeOnPage(row, field);
        if (isForHands(field)) {
            if (handRow(m_desk, m_editor, field, row))
                m_rows.push_back(std::move(row));
            return;
        }
        options(row, field, control);
        const bool refers = field.kind == FieldKind::ref || field.kind == FieldKind::refSet;
        if (refers && !needed && !row.lists.contains("options"))
            return; // nothing to choose from: no question
        m_rows.push_back(std::move(row));
        for (auto& extra : guideRows(m_book, m_form, m_state, field, m_rows.back().values.value("column").toInt()))
            m_rows.push_back(std::move(extra));
    }

private:
    [[nodiscard]] int key(const Field& field) const { return static_cast<int>(field.number) + m_offset; }
    // The decision stands beside the questions, not below them.
    [[nodiscard]] int sectionColumn(const std::string& section) const
    {
        return m_type.name == "risk_assessment" && section == "decision" ? 1 : 0;
    }
    [[nodiscard]] int sideColumn() const { return formColumns(m_type) == 3 ? 2 : formColumns(m_type) == 2 ? 1 : 0; }

    [[nodiscard]] QString contents(const Section& section) const
    {
        QStringList labels;
        for (const auto number : section.fields)
            if (const Field* field = m_type.field(number);
                field != nullptr && field->control != "hidden" && m_state.isRelevant(*field) && labels.size() < 5)
                labels << m_desk.label(field->label);
        if (const RecordType* rows = m_desk.catalogue().type(section.rowType))
            labels << m_desk.label(rows->label);
        return labels.join(Words::tr(", ", "between the items of a list"));
    }

    [[nodiscard]] bool isShownOnly(const Field& field) const { return field.readOnly || m_editor.isBeyond(field); }

    [[nodiscard]] QString controlOf(const Field& field) const
    {
        if (isShownOnly(field))
            return m_state.isFilled(field) ? QStringLiteral("readonly") : QString();
        switch (field.kind) {
        case FieldKind::boolean:
            return field.required != Required::never && field.defaultValue.isNull() ? QStringLiteral("options")
                                                                                    : QStringLiteral("switch");
        case FieldKind::code:
            return field.control == "options" || field.control.empty() ? QStringLiteral("options")
                                                                       : QStringLiteral("chips");
        case FieldKind::codeSet:
        case FieldKind::refSet: return QStringLiteral("chips");
        case FieldKind::ref:
            return m_desk.catalogue().type(field.refType) != nullptr ? QStringLiteral("chips") : QString();
        case FieldKind::date: return QStringLiteral("date");
        case FieldKind::timestamp: return QStringLiteral("dateTime");
        case FieldKind::integer: return QStringLiteral("number");
        case FieldKind::money: return QStringLiteral("money");
        case FieldKind::text:
            if (field.format == TextFormat::division)
                return QStringLiteral("ref");
            return field.control == "longText" ? QStringLiteral("longText")
                   : field.control == "phone"  ? QStringLiteral("phone")
                                               : QStringLiteral("text");
        case FieldKind::place: return QStringLiteral("place");
        case FieldKind::envelope: return {};
        }
        return {};
    }

    [[nodiscard]] QString unitOf(const Field& field) const
    {
        return field.kind == FieldKind::money ? Words::tr("yuan") : m_desk.label(field.unit);
    }

    [[nodiscard]] QString shownText(const Field& field) const
    {
        if (const auto typed = m_form.typed.find(key(field)); typed != m_form.typed.end())
            return typed->second;
        if (const auto strange = m_form.unreadable.find(key(field)); strange != m_form.unreadable.end())
            return strange->second;
        return editText(m_desk, field, m_state.value(field.number));
    }

    [[nodiscard]] static int linesOf(const Field& field, const QString& control)
    {
        return control != QLatin1String("longText") ? 1 : field.maxLength >= 1000 ? 5 : 3;
    }

    [[nodiscard]] QString counter(const Field& field) const
    {
        const QString text = shownText(field);
        const auto length = text.toUcs4().size();
        return field.maxLength <= 500 && length > 0 ? QStringLiteral("%1 / %2").arg(length).arg(field.maxLength)
                                                    : QString();
    }

    [[nodiscard]] QString errorOf(const Field& field) const
    {
        if (m_form.unreadable.contains(key(field)))
            return Words::tr("This cannot be read yet; look again");
        if (m_form.typed.contains(key(field)))
            return {}; // not while somebody types
        for (const auto& hint : m_hints)
            if (hint.field == field.number && hint.code == "constraint" &&
                !m_desk.label(field.constraintHint).isEmpty())
                return m_desk.label(field.constraintHint);
            else if (hint.field == field.number)
                if (QString sentence = hintSentence(hint); !sentence.isEmpty())
                    return sentence;
        return {};
    }

    [[nodiscard]] QString noteOf(const Field& field) const
    {
        const auto code = m_state.value(field.number).asInt();
        if (m_type.name == "visit" && field.name == "outcome") {
            if (code == kNotIn)
                return Words::tr("Going counts; one line will do");
            if (code == kWantsQuiet) {
                const Field* next = m_type.field(std::string_view("next_at"));
                const auto agreed =
                    next != nullptr ? parseDay(m_state.value(next->number).asText().value_or("")) : std::nullopt;
                return Words::tr("They want quiet for a while; we ask again on %1")
                    .arg(dayShort(agreed.value_or(addDays(m_desk.today(), kQuietDays))));
            }
        }
        if (m_type.name == "risk_assessment" && field.name == "level") {
            const Field* suggested = m_type.field(std::string_view("suggested_level"));
            const auto level = suggested != nullptr ? m_state.value(suggested->number).asInt() : std::nullopt;
            return level
                       ? Words::tr("The answers suggest: %1. You decide").arg(m_desk.codeLabel(field.codeList, *level))
                       : QString();
        }
        return {};
    }

    void placeOnPage(Row& row, const Field& field) const
    {
        if (m_type.name == "counsel_session") {
            static const std::map<std::string, std::pair<const char*, int>, std::less<>> kBoxes{
                {"subjective", {"S", 0}}, {"observed", {"O", 1}}, {"assessment", {"A", 0}}, {"plan", {"P", 1}}};
            const auto box = kBoxes.find(field.name);
            if (box != kBoxes.end())
                row.set("badge", box->second.first).set("column", box->second.second).set("look", "card");
            else
                row.set("column", 2);
            if (field.name == "safety_worry")
                row.set("look", "question");
        } else if (m_type.name == "shared_summary") {
            row.set("look", "inset").set("iconName", "eye").set("column", 2);
        } else if (m_type.name == "risk_assessment") {
            row.set("column", sectionColumn(field.section));
        } else if (formColumns(m_type) == 2) {
            // Choices at the left, words at the right, as on the picture of the visit.
            const bool words = field.kind == FieldKind::text || field.kind == FieldKind::codeSet || !field.quick;
            row.set("column", words ? 1 : 0);
        }
    }

    void options(Row& row, const Field& field, const QString& control)
    {
        std::vector<Row> options;
        if (field.kind == FieldKind::boolean && control == QLatin1String("options")) {
            const Value now = m_state.value(field.number);
            options.push_back(
                {{"code", 0}, {"label", Words::tr("No", "an answer")}, {"chosen", now == Value::fromBool(false)}});
            options.push_back(
                {{"code", 1}, {"label", Words::tr("Yes", "an answer")}, {"chosen", now == Value::fromBool(true)}});
        } else if (field.kind == FieldKind::code || field.kind == FieldKind::codeSet) {
            codeOptions(options, field);
        } else if (field.kind == FieldKind::ref || field.kind == FieldKind::refSet) {
            const auto offer = offerReferences({m_desk, m_form, m_editor, m_state}, field, key(field));
            options = offer.options;
            if (offer.many)
                row.set("control", "ref")
                    .set("value", offer.words)
                    .set("hint", Words::tr("Type a name to find the others"));
        } else if (field.format == TextFormat::division) {
            placeOptions(options, field);
        } else if (field.kind == FieldKind::date || field.kind == FieldKind::timestamp) {
            options.push_back({{"code", 0}, {"label", Words::tr("Today", "a day to choose")}});
            const bool ahead = field.daysAhead.value_or(1) > 0;
            options.push_back({{"code", ahead ? 1 : -1},
                               {"label", ahead ? Words::tr("Tomorrow", "a day to choose")
                                               : Words::tr("Yesterday", "a day to choose")}});
            if (ahead && field.daysBack == 0)
                for (const int days : {7, 14, 30})
                    options.push_back({{"code", days}, {"label", Words::tr("in %n day(s)", nullptr, days)}});
        }
        if (control == QLatin1String("options")) {
            if (static_cast<int>(options.size()) >= kManyCodes)
                row.set("control", "chips");
            row.set("optionColumns", columnsFor(options));
        }
        if (!options.empty())
            row.list("options", std::move(options));
        std::vector<Row> suggestions;
        for (const auto& suggestion : field.suggestions)
            if (suggestions.size() < kMostSuggestions)
                suggestions.push_back({{"label", m_desk.label(suggestion)}});
        row.list("suggestions", std::move(suggestions));
    }

    void codeOptions(std::vector<Row>& options, const Field& field) const
    {
        const CodeList* list = m_desk.catalogue().codeList(field.codeList);
        if (list == nullptr)
            return;
        for (const Code* code : m_state.offered(field, *list)) {
            // "Met in person" is called by the name that the worker calls the person.
            const auto* byName = code->data.if_contains("byName");
            const FamilySummary* family = byName != nullptr ? m_book.summary(m_form.household) : nullptr;
            const bool named =
                family != nullptr && !family->callName.isEmpty() && family->callName.size() <= kLongestName;
            options.push_back({{"code", static_cast<int>(code->number)},
                               {"label", named ? family->callName : m_desk.label(code->label)},
                               {"iconName", codeData(*code, "icon")},
                               {"chosen", m_state.isChosen(field.number, Value::fromInt(code->number))}});
        }
    }

    // What is chosen stands in the field; while somebody types, what fits stands below.
    void placeOptions(std::vector<Row>& options, const Field& field)
    {
        auto& places = m_form.places[field.number];
        places.clear();
        const auto typed = m_form.typed.find(key(field));
        const Value now = m_state.value(field.number);
        if (typed == m_form.typed.end() && !now.isNull())
            return;
        for (const auto& place :
             m_desk.placesLike(typed != m_form.typed.end() ? typed->second.trimmed() : QString(), kMostPlaces)) {
            options.push_back({{"code", static_cast<int>(places.size())},
                               {"label", place.name},
                               {"chosen", now == Value::fromText(place.code)}});
            places.push_back(place.code);
        }
    }

    const FamilyBook& m_book;
    const Desk& m_desk;
    OpenForm& m_form;
    forms::RecordEditor& m_editor;
    const forms::FormState& m_state;
    const RecordType& m_type;
    int m_offset;
    std::vector<Hint> m_hints;
    Rows m_rows;
};

} // namespace

Rows formRows(const FamilyBook& book, OpenForm& form)
{
    Rows rows = Builder(book, form, form.editor, 0).rows();
    if (form.summary != nullptr) {
        // The shared summary stands first in the side column: it is what others will read.
        Builder summary(book, form, *form.summary, kSummaryKey);
        const Field* text = form.summary->form().type().field(std::string_view("summary"));
        if (text != nullptr)
            summary.add(*text);
        const Rows extra = summary.taken();
        auto at = std::find_if(rows.begin(), rows.end(),
                               [](const Row& row) { return row.values.value("column").toInt() == 2; });
        rows.insert(at, extra.begin(), extra.end());
    }
    return rows;
}

} // namespace lianxin::ui
