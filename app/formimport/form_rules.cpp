// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_import.hpp"
#include "app/formimport/xpath.hpp"

#include "sync/model/dependency_graph.hpp"
#include "sync/model/expression.hpp"
#include "sync/model/json.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

namespace lianxin::formimport {

namespace {

constexpr int kMaxRounds = 50; // circles that are looked for one by one

class RuleTranslator {
public:
    RuleTranslator(FormDraft& draft, ImportReport& report) : m_draft(draft), m_report(report), m_scopes(draft) {}

    void run()
    {
        calculations();
        learnColumns();
        for (auto& list : m_draft.lists)
            numberColumns(list);
        for (std::size_t part = 0; part < m_draft.parts.size(); ++part)
            for (auto& question : m_draft.parts[part].questions)
                if (isTaken(question))
                    rules(part, question);
        for (std::size_t part = 0; part < m_draft.parts.size(); ++part)
            settleCircles(m_draft.parts[part]);
        for (auto& part : m_draft.parts)
            std::erase_if(part.questions, [&](const Question& question) { return !isTaken(question); });
    }

private:
    [[nodiscard]] bool isTaken(const Question& question) const { return m_draft.places.contains(question.original); }

    Translated translate(const std::string& source, std::size_t part, const Question& question, unsigned row,
                         const char* column, DatumKind wanted, const DraftList* choices = nullptr)
    {
        XPathContext context{&m_draft, part, &m_scopes, &question, choices};
        auto done = translateXPath(source, context, wanted);
        if (!done) {
            m_report.notTaken("survey", row, column, done.error().detail);
            return {};
        }
        for (const auto& note : done->notes)
            m_report.changed("survey", row, column, note);
        return std::move(*done);
    }

    // Which columns of choices name other lists must be known before any filter is written: a column is one or the other.
    void learnColumns()
    {
        for (std::size_t part = 0; part < m_draft.parts.size(); ++part)
            for (const auto& question : m_draft.parts[part].questions)
                if (const auto* list =
                        question.list.empty() || question.filterSource.empty() ? nullptr : m_draft.list(question.list);
                    list != nullptr && isTaken(question))
                    (void)translateXPath(question.filterSource, {&m_draft, part, &m_scopes, &question, list},
                                         DatumKind::boolean);
    }

    // The words of such a column become the numbers of the other list; a word that it does not have goes.
    void numberColumns(DraftList& list)
    {
        for (const auto& [column, other] : list.columnLists)
            for (auto& code : list.codes) {
                const auto word = code.data.find(column);
                if (word == code.data.end())
                    continue;
                const auto* target = m_draft.list(other)->named(word->second);
                if (target != nullptr) {
                    word->second = std::to_string(target->number);
                    continue;
                }
                m_report.notTaken("choices", code.row, column,
                                  "the list " + other + " has no choice \"" + shortened(word->second) + "\"");
                code.data.erase(word);
            }
    }

    // Calculations in the order in which they need each other, because each one's kind follows from what it is computed from.
    void calculations()
    {
        std::vector<FormDraft::Place> places;
        std::map<std::string, std::uint32_t> numbers;
        for (const auto& [original, place] : m_draft.places)
            if (m_draft.question(original)->calculated) {
                numbers.emplace(original, static_cast<std::uint32_t>(places.size()));
                places.push_back(place);
            }
        DependencyGraph::Needs needs;
        for (const auto& [original, number] : numbers) {
            needs.try_emplace(number);
            for (const auto& name : xpathNames(m_draft.question(original)->calculationSource))
                if (const auto other = numbers.find(name); other != numbers.end())
                    needs[number].insert(other->second);
        }
        DependencyGraph graph(needs);
        for (int round = 0; !graph.cycle().empty(); ++round) {
            auto circle = graph.cycle();
            if (round == kMaxRounds) // a file made to annoy: no calculation of it is worth the search
                for (circle.clear(); const auto& [number, others] : needs)
                    circle.push_back(number);
            for (const auto number : circle) {
                drop(places[number], "calculation", "calculations that need each other in a circle");
                needs.erase(number);
                for (auto& [node, others] : needs)
                    others.erase(number);
            }
            graph = DependencyGraph(needs);
        }
        for (const auto number : graph.order())
            calculate(places[number]);
    }

