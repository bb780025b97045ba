// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_loader.hpp"

#include "sync/model/catalogue_values.hpp"
#include "sync/model/validate.hpp"

namespace lianxin::data {

Result<FieldValues> valuesOf(const Catalogue& catalogue, const NamedRecord& record)
{
    const auto* type = catalogue.type(record.type);
    if (type == nullptr)
        return fail(Errc::invalidInput,
                    "demo data name the type " + record.type + ", which the catalogue does not know");
    FieldValues values;
    for (const auto& [name, json] : record.fields) {
        const auto* field = type->field(std::string_view(name));
        if (field == nullptr || field->sealed)
            return fail(Errc::invalidInput, record.type + " has no plain field " + std::string(name));
        auto checked = checkValue(catalogue, *field, Value::fromJson(json));
        if (!checked)
            return fail(Errc::invalidInput, record.type + "." + std::string(name) + ": " + checked.error().detail);
        values[field->number] = std::move(*checked);
    }
    return values;
}

namespace {

Result<store::RecordEdit> recordEdit(const Catalogue& catalogue, const NamedRecord& record)
{
    LIANXIN_TRY(const auto values, valuesOf(catalogue, record));
    const auto* type = catalogue.type(record.type);
    store::RecordEdit edit{record.record, record.root, type->number, record.partition, {}, {}};
    for (auto& [key, value] : registerChanges(*type, {}, values))
        edit.writes.push_back({key, value});
    if (type->isRoot)
        edit.writes.push_back({RegisterKey{kLocationRegister, {}}, Value::fromText(record.partition.text())});
    return edit;
}

} // namespace

Result<store::Edit> editOf(const Catalogue& catalogue, const NamedChange& change)
{
    store::Edit edit;
    for (const auto& record : change.records) {
        LIANXIN_TRY(auto one, recordEdit(catalogue, record));
        edit.records.push_back(std::move(one));
    }
    edit.auditKind = "demo";
    return edit;
}

Result<std::uint64_t> saveChange(store::ReplicaStore& store, const Catalogue& catalogue, const NamedChange& change)
{
    LIANXIN_TRY(const auto edit, editOf(catalogue, change));
    LIANXIN_TRY(const auto saved, store.save(edit));
    return saved.number;
}

} // namespace lianxin::data
