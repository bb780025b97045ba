// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/code_list.hpp"
#include "sync/model/dependency_graph.hpp"
#include "sync/model/error.hpp"
#include "sync/model/expression_scope.hpp"
#include "sync/model/role.hpp"
#include "sync/model/states.hpp"
#include "sync/model/value.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// The catalogue describes every record type once, as data; assets/catalogue/SCHEMA.md is the description of the files and
// of every member below. Forms, validation, storage, merge, permissions, search and timelines read these structures.
namespace lianxin {

enum class FieldKind : std::uint8_t {
    text,
    integer,
    boolean,
    money,
    date,
    timestamp,
    code,
    codeSet,
    ref,
    refSet,
    place,
    envelope
};
enum class Required : std::uint8_t { never, submit, always };
enum class RecordScope : std::uint8_t { directory, area, counselCase };
enum class MergeKind : std::uint8_t { registers, append };
enum class SearchKind : std::uint8_t { none, name, phone, place, number };
enum class DefaultFrom : std::uint8_t {
    none,
    literal,
    now,
    today,
    currentUser,
    rootArea,
    targets,
    task,
    last,
    next,
    supervisor,
    parameter,
    expression
};
enum class TextFormat : std::uint8_t {
    none,
    phone,
    mobile,
    idNumber,
    disabilityCard,
    division,
    householdNumber,
    creditCode,
    base64url
};
[[nodiscard]] std::string_view fieldKindWord(FieldKind kind);     // as in the files: "codeSet"
[[nodiscard]] std::string_view textFormatWord(TextFormat format); // "" for none

// Who may: `author` narrows the right to records that the person wrote. Deny by default.
struct AccessRule {
    Role role{Role::VW};
    bool authorOnly{false};
};

// Codes that a form offers while a condition holds; the first match counts, no match offers the whole list.
struct Choice {
    std::vector<std::uint32_t> codes;
    std::optional<BoundExpression> when;
};

struct Field {
    std::uint32_t number{0};
    std::string name;
    Label label;
    Label hint; // one line under the label; may be empty
    FieldKind kind{FieldKind::text};
    std::string codeList;            // code, codeSet
    std::string refType;             // ref, refSet; "*" any type, a type that comes later is an opaque id
    std::uint32_t maxLength{0};      // text: code points
    std::optional<std::int64_t> min; // integer, money, timestamp (ms); hints only
    std::optional<std::int64_t> max;
    std::optional<int> daysBack;  // date, timestamp: hint when further back than this many days
    std::optional<int> daysAhead; // hint when further ahead; 0 = not in the future
    std::uint32_t notBefore{0};   // date, timestamp: another field of the record that must not come later
    std::uint32_t idBirth{0};     // idNumber: the date field it should agree with
    std::uint32_t idSex{0};       // idNumber: the code field it should agree with
    Label unit;                   // the word after the number, empty for none
    Required required{Required::never};
    // Rules, written as JSON conditions or in the language of EXPRESSIONS.md.
    std::optional<BoundExpression> requiredWhen; // needed at submit while it holds
    std::optional<BoundExpression> relevantWhen; // shown and kept only while it holds
    std::optional<BoundExpression> computed;     // the value; the field is then read-only
    std::optional<BoundExpression> constraint;   // a hint when it is false; never blocks saving
    Label constraintHint;                        // what the hint says; may be empty
    std::optional<BoundExpression> choiceFilter; // code, codeSet: codes to offer, by their data
    std::uint32_t group{0};                      // 0 = a register of its own
    int sensitivity{1};                          // 0..4, domain 2.0
    SearchKind search{SearchKind::none};
    TextFormat format{TextFormat::none};
    bool sealed{false};   // lives inside the type's envelope register, never in one of its own
    bool retired{false};  // kept for old records, shown only when filled
    bool readOnly{false}; // given by the server or a rule, never typed
    DefaultFrom defaultFrom{DefaultFrom::none};
    Value defaultValue;                               // literal
    std::string parameter;                            // parameter: its name (parameters.hpp)
    std::optional<BoundExpression> defaultExpression; // expression: once, when the form is opened for a new record
    std::string section;
    bool quick{true}; // false in sections that start folded
    std::string
        control; // options chips text longText date dateTime phone number money toggle place picker people division hidden
    std::vector<Label> suggestions; // texts that one touch appends
    std::vector<Choice> choices;

