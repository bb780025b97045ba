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
// Which child types the sections show as rows; before the expressions.
void readRowSections(const CatalogueNode& node, const std::vector<RecordType>& types, RecordType& type);
// A value that is computed from the parent or from rows must not come round to itself; after the expressions, nodes in the order of types.
void refuseCircles(const std::vector<CatalogueNode>& nodes, const std::vector<RecordType>& types);
// What `parent.x` of the type speaks of: its parent, else its only root type; nullptr: nothing.
[[nodiscard]] const RecordType* parentOf(const std::vector<RecordType>& types, const RecordType& type);
[[nodiscard]] bool hangsOn(const RecordType& child, const RecordType& type); // as a row, or as any child record
// The course of states; called when the fields are known.
void readStates(const CatalogueNode& node, const std::vector<CodeList>& lists, RecordType& type);
[[nodiscard]] Condition readCondition(const CatalogueNode& node, const RecordType& type,
                                      const std::vector<CodeList>& lists, int depth = 0);
[[nodiscard]] std::uint32_t readFieldName(const CatalogueNode& node, const RecordType& type);
// What names other types; called when all of them are known.
void checkRecordType(const CatalogueNode& node, const RecordType& type, const std::vector<RecordType>& types);

} // namespace lianxin
