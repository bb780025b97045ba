// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_import.hpp"
#include "app/formimport/survey_types.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace lianxin::formimport {

namespace {

constexpr std::size_t kMaxGroups = 20;
constexpr std::uint32_t kLine = 200, kParagraph = 2000, kClock = 5; // characters of a text

bool isYes(const std::string& text)
{
    const auto low = lowered(text);
    return low == "yes" || low == "true" || low == "true()" || low == "1" || low == "required";
}
bool isNo(const std::string& text)
{
    const auto low = lowered(text);
    return low.empty() || low == "no" || low == "false" || low == "false()" || low == "0";
}

// "start=0 end=10 step=1"
std::optional<std::int64_t> parameter(const std::string& all, const std::string& key)
{
    const auto at = all.find(key + "=");
    if (at == std::string::npos)
        return std::nullopt;
    std::int64_t number = 0;
    const auto [rest, error] = std::from_chars(all.data() + at + key.size() + 1, all.data() + all.size(), number);
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

using UsedNames = std::map<std::string, unsigned>; // name -> how often it was wanted

std::string unusedName(UsedNames& used, const std::string& wanted)
{
    auto name = wanted;
    while (used.contains(name))
        name = wanted + "_" + std::to_string(++used[wanted]);
    used.emplace(name, 1);
    return name;
}

class SurveyReader {
public:
    SurveyReader(const FormTables& tables, ImportReport& report) : m_tables(tables), m_report(report) {}

    Result<FormDraft> run()
    {
        const auto setting = [&](const char* key) {
            const auto found = m_tables.settings.find(key);
            return found == m_tables.settings.end() ? std::string() : found->second;
        };
        auto id = setting("form_id");
        id = id.empty() ? setting("id_string") : id;
        const auto title = setting("form_title").empty() ? (id.empty() ? "form" : id) : setting("form_title");
        m_draft.name = catalogueName(id.empty() ? "form" : id);
        m_draft.title = {title, title, {}};
        m_draft.parts.push_back({0, {}, m_draft.name, m_draft.title, {}, {}});
        readLists();
        for (const auto& row : m_tables.survey)
            read(row);
        for (const auto& frame : m_frames)
            m_report.changed("survey", frame.row, "type", "this group or repeat has no end; it ends with the sheet");
        note(0);
        std::erase_if(m_draft.lists, [&](const DraftList& list) { return !m_usedLists.contains(list.original); });
        if (m_draft.places.empty())
            return fail(Errc::invalidInput, "no question of the survey could be taken\n" + m_report.text());
        return std::move(m_draft);
    }

private:
    struct Frame {
        unsigned row{0};
        bool repeat{false};
        Label label;
        std::string relevant;
        std::size_t partBefore{0};
    };

    void readLists()
    {
        std::map<std::string, std::set<std::string>> names;
        UsedNames taken;
        for (const auto& row : m_tables.choices) {
            auto* list = m_draft.list(row.list);
            if (list == nullptr) {
                const auto name = unusedName(taken, m_draft.name + "_" + catalogueName(row.list));
                m_draft.lists.push_back({name, row.list, {row.list, row.list, {}}, {}, {}});
                list = &m_draft.lists.back();
            }
            if (!names[row.list].insert(row.name).second) {
                m_report.notTaken("choices", row.row, "name", "the list has \"" + shortened(row.name) + "\" already");
                continue;
            }
            auto label = row.label;
            if (label.zh.empty())
                label.zh = label.en = row.name;
            std::map<std::string, std::string> data;
            for (const auto& [heading, text] : row.data)
                data.emplace(choiceColumn(heading), text);
            list->codes.push_back({row.row, 0, row.name, label, std::move(data)});
        }
        for (auto& list : m_draft.lists)
            numberCodes(list);
    }

    // Names that are numbers are the numbers; others are counted.
    static void numberCodes(DraftList& list)
    {
        const auto numberOf = [](const DraftCode& code) -> std::optional<std::uint32_t> {
            std::uint32_t number = 0;
            const auto* const end = code.name.data() + code.name.size();
            const auto [rest, error] = std::from_chars(code.name.data(), end, number);
            return error == std::errc() && rest == end && code.name.size() <= 7 && std::to_string(number) == code.name
                       ? std::optional(number)
                       : std::nullopt;
        };
        const bool numeric = std::all_of(list.codes.begin(), list.codes.end(),
                                         [&](const DraftCode& code) { return numberOf(code).has_value(); });
        std::uint32_t next = 1;
        for (auto& code : list.codes) {
            code.number = numeric ? *numberOf(code) : next++;
            if (!numeric)
                code.data.emplace("name", code.name);
        }
    }

    void read(const SurveyRow& row)
    {
        const auto type = surveyType(row);
        if (m_skip > 0) { // inside a repeat of a repeat
            m_skip += type.role == SurveyType::Role::beginRepeat ? 1
                      : type.role == SurveyType::Role::endRepeat ? -1
                                                                 : 0;
            return;
        }
        switch (type.role) {
        case SurveyType::Role::question: question(row, type); break;
        case SurveyType::Role::note:
            note(row.row);
            m_note = row.label;
            m_noteRow = row.row;
            break;
        case SurveyType::Role::beginGroup:
        case SurveyType::Role::beginRepeat: begin(row, type.role == SurveyType::Role::beginRepeat); break;
        case SurveyType::Role::endGroup:
        case SurveyType::Role::endRepeat: end(row, type.role == SurveyType::Role::endRepeat); break;
        case SurveyType::Role::fromTheWrite:
            m_report.changed("survey", row.row, "type", "\"" + row.type + "\" comes with each record by itself");
            break;
        case SurveyType::Role::notTaken: m_report.notTaken("survey", row.row, "type", type.reason); break;
        }
    }

    // The words of a note become the hint of the next question, when that has none.
    void note(unsigned nextRow)
    {
        if (!m_note.zh.empty())
            m_report.changed("survey", m_noteRow, "label",
                             nextRow == 0 ? "a note after which no question comes"
                                          : "a note whose words found no question without a hint");
        m_note = {};
    }

    void begin(const SurveyRow& row, bool repeat)
    {
        const bool nested = repeat && m_part != 0;
        if (nested || m_frames.size() >= kMaxGroups) {
            m_report.notTaken("survey", row.row, "type",
                              nested ? "a repeat inside a repeat, with its questions"
                                     : "more than 20 groups inside each other");
            m_skip = nested ? 1 : 0;
            if (nested)
                return;
        }
        m_frames.push_back({row.row, repeat, row.label, row.cell("relevant"), m_part});
        m_needsSection = true;
        if (!repeat)
            return;
        if (!row.cell("repeat_count").empty())
            m_report.notTaken("survey", row.row, "repeat_count", "people add as many rows as there are");
        const auto original = row.name.empty() ? "repeat" + std::to_string(row.row) : row.name;
        if (m_draft.repeats.contains(original) || m_draft.places.contains(original))
            m_report.notTaken("survey", row.row, "name",
                              "the name \"" + shortened(original) + "\" is taken already; expressions mean the first");
        auto label = row.label;
        if (label.zh.empty())
            label.zh = label.en = original;
        m_part = m_draft.parts.size();
        m_draft.repeats.emplace(original, m_part);
        m_draft.parts.push_back(
            {row.row, original, unique(m_draft.name + "_" + catalogueName(original)), label, {}, {}});
    }

    void end(const SurveyRow& row, bool repeat)
    {
        if (m_frames.empty() || m_frames.back().repeat != repeat) {
            m_report.notTaken("survey", row.row, "type", "an end without its begin");
            return;
        }
        m_part = m_frames.back().partBefore;
        m_frames.pop_back();
        m_needsSection = true;
    }

    std::string unique(const std::string& name) { return unusedName(m_names, name); }

    const std::string& section()
    {
        auto& sections = m_draft.parts[m_part].sections;
        if (m_needsSection || sections.empty()) {
            const auto& part = m_draft.parts[m_part];
            const bool grouped = !m_frames.empty() && !m_frames.back().label.zh.empty();
            sections.push_back(
                {"s" + std::to_string(sections.size() + 1), grouped ? m_frames.back().label : part.label});
        }
        m_needsSection = false;
        return sections.back().name;
    }

    void question(const SurveyRow& row, const SurveyType& type)
    {
        if (row.name.empty() || m_draft.places.contains(row.name) || m_draft.repeats.contains(row.name)) {
            m_report.notTaken("survey", row.row, "name",
                              row.name.empty() ? "the question has no name"
                                               : "the name \"" + shortened(row.name) + "\" is taken already");
            return;
        }
        if (!type.list.empty() && m_draft.list(type.list) == nullptr) {
            m_report.notTaken("survey", row.row, "type",
                              "there is no list \"" + shortened(type.list) + "\" on the sheet choices");
            return;
        }
        Question made;
        made.row = row.row;
        made.original = row.name;
        made.name = unique(catalogueName(row.name));
        if (made.name != row.name)
            m_report.changed("survey", row.row, "name",
                             "\"" + shortened(row.name) + "\" is called " + made.name + " here");
        made.label = row.label;
        made.hint = row.hint;
        made.constraintMessage = row.constraintMessage;
        made.kind = type.kind;
        made.list = type.list;
        made.calculated = type.calculated;
        made.hidden = type.hidden;
        words(made, row, type);
        rules(made, row, type);
        made.section = section();
        if (!type.list.empty())
            m_usedLists.insert(type.list);
        if (type.other)
            m_report.changed("survey", row.row, "type",
                             "or_other: add a choice for it, and a text question that is relevant then");
        m_draft.places.emplace(row.name, FormDraft::Place{m_part, m_draft.parts[m_part].questions.size()});
        m_draft.parts[m_part].questions.push_back(std::move(made));
    }

    void words(Question& made, const SurveyRow& row, const SurveyType& type)
    {
        if (made.label.zh.empty())
            made.label.zh = made.label.en = row.name;
        for (const auto* text : {&made.label.zh, &made.hint.zh})
            if (text->find("${") != std::string::npos)
                m_report.changed("survey", row.row, "label", "words with ${} are shown as written");
        if (!m_note.zh.empty() && made.hint.zh.empty() && !type.hidden) {
            made.hint = std::exchange(m_note, {});
        }
        if (made.kind != FieldKind::text)
            return;
        const bool many = row.cell("appearance").find("multiline") != std::string::npos;
        made.chars = type.time ? kClock : type.calculated || many ? kParagraph : kLine;
        if (const auto chars = parameter("n=" + row.cell("lianxin::chars"), "n");
            chars && *chars > 0 && *chars <= 20000)
            made.chars = static_cast<std::uint32_t>(*chars);
        if (type.time)
            m_report.changed("survey", row.row, "type", "a time is kept as a text, 08:30");
    }

    void rules(Question& made, const SurveyRow& row, const SurveyType& type)
    {
        for (const auto& frame : m_frames)
            if (!frame.relevant.empty())
                made.relevantSource.emplace_back(frame.row, frame.relevant);
        if (!row.cell("relevant").empty())
            made.relevantSource.emplace_back(row.row, row.cell("relevant"));
        made.constraintSource = row.cell("constraint");
        if (type.time && made.constraintSource.empty())
            made.constraint = "like(${" + made.name + "}, '##:##')";
        made.calculationSource = row.cell("calculation");
        made.filterSource = row.cell("choice_filter");
        made.defaultSource = row.cell("default");
        made.readOnly = isYes(row.cell("read_only"));
        const auto required = row.cell("required");
        made.required = isYes(required) && !type.hidden;
        if (!isYes(required) && !isNo(required))
            made.requiredSource = required;
        if (lowered(row.type).starts_with("range")) {
            made.min = parameter(row.cell("parameters"), "start");
            made.max = parameter(row.cell("parameters"), "end");
        }
    }

    const FormTables& m_tables;
    ImportReport& m_report;
    FormDraft m_draft;
    std::vector<Frame> m_frames;
    UsedNames m_names{{"in_form", 1}}; // of fields and repeats: one for all parts, so that nothing is mistaken
    std::set<std::string> m_usedLists;
    std::size_t m_part{0};
    int m_skip{0};
    bool m_needsSection{true};
    Label m_note;
    unsigned m_noteRow{0};
};

} // namespace

Result<FormDraft> readSurvey(const FormTables& tables, ImportReport& report)
{
    return SurveyReader(tables, report).run();
}

} // namespace lianxin::formimport