    [[nodiscard]] bool isSet() const { return kind == FieldKind::codeSet || kind == FieldKind::refSet; }
    // The register that carries it: the group, or itself. 0 if sealed.
    [[nodiscard]] std::uint32_t registerNumber() const { return sealed ? 0 : group != 0 ? group : number; }
};

// Fields that only make sense together: one register, an object {"<field number>": value}.
struct Group {
    std::uint32_t number{0};
    std::string name;
    Label label;
    std::vector<std::uint32_t> fields;
};

struct Section {
    std::string name;
    Label label;
    bool folded{false};
    std::vector<std::uint32_t> fields; // in the order of the form
    std::string rows;                  // child type whose records stand here as rows, after the fields; "" = none
    std::uint32_t rowType{0};          // its number
};

struct Timeline {
    std::uint32_t at{0};                // date or timestamp field that places the record in time
    std::vector<std::uint32_t> summary; // fields whose text makes the line, in order
    std::string tint;                   // green, blue, neutral
};

// Recipients are words that seal and the composition root resolve to keys: author, counsellor, supervisor, escrow,
// counsellorElseSupervisor.
struct EnvelopeRule {
    std::uint32_t number{0};
    std::map<std::string, std::vector<std::string>> recipients; // root type -> recipients
};

// A day of a family's record that is easily forgotten. From `before` days ahead of it until `after` days behind it, while `when` holds, whoever
// looks after the family is told.
struct Reminder {
    std::uint32_t number{0}; // permanent within its type: ids of tasks are made of it
    Label label;             // what is due
    int before{0};
    int after{0};
    std::optional<BoundExpression> on;   // a date; none known: nothing to remind of
    std::optional<BoundExpression> when; // always, without one
};

struct RecordType {
    std::uint32_t number{0};
    std::string name;
    Label label;
    std::string icon;
    int pillar{0};                        // code of the list "service_pillar", 0 = none
    bool offered{false};                  // a person may start one from the page of what it hangs on
    RecordScope scope{RecordScope::area}; // partition kind of a root; of a child: that of its first root type
    bool isRoot{false};
    std::vector<std::string> rootTypes; // children: the types whose record may be their root
    std::string parentType;             // "" = the root itself is the parent
    std::uint32_t parentField{0};       // ref to a parent that is not the root
    MergeKind merge{MergeKind::registers};
    int editableDays{0}; // append: days in which the author may still change registers; a rule of the screen
    std::optional<BoundExpression> finalWhen; // from then on only amendments, whatever the days
    std::string amendmentType;                // type of a later addition, "" = none
    int sensitivity{1};
    std::vector<AccessRule> readers;
    std::vector<AccessRule> writers; // empty: written by the server only
    std::vector<std::uint32_t> title;
    std::optional<Timeline> timeline;
    std::optional<EnvelopeRule> envelope;
    std::optional<StateRule> states;
    std::vector<Section> sections;
    std::vector<Field> fields; // in the order of the file
    std::vector<Group> groups;
    DependencyGraph dependencies;        // relevance and computed values; fields by number, rows by rowsNode(type)
    std::vector<Reminder> reminders;     // of what hangs on a family
    std::vector<std::uint32_t> rowTypes; // child types that its expressions walk over
    bool looksAtParent{false};           // an expression names parent.x

    [[nodiscard]] const Field* field(std::uint32_t fieldNumber) const;
    [[nodiscard]] const Field* field(std::string_view fieldName) const;
    [[nodiscard]] const Group* group(std::uint32_t groupNumber) const;
    [[nodiscard]] bool serverAuthored() const { return writers.empty(); }
    [[nodiscard]] bool hasRoot(std::string_view rootType) const;
    // Reserved, field (alone and not sealed), group or envelope register; what a server means by "known element".
    [[nodiscard]] bool knowsRegister(std::uint32_t number) const;
};

// Where dependencies come from outside the record: numbers that no field can have.
inline constexpr std::uint32_t kParentNode = 0x40000000U;
[[nodiscard]] constexpr std::uint32_t rowsNode(std::uint32_t rowType) { return 0x80000000U | rowType; }

class Catalogue {
public:
    struct Content {
        std::uint32_t version{0};
        std::vector<RecordType> types;
        std::vector<CodeList> codeLists;
    };
    explicit Catalogue(Content content);

    [[nodiscard]] std::uint32_t version() const { return m_content->version; }
    [[nodiscard]] const std::vector<RecordType>& types() const { return m_content->types; }
    [[nodiscard]] const std::vector<CodeList>& codeLists() const { return m_content->codeLists; }
    [[nodiscard]] const RecordType* type(std::uint32_t number) const;
    [[nodiscard]] const RecordType* type(std::string_view name) const;
    [[nodiscard]] const CodeList* codeList(std::string_view name) const;
    // Kind of partition where a child of `type` with a root of `rootType` is filed (decisions D3).
    [[nodiscard]] std::optional<RecordScope> scopeUnder(const RecordType& type, std::string_view rootType) const;

private:
    // Shared and constant: views, editors and the server hold cheap copies of one catalogue.
    std::shared_ptr<const Content> m_content; // never null
    std::shared_ptr<const std::unordered_map<std::uint32_t, std::size_t>> m_byNumber;
};

// File name -> text, of assets/catalogue/*.json and assets/codes/*.json, named by their path below assets:
// "catalogue/catalogue.json" holds the version, "codes/*.json" are code lists, the other "catalogue/*.json" record types;
// whatever lies elsewhere or does not end in .json is passed over. The caller reads files or resources. The detail of an
// error is "<file>:<line>: <reason>".
[[nodiscard]] Result<Catalogue> loadCatalogue(const std::map<std::string, std::string>& files);

// "12 visit", "12.30 mode code visit_mode": one line per permanent number, sorted. numbers.lock holds exactly these (D10).
[[nodiscard]] std::vector<std::string> numberLines(const Catalogue& catalogue);
// Numbers of the lock that the catalogue lost, moved or gave another meaning; and numbers that the lock does not know yet.
[[nodiscard]] std::vector<std::string> lockViolations(const Catalogue& catalogue, std::string_view lockText);

} // namespace lianxin
