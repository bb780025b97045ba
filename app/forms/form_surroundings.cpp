// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/form_surroundings.hpp"

#include "sync/model/catalogue_values.hpp"

#include <algorithm>

namespace lianxin::forms {
namespace {

bool hangsOn(const RecordType& rowType, const FieldValues& row, RecordId record, RecordId root)
{
    if (rowType.parentField == 0)
        return record == root;
    const auto found = row.find(rowType.parentField);
    return found != row.end() && found->second.asText() == record.text();
}

RecordId parentOf(const RecordType& type, RecordId root, const FieldValues& values)
{
    if (type.parentField == 0)
        return root;
    const auto found = values.find(type.parentField);
    const auto parent = RecordId::parse(found == values.end() ? "" : found->second.asText().value_or(""));
    return parent ? *parent : RecordId{};
}

} // namespace

Surroundings surroundingsOf(const EditorPorts& ports, const RecordType& type, RecordId record, RecordId root,
                            const FieldValues& values)
{
    Surroundings around;
    around.moment.now = ports.clock->now();
    const auto children = !type.rowTypes.empty() && !record.isNil() ? ports.store->children(root)
                                                                    : Result<std::vector<store::RecordView>>{};
    if (children)
        for (const auto& view : *children) {
            const RecordType* rowType = ports.catalogue->type(view.type);
            const bool wanted = std::find(type.rowTypes.begin(), type.rowTypes.end(), view.type) != type.rowTypes.end();
            if (rowType == nullptr || !wanted || view.life != store::Life::active)
                continue;
            auto row = fieldsOf(*rowType, view.values());
            if (hangsOn(*rowType, row, record, root))
                around.rows[view.type].push_back(std::move(row));
        }
    const auto parent = type.looksAtParent ? parentOf(type, root, values) : RecordId{};
    if (parent.isNil() || parent == record)
        return around;
    if (const auto view = ports.store->view(parent))
        if (const RecordType* parentType = ports.catalogue->type(view->type))
            around.parent = fieldsOf(*parentType, view->values());
    return around;
}

} // namespace lianxin::forms
