// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/catalogue_source.hpp"

namespace lianxin {

// The steps of loadCatalogue; each leaves its refusals in the source of its node.
void readCodeList(const CatalogueNode& node, CodeList& list);
void readRecordType(const CatalogueNode& node, const std::vector<CodeList>& lists, RecordType& type);
void readField(const CatalogueNode& node, const RecordType& type, const std::vector<CodeList>& lists, Field& field);
// What names other fields of the type; called when all of them are known.
void readFieldRules(const CatalogueNode& node, const RecordType& type, const std::vector<CodeList>& lists,
                    Field& field);
// Conditions and expressions; called when all types are known and sound.
void readExpressions(const CatalogueNode& node, const std::vector<RecordType>& types,
                     const std::vector<CodeList>& lists, RecordType& type);
// The course of states; called when the fields are known.
void readStates(const CatalogueNode& node, const std::vector<CodeList>& lists, RecordType& type);
[[nodiscard]] Condition readCondition(const CatalogueNode& node, const RecordType& type,
                                      const std::vector<CodeList>& lists, int depth = 0);
[[nodiscard]] std::uint32_t readFieldName(const CatalogueNode& node, const RecordType& type);
// What names other types; called when all of them are known.
void checkRecordType(const CatalogueNode& node, const RecordType& type, const std::vector<RecordType>& types);

} // namespace lianxin
