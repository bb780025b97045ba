// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/divisions.hpp"
#include "sync/model/ids.hpp"
#include "sync/model/lunar.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin {

// Nothing here ever blocks saving (D8): `needed` fields keep the button "keep" waiting, hints are one line under a field.
enum class Severity { hint, needed };

struct Hint {
    std::uint32_t field{0};
    std::string
        code; // needed, too_long, too_much, below, above, future, long_ago, far_ahead, before_other, not_offered,
        // phone, phone_short, id_length, id_character, id_check, id_birth, id_age, id_prefix, id_sex_differs,
        // id_birth_differs, id_converted, disability_card, division, house_number, credit_code,
    // constraint; of a form that knows what was stored: state_start, state_step, state_others, constraint
    Severity severity{Severity::hint};
    std::int64_t limit{0}; // the number that the sentence names (characters, days, bound), 0 = none
};

struct ValidationContext {
    const Catalogue* catalogue{nullptr}; // code lists; null skips those checks
    const Divisions* divisions{nullptr}; // null skips "id_prefix" and "division"
    Millis now{0};
    const RowValues* rows{nullptr}; // child rows and parent that expressions may look at; null: none
    const FieldValues* parent{nullptr};
};

// What one text can carry, in bytes of UTF-8 (PROTOCOL.md 12): more would never leave the tablet, so the button "keep" waits for less.
inline constexpr std::size_t kMostTextBytes = 64UL * 1024;

// Fields that are not relevant get no hints; a sealed field counts like any other if its value is given.
[[nodiscard]] std::vector<Hint> validate(const RecordType& type, const FieldValues& values,
                                         const ValidationContext& context);
[[nodiscard]] bool isRelevant(const Field& field, const FieldValues& values);
[[nodiscard]] bool isRequired(const Field& field, const FieldValues& values);
// What is kept at commit: values of fields that are not relevant go, and whatever depended on them.
[[nodiscard]] FieldValues relevantValues(const RecordType& type, FieldValues values);
// Codes that a form offers now: the first choice whose condition holds, else the list without its retired codes.
[[nodiscard]] std::vector<std::uint32_t> offeredCodes(const Catalogue& catalogue, const Field& field,
                                                      const FieldValues& values);

// The canonical form of what a person entered: texts trimmed, line ends \n, control characters out, phone and identity
// numbers in half width without spaces, sets sorted and without doubles, empty text or set -> null.
// Refuses what the kind cannot hold (a number in a text field, 30 February, an unknown code, a place off the globe).
[[nodiscard]] Result<Value> checkValue(const Catalogue& catalogue, const Field& field, const Value& entered);

// What the server asks of each write (D7), and nothing more: a register that the type knows, an element that the set can
// have, a value of the register's kind. No lengths, no requirements, no dates. nullopt: it fits.
[[nodiscard]] std::optional<Error> registerProblem(const Catalogue& catalogue, const RecordType& type,
                                                   const RegisterKey& key, const Value& value);

// Citizen identity number (GB 11643-1999); 15-digit numbers are converted with the century 19.
struct IdNumber {
    std::string number;    // 18 characters, upper case X
    std::string birth;     // "YYYY-MM-DD"
    int sex{0};            // GB/T 2261.1: 1 male, 2 female
    std::string prefix;    // first six digits
    bool converted{false}; // was of 15 digits
};
struct IdNumberCheck {
    std::string problem; // empty, or id_length, id_character, id_check, id_birth, id_age
    IdNumber id;         // filled if there is no problem
};
[[nodiscard]] IdNumberCheck checkIdNumber(std::string_view text, Day today);
// Half width, capitals, no white space; 15 digits become 18. What is neither stays as it is.
[[nodiscard]] std::string normalIdNumber(std::string_view text);
[[nodiscard]] std::string maskedIdNumber(std::string_view number); // first 4 and last 4

// Digits only: full width folded, spaces, hyphens and the country code gone.
[[nodiscard]] std::string normalPhone(std::string_view text);
enum class PhoneKind { unknown, mobile, landline, service, villageShort };
[[nodiscard]] PhoneKind phoneKind(std::string_view normalised);

[[nodiscard]] bool isDisabilityCard(std::string_view text,
                                    Day today);              // 20 characters: identity number, type 1-7, level 1-4
[[nodiscard]] bool isCreditCode(std::string_view text);      // GB 32100-2015
[[nodiscard]] char mod11_10Digit(std::string_view digits);   // ISO 7064 MOD 11,10, for household numbers
[[nodiscard]] bool isHouseholdNumber(std::string_view text); // area 12 + year 2 + running 4 + check digit

} // namespace lianxin
