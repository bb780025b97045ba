// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_import.hpp"

#include "sync/model/json.hpp"

#include <algorithm>
#include <sstream>

namespace lianxin::formimport {

namespace {

std::string quoted(std::string_view text)
{
    std::string out;
    appendCanonicalString(out, text);
    return out;
}

std::string labels(const Label& label, const char* zh = "zh", const char* en = "en")
{
    return std::string("\"") + zh + "\": " + quoted(label.zh) + ", \"" + en + "\": " + quoted(label.en);
}

std::string nameList(const std::string& commas)
{
    std::string out;
    std::istringstream stream(commas);
    for (std::string word; std::getline(stream, word, ',');)
        if (const auto name = trimmed(word); !name.empty())
            out += (out.empty() ? "" : ", ") + quoted(name);
    return "[" + out + "]";
}

std::string_view kindWord(FieldKind kind)
{
    switch (kind) {
    case FieldKind::integer: return "integer";
    case FieldKind::boolean: return "boolean";
    case FieldKind::money: return "money";
    case FieldKind::date: return "date";
    case FieldKind::timestamp: return "timestamp";
    case FieldKind::code: return "code";
    case FieldKind::codeSet: return "codeSet";
    case FieldKind::place: return "place";
    default: return "text";
    }
}

class Writer {
public:
    Writer(const FormDraft& draft, const ImportOptions& options, ImportReport& report)
        : m_draft(draft), m_options(options), m_report(report)
    {}

    std::map<std::string, std::string> run()
    {
        std::map<std::string, std::string> files;
        for (std::size_t part = 0; part < m_draft.parts.size(); ++part)
            if (!m_draft.parts[part].questions.empty())
                files["catalogue/" + m_draft.parts[part].name + ".json"] = type(part);
            else if (part > 0)
                m_report.notTaken("survey", m_draft.parts[part].row, "type",
                                  "a repeat without a question that could be taken");
        for (const auto& list : m_draft.lists)
            files["codes/" + list.name + ".json"] = codes(list);
        return files;
    }

private:
    std::string type(std::size_t part)
    {
        const auto& form = m_draft.parts[part];
        const auto& main = m_draft.parts.front();
        const bool ownRoot = m_options.root.empty();
        std::string out = "{\n \"number\": " + std::to_string(m_options.firstType + part) +
                          ", \"name\": " + quoted(form.name) + ", " + labels(form.label) + ",\n";
        if (ownRoot && part == 0)
            out += " \"scope\": \"area\",\n";
        else
            out += " \"root\": [" + quoted(ownRoot ? main.name : m_options.root) + "],\n";
        if (part > 0 && !ownRoot)
            out += " \"parent\": {\"type\": " + quoted(main.name) + ", \"field\": \"in_form\"},\n";
        out += " \"merge\": \"registers\", \"sensitivity\": " + std::to_string(m_options.level) + ",\n";
        out += " \"readers\": " + nameList(m_options.readers) + ", \"writers\": " + nameList(m_options.writers) + ",\n";
        out += " \"sections\": [\n" + sections(part) + " ],\n \"fields\": [\n";
        auto number = m_options.firstField;
        if (part > 0 && !ownRoot)
            out += "  {\"number\": " + std::to_string(number++) + ", \"name\": \"in_form\", " + labels(main.label) +
                   ", \"kind\": \"ref\", \"ref\": " + quoted(main.name) +
                   ", \"level\": " + std::to_string(std::min(1, m_options.level)) +
                   ", \"required\": \"always\", \"control\": \"hidden\"},\n";
        for (std::size_t i = 0; i < form.questions.size(); ++i)
            out += "  " + field(form.questions[i], number++) + (i + 1 < form.questions.size() ? ",\n" : "\n");
        return out + " ]\n}\n";
    }

    // The form shows its repeats, each in a section after its own.
    std::string sections(std::size_t part)
    {
        std::string out;
        const auto add = [&](const std::string& name, const Label& label, const std::string& rows) {
            out += (out.empty() ? "  " : ",\n  ") + ("{\"name\": " + quoted(name)) + ", " + labels(label) +
                   (rows.empty() ? "" : ", \"rows\": " + quoted(rows)) + "}";
        };
        for (const auto& section : m_draft.parts[part].sections)
            add(section.name, section.label, {});
        for (std::size_t other = 1; part == 0 && other < m_draft.parts.size(); ++other)
            if (const auto& repeat = m_draft.parts[other]; !repeat.questions.empty())
                add(repeat.name, repeat.label, repeat.name);
        return out + "\n";
    }