    void drop(FormDraft::Place place, const char* column, const std::string& why)
    {
        const auto& question = m_draft.parts[place.part].questions[place.question];
        m_report.notTaken("survey", question.row, column, why);
        m_draft.places.erase(question.original);
    }

    void calculate(FormDraft::Place place)
    {
        auto& question = m_draft.parts[place.part].questions[place.question];
        if (question.calculationSource.empty()) {
            drop(place, "calculation", "a calculation without an expression");
            return;
        }
        const auto done =
            translate(question.calculationSource, place.part, question, question.row, "calculation", DatumKind::none);
        const auto kind = fieldKind(done.kind);
        if (done.text.empty() || !kind) {
            if (done.text.empty())
                m_draft.places.erase(question.original);
            else
                drop(place, "calculation",
                     "it computes " + std::string(datumKindName(done.kind)) + ", which no field holds");
            return;
        }
        question.kind = *kind;
        question.computed = done.text;
        m_scopes.know(m_draft, place);
    }

    static std::optional<FieldKind> fieldKind(DatumKind kind)
    {
        switch (kind) {
        case DatumKind::boolean: return FieldKind::boolean;
        case DatumKind::integer: return FieldKind::integer;
        case DatumKind::text: return FieldKind::text;
        case DatumKind::date: return FieldKind::date;
        case DatumKind::timestamp: return FieldKind::timestamp;
        default: return std::nullopt;
        }
    }

    void rules(std::size_t part, Question& question)
    {
        for (const auto& [row, source] : question.relevantSource)
            if (const auto done = translate(source, part, question, row, "relevant", DatumKind::boolean);
                !done.text.empty())
                question.relevant =
                    question.relevant.empty() ? done.text : "(" + question.relevant + ") and (" + done.text + ")";
        if (!question.relevant.empty())
            question.relevant = canonical(question.relevant, question.row);
        if (!question.requiredSource.empty() && !question.calculated)
            question.requiredWhen =
                translate(question.requiredSource, part, question, question.row, "required", DatumKind::boolean).text;
        if (!question.constraintSource.empty())
            question.constraint =
                translate(question.constraintSource, part, question, question.row, "constraint", DatumKind::boolean)
                    .text;
        if (!question.filterSource.empty()) {
            const auto* list = question.list.empty() ? nullptr : m_draft.list(question.list);
            if (list == nullptr)
                m_report.notTaken("survey", question.row, "choice_filter", "a filter at a question without choices");
            else
                question.choiceFilter = translate(question.filterSource, part, question, question.row, "choice_filter",
                                                  DatumKind::boolean, list)
                                            .text;
        }
        if (question.calculated)
            return;
        if (!question.calculationSource.empty())
            m_report.notTaken("survey", question.row, "calculation",
                              "a calculation at a question that people answer; make it a calculate row");
        if (!question.defaultSource.empty())
            defaults(part, question);
    }

    std::string canonical(const std::string& text, unsigned row)
    {
        const auto parsed = Expression::parse(text);
        if (parsed)
            return parsed->text();
        m_report.notTaken("survey", row, "relevant",
                          "with the groups around it the expression is too long: " + parsed.error().detail);
        return {};
    }

    void defaults(std::size_t part, Question& question)
    {
        const auto& source = question.defaultSource;
        const auto low = lowered(source);
        if (question.kind == FieldKind::date && low == "today()")
            question.defaultJson = R"({"from": "today"})";
        else if (question.kind == FieldKind::timestamp && (low == "now()" || low == "today()"))
            question.defaultJson = R"({"from": "now"})";
        else if (source.find("${") != std::string::npos || source.find('(') != std::string::npos)
            question.defaultExpression = expressionDefault(part, question);
        else if (const auto value = literal(question); !value.isNull())
            question.defaultJson = "{\"value\": " + value.canonical() + "}";
        else
            m_report.notTaken("survey", question.row, "default",
                              "\"" + shortened(source) + "\" is no value of this question");
    }

