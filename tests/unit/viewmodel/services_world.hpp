// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/viewmodel/looks_world.hpp"

#include <QTest>

namespace lianxin::test {

// Records by the names of their fields, written as a form writes them.
class ServicesWorld : public LooksWorld {
protected:
    using Values = std::vector<std::pair<const char*, Value>>;

    static Value text(const char* words) { return Value::fromText(words); }
    static Value id(RecordId record) { return Value::fromText(record.text()); }
    static Value ids(std::initializer_list<RecordId> records)
    {
        boost::json::array list;
        for (const auto& one : records)
            list.push_back(boost::json::string(one.text()));
        return Value::fromJson(list);
    }
    [[nodiscard]] Value day(int ahead) const { return Value::fromText(dayText(addDays(m_desk->today(), ahead))); }
    [[nodiscard]] std::uint32_t field(const char* type, const char* name) const
    {
        return m_desk->type(type).field(std::string_view(name))->number;
    }
    RecordId keep(RecordId root, const char* typeName, const Values& values)
    {
        const RecordType& type = m_desk->type(typeName);
        forms::NewRecord wanted{type.number, root, village(), {}, {}};
        for (const auto& [name, value] : values)
            wanted.prefill[field(typeName, name)] = value;
        auto editor = must(forms::RecordEditor::openNew(m_desk->editorPorts(), std::move(wanted)));
        m_b->clock.time += 1000; // one after the other, as people write
        return must(editor.commit()).record;
    }
    void change(const char* typeName, RecordId record, const char* name, const Value& value)
    {
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), record));
        editor.edit().set(field(typeName, name), value);
        must(editor.commit());
    }
    [[nodiscard]] forms::RecordFields now(const char* typeName, RecordId record) const
    {
        return {m_desk->type(typeName), must(m_b->store->view(record))};
    }
    [[nodiscard]] std::size_t count(const char* typeName) const
    {
        std::size_t found = 0;
        for (const auto& view : must(m_b->store->ofType(m_desk->type(typeName).number)))
            found += view.life == store::Life::active ? 1 : 0;
        return found;
    }
    [[nodiscard]] std::uint64_t saved() const { return must(m_b->store->syncState()).saved; }
    [[nodiscard]] static QStringList column(ui::RowsModel* rows, const char* role)
    {
        QStringList found;
        for (int row = 0; row < rows->count(); ++row)
            found << rows->value(row, role).toString();
        return found;
    }
    void begin()
    {
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/duty/rules.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_duty = must(duty::parseRules(file.readAll().toStdString()));
        setUp();
    }
};

} // namespace lianxin::test
