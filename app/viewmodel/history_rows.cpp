// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/history_rows.hpp"

#include "app/viewmodel/conflict_sides.hpp"
#include "app/viewmodel/record_lines.hpp"
#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <map>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HistoryRows)
};

constexpr std::size_t kMostEntries = 40;
constexpr std::size_t kMostSteps = 12;

struct Step {
    core::Head head;
    std::string element;
    QString why;
    bool current{false};
    bool beside{false}; // stood beside another one, which was chosen
};

struct Entry {
    QString id, label;
    std::vector<Step> steps;
    core::Hlc latest{0};
};

// Of a record what has a history: one entry for each single register, and one for each set with all its elements.
class Reader {
public:
    Reader(const Desk& desk, const RecordType& type, const store::RecordView& view)
        : m_desk(desk), m_type(type), m_view(view)
    {}

    void read()
    {
        const auto past = m_desk.store().pastValues(m_view.record);
        if (past)
            for (const auto& value : *past)
                add(value.key, {value.head, value.key.element, qs(value.why), false, value.beside}, true);
        for (const auto& reg : m_view.registers) {
            for (const auto& head : reg.heads)
                add(reg.key, {head, reg.key.element, whyOf(reg, head.dot), true, false}, false);
            if (reg.note && reg.note->before)
                add(reg.key, {*reg.note->before, reg.key.element, {}, false, false}, true);
        }
    }

    void take(std::vector<Entry>& entries, const QString& whose) const
    {
        for (const auto& [number, found] : m_found) {
            const bool isEnd = number == kLifeRegister && m_view.life != store::Life::active;
            if ((!found.before && !isEnd) || isSecret(number))
                continue;
            Entry entry{idText(m_view.record) + QLatin1Char('/') + QString::number(number),
                        registerLabel(m_desk, m_type, {number, {}}), found.steps, 0};
            if (!whose.isEmpty())
                entry.label = Words::tr("%1: %2", "whose and what").arg(whose, entry.label);
            std::ranges::stable_sort(entry.steps, std::greater(),
                                     [](const Step& step) { return std::pair(step.current, step.head.hlc); });
            entry.latest = entry.steps.front().head.hlc;
            entries.push_back(std::move(entry));
        }
    }

    [[nodiscard]] QString text(const Step& step, std::uint32_t number) const
    {
        if (step.element.empty())
            return registerText(m_desk, m_type, {number, {}}, step.head.value);
        const QString what = elementText(number, step.element);
        return step.head.value.isTrue() ? Words::tr("added: %1").arg(what) : Words::tr("taken out: %1").arg(what);
    }

private:
    struct Found {
        std::vector<Step> steps;
        bool before{false}; // something was there before
    };

    void add(const RegisterKey& key, Step step, bool before)
    {
        if (key.number == kLocationRegister)
            return;
        Found& found = m_found[key.number];
        // A value that came back lies in the past as well.
        if (std::ranges::any_of(found.steps, [&](const Step& one) {
                return one.head.dot == step.head.dot && one.element == step.element && one.current == step.current;
            }))
            return;
        if (step.current)
            std::erase_if(found.steps, [&](const Step& one) {
                return one.head.dot == step.head.dot && one.element == step.element;
            });
        found.before = found.before || before;
        found.steps.push_back(std::move(step));
    }

    [[nodiscard]] bool isSecret(std::uint32_t number) const
    {
        if (number == kLifeRegister)
            return false;
        const Field* field = m_type.field(number);
        const bool known = field != nullptr || m_type.group(number) != nullptr;
        return !known || (field != nullptr && (field->sealed || field->control == "hidden"));
    }

    [[nodiscard]] QString elementText(std::uint32_t number, const std::string& element) const
    {
        const Field* field = m_type.field(number);
        if (field == nullptr)
            return {};
        if (field->kind == FieldKind::codeSet) {
            std::int64_t code = 0;
            std::from_chars(element.data(), element.data() + element.size(), code);
            return m_desk.codeLabel(field->codeList, code);
        }
        const auto id = RecordId::parse(element);
        return id ? recordName(m_desk, *id) : QString();
    }

    static QString whyOf(const store::RegisterView& reg, const Dot& dot)
    {
        if (reg.note)
            for (const auto& [whose, words] : reg.note->whys)
                if (whose == dot)
                    return qs(words);
        return {};
    }

    const Desk& m_desk;
    const RecordType& m_type;
    const store::RecordView& m_view;
    std::map<std::uint32_t, Found> m_found;
};

Row stepRow(const Desk& desk, const Entry& entry, std::size_t at, const QString& value, const QString& older,
            bool isLife)
{
    const Step& step = entry.steps[at];
    const auto current =
        std::ranges::count_if(entry.steps, [&](const Step& one) { return one.current && one.element == step.element; });
    QString tag;
    if (isLife) // its words say it
        tag.clear();
    else if (step.element.empty() && step.current)
        tag = current > 1 ? Words::tr("One of two, not decided yet") : Words::tr("In use now");
    else if (step.beside)
        tag = Words::tr("Not chosen");
    else if (!older.isNull() && older == value)
        tag = Words::tr("Looked at and kept");
    return {
        {"stepId", QString::number(at)},
        {"value", value.isEmpty() ? Words::tr("nothing written") : value},
        {"line", Words::tr("%1, %2", "who and when")
                     .arg(writerName(desk, step.head.user), momentText(desk.writtenAt(step.head.hlc), desk.today()))},
        {"why", step.why},
        {"tag", tag},
        {"current", step.element.empty() && step.current}};
}

} // namespace

Roles historyRoles()
{
    return {
        {"entryId"},
        {"label"},
        {"steps", {}, {Role("stepId"), Role("value"), Role("line"), Role("why"), Role("tag"), Role("current", false)}}};
}

Rows historyRows(const Desk& desk, const store::RecordView& record, const std::vector<store::RecordView>& besides)
{
    struct Read {
        Entry entry;
        std::shared_ptr<Reader> reader;
    };
    std::vector<Read> all;
    const auto read = [&](const store::RecordView& view, bool isItself) {
        const RecordType* type = desk.catalogue().type(view.type);
        if (type == nullptr || !desk.mayRead(*type) || type->envelope)
            return;
        auto reader = std::make_shared<Reader>(desk, *type, view);
        reader->read();
        const auto told = isItself ? RecordLine{} : recordLine(desk, view);
        std::vector<Entry> entries;
        reader->take(entries, isItself ? QString() : dotted({told.heading, told.line.section(QChar(0xB7), 0, 0)}));
        for (auto& entry : entries)
            all.push_back({std::move(entry), reader});
    };
    read(record, true);
    for (const auto& view : besides)
        if (view.record != record.record)
            read(view, false);
    std::ranges::stable_sort(all, std::greater(), [](const Read& one) { return one.entry.latest; });
    Rows rows;
    for (const auto& [entry, reader] : all) {
        if (rows.size() == kMostEntries)
            break;
        const auto number = entry.id.section(QLatin1Char('/'), 1).toUInt();
        Rows steps;
        for (std::size_t i = 0; i < std::min(entry.steps.size(), kMostSteps); ++i)
            steps.push_back(stepRow(desk, entry, i, reader->text(entry.steps[i], number),
                                    i + 1 < entry.steps.size() ? reader->text(entry.steps[i + 1], number) : QString(),
                                    number == kLifeRegister));
        Row row{{"entryId", entry.id}, {"label", entry.label}};
        row.list("steps", std::move(steps));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace lianxin::ui