    std::string expressionDefault(std::size_t part, const Question& question)
    {
        const auto done = translate(question.defaultSource, part, question, question.row, "default", DatumKind::none);
        if (done.text.empty() || done.kind == datumKindOf(question.kind))
            return done.text;
        m_report.notTaken("survey", question.row, "default",
                          "it computes " + std::string(datumKindName(done.kind)) + " for a question of another kind");
        return {};
    }

    [[nodiscard]] Value literal(const Question& question) const
    {
        const auto& text = question.defaultSource;
        const auto* list = question.list.empty() ? nullptr : m_draft.list(question.list);
        std::int64_t number = 0;
        const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool whole = error == std::errc() && rest == text.data() + text.size();
        switch (question.kind) {
        case FieldKind::integer: return whole ? Value::fromInt(number) : Value::null();
        case FieldKind::text: return Value::fromText(text);
        case FieldKind::boolean:
            return lowered(text) == "ok" || lowered(text) == "true" ? Value::fromBool(true) : Value::null();
        case FieldKind::date: return PartialDate::parse(text) ? Value::fromText(text) : Value::null();
        case FieldKind::code: {
            const auto* code = list != nullptr ? list->named(text) : nullptr;
            return code != nullptr ? Value::fromInt(code->number) : Value::null();
        }
        case FieldKind::codeSet: {
            std::vector<std::int64_t> numbers;
            std::istringstream words(text);
            for (std::string word; words >> word;)
                if (const auto* code = list != nullptr ? list->named(word) : nullptr)
                    numbers.push_back(code->number);
            std::sort(numbers.begin(), numbers.end());
            numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
            return valueOf(numbers);
        }
        default: return Value::null();
        }
    }

    // A question whose relevance comes round to itself: the relevance goes, the question stays.
    void settleCircles(Part& part)
    {
        std::map<std::string, std::uint32_t> numbers;
        for (std::size_t i = 0; i < part.questions.size(); ++i)
            if (isTaken(part.questions[i]))
                numbers.emplace(part.questions[i].name, static_cast<std::uint32_t>(i));
        DependencyGraph::Needs needs;
        const auto look = [&](std::uint32_t node, const std::string& text) {
            if (const auto parsed = Expression::parse(text))
                for (const auto& name : parsed->names())
                    if (const auto other = numbers.find(name.name); name.scope.empty() && other != numbers.end())
                        needs[node].insert(other->second);
        };
        const auto lookAt = [&](std::uint32_t node) {
            needs[node].clear();
            look(node, part.questions[node].relevant);
            look(node, part.questions[node].computed);
        };
        for (const auto& [name, node] : numbers)
            lookAt(node);
        int round = 0;
        for (DependencyGraph graph(needs); !graph.cycle().empty(); graph = DependencyGraph(needs)) {
            const auto& cycle = graph.cycle();
            if (++round > kMaxRounds) {
                m_report.notTaken("survey", part.row, "relevant",
                                  "there are too many circles; every question is asked always");
                for (auto& question : part.questions)
                    question.relevant.clear();
                return; // calculations have no circle of their own any more
            }
            const auto found = std::find_if(cycle.begin(), cycle.end(),
                                            [&](std::uint32_t node) { return !part.questions[node].relevant.empty(); });
            auto& question = part.questions[found == cycle.end() ? cycle.front() : *found];
            m_report.notTaken("survey", question.row, "relevant", "whether it is asked depends on itself in a circle");
            question.relevant.clear();
            if (found == cycle.end())
                question.computed.clear();
            lookAt(found == cycle.end() ? cycle.front() : *found);
        }
    }

    FormDraft& m_draft;
    ImportReport& m_report;
    DraftScopes m_scopes;
};

} // namespace

void translateRules(FormDraft& draft, ImportReport& report) { RuleTranslator(draft, report).run(); }

} // namespace lianxin::formimport
