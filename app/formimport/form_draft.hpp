// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formimport/form_tables.hpp"
#include "sync/model/catalogue.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::formimport {

// A form on its way into the catalogue: what the importer fills and the writer writes. Expressions are texts of EXPRESSIONS.md.
struct DraftCode {
    unsigned row{0};
    std::uint32_t number{0};
    std::string name; // as the form says it
    Label label;
    std::map<std::string, std::string> data;
};

struct DraftList {
    std::string name;     // in the catalogue
    std::string original; // list_name
    Label label;
    std::vector<DraftCode> codes;
    std::map<std::string, std::string>
        columnLists; // a column whose words are choices of another list: its original name

    [[nodiscard]] const DraftCode* named(std::string_view code) const;
};

struct Question {
    unsigned row{0};
    std::string original; // name in the form
    std::string name;     // in the catalogue
    Label label;
    Label hint;
    FieldKind kind{FieldKind::text};
    bool calculated{false};
    std::string list; // original name of the choice list
    std::uint32_t chars{0};
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    std::string section;
    bool readOnly{false};
    bool hidden{false};
    bool required{false};
    // XPath as written, each with the column it stood in; relevance of groups around it comes first.
    std::vector<std::pair<unsigned, std::string>> relevantSource; // row, text
    std::string requiredSource, constraintSource, calculationSource, filterSource, defaultSource;
    Label constraintMessage;
    // In our language.
    std::string relevant, requiredWhen, constraint, computed, choiceFilter, defaultExpression;
    std::string defaultJson; // a whole "default" value: {"value": 3} or {"from": "today"}
};

struct Part { // the form itself, or a repeat
    unsigned row{0};
    std::string original;
    std::string name; // of the record type
    Label label;
    struct Section {
        std::string name;
        Label label;
    };
    std::vector<Section> sections;
    std::vector<Question> questions;
};

struct FormDraft {
    std::string name;
    Label title;
    std::vector<Part> parts; // the form first, then its repeats
    std::vector<DraftList> lists;

    struct Place {
        std::size_t part{0};
        std::size_t question{0};
    };
    std::map<std::string, Place, std::less<>> places;        // by original name
    std::map<std::string, std::size_t, std::less<>> repeats; // original name -> part

    [[nodiscard]] const Question* question(std::string_view original) const;
    [[nodiscard]] const DraftList* list(std::string_view original) const;
    [[nodiscard]] DraftList* list(std::string_view original);
};

// Lower case letters, digits, '_', beginning with a letter.
[[nodiscard]] std::string catalogueName(std::string_view original);
[[nodiscard]] std::string
choiceColumn(std::string_view heading); // as a member of the code's data; "number" is the code's own
[[nodiscard]] DatumKind datumKindOf(FieldKind kind);

// What names mean in each part: own fields, those of the form as parent.x inside a repeat, rows.x in the form. Kept up to date while
// the kinds of calculations become known.
class DraftScopes {
public:
    explicit DraftScopes(const FormDraft& draft);
    [[nodiscard]] const FieldScope& of(std::size_t part) const { return m_scopes[part]; }
    void know(const FormDraft& draft, FormDraft::Place place);

private:
    std::vector<FieldScope> m_scopes;
};

} // namespace lianxin::formimport