    std::string field(const Question& question, std::uint32_t number)
    {
        std::string out = "{\"number\": " + std::to_string(number) + ", \"name\": " + quoted(question.name) + ", " +
                          labels(question.label);
        const auto add = [&](const std::string& key, const std::string& value) {
            if (!value.empty())
                out += ", \"" + key + "\": " + value;
        };
        const auto text = [&](const std::string& value) { return value.empty() ? std::string() : quoted(value); };
        if (!question.hint.zh.empty())
            out += ", " + labels(question.hint, "hintZh", "hintEn");
        add("kind", quoted(kindWord(question.kind)));
        add("level", std::to_string(m_options.level));
        add("section", quoted(question.section));
        if (const auto* list = question.list.empty() ? nullptr : m_draft.list(question.list))
            add("codes", quoted(list->name));
        if (question.kind == FieldKind::text)
            add("chars", std::to_string(question.chars));
        if (question.min && (!question.max || *question.min <= *question.max))
            add("min", std::to_string(*question.min));
        if (question.max && (!question.min || *question.min <= *question.max))
            add("max", std::to_string(*question.max));
        add("required", question.required && question.computed.empty() ? "\"submit\"" : "");
        add("requiredWhen", text(question.requiredWhen));
        add("relevantWhen", text(question.relevant));
        add("computed", text(question.computed));
        add("constraint", text(question.constraint));
        if (!question.constraint.empty() && !question.constraintMessage.zh.empty())
            out += ", " + labels(question.constraintMessage, "constraintZh", "constraintEn");
        add("choiceFilter", text(question.choiceFilter));
        add("default", question.defaultJson);
        if (!question.defaultExpression.empty())
            add("default", "{\"expression\": " + quoted(question.defaultExpression) + "}");
        add("readOnly", question.readOnly && question.computed.empty() ? "true" : "");
        add("control", question.hidden ? "\"hidden\"" : "");
        return out + "}";
    }

    static std::string codes(const DraftList& list)
    {
        std::string out = "{\n \"name\": " + quoted(list.name) + ", " + labels(list.label) + ",\n \"codes\": [\n";
        for (std::size_t i = 0; i < list.codes.size(); ++i) {
            const auto& code = list.codes[i];
            out += "  {\"number\": " + std::to_string(code.number) + ", " + labels(code.label) + data(list, code) +
                   "}" + (i + 1 < list.codes.size() ? ",\n" : "\n");
        }
        return out + " ]\n}\n";
    }

    // Columns that name another list hold its numbers by now.
    static std::string data(const DraftList& list, const DraftCode& code)
    {
        std::string out;
        for (const auto& [name, text] : code.data)
            out += (out.empty() ? "" : ", ") + quoted(name) + ": " +
                   (list.columnLists.contains(name) ? text : quoted(text));
        return out.empty() ? out : ", \"data\": {" + out + "}";
    }

    const FormDraft& m_draft;
    const ImportOptions& m_options;
    ImportReport& m_report;
};

} // namespace

std::map<std::string, std::string> writeForm(const FormDraft& draft, const ImportOptions& options, ImportReport& report)
{
    return Writer(draft, options, report).run();
}

Result<ImportedForm> importForm(std::string_view bytes, const ImportOptions& options)
{
    ImportedForm form;
    LIANXIN_TRY(const auto book, readWorkbook(bytes, form.report));
    LIANXIN_TRY(const auto tables, readTables(book, form.report));
    ImportOptions wanted = options;
    const auto setting = [&](const char* key, std::string& value) {
        if (const auto found = tables.settings.find(key); found != tables.settings.end())
            value = found->second == "none" ? std::string() : found->second;
    };
    setting("lianxin::root", wanted.root);
    setting("lianxin::readers", wanted.readers);
    setting("lianxin::writers", wanted.writers);
    LIANXIN_TRY(auto draft, readSurvey(tables, form.report));
    translateRules(draft, form.report);
    for (const auto& part : draft.parts)
        form.questions += part.questions.size();
    if (draft.parts.front().questions.empty())
        return fail(Errc::invalidInput, "no question outside repeats could be taken\n" + form.report.text());
    form.files = writeForm(draft, wanted, form.report);
    return form;
}

} // namespace lianxin::formimport
