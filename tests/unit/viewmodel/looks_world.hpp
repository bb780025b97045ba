// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/family_book.hpp"
#include "tests/unit/viewmodel/page_world.hpp"

namespace lianxin::test {

// Three tablets, a province with the real merge core, and a desk on the second tablet, a township officer's.
class LooksWorld {
protected:
    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_a, m_b, m_c;
    duty::DutyRules m_duty;
    forms::RiskRules m_risk;
    std::unique_ptr<ui::Desk> m_desk;
    std::unique_ptr<ui::FamilyBook> m_book;
    Steps m_steps;
    RecordId m_family;

    [[nodiscard]] RegisterKey key(const char* name) const
    {
        const RecordType* type = m_a->catalogue.type(std::string_view("household"));
        return {type->field(std::string_view(name))->registerNumber(), {}};
    }
    [[nodiscard]] std::string memberName(const char* name) const
    {
        return std::to_string(
            m_a->catalogue.type(std::string_view("household"))->field(std::string_view(name))->number);
    }
    RecordId make(Tablet& tablet, const char* typeName, const PartitionId& where,
                  std::vector<std::pair<const char*, Value>> values, RecordId id = {})
    {
        const RecordType* type = tablet.catalogue.type(std::string_view(typeName));
        if (id.isNil())
            id = tablet.newId();
        store::RecordEdit record{id, id, type->number, where, {}, {}};
        for (const auto& [name, value] : values)
            record.writes.push_back({{type->field(std::string_view(name))->number, {}}, value});
        record.writes.push_back({kLocation, Value::fromText(where.text())});
        must(tablet.store->save({{}, {record}, {}, "test"}));
        return id;
    }
    void syncAll()
    {
        for (int round = 0; round < 2; ++round)
            for (auto* tablet : {m_a.get(), m_b.get(), m_c.get()})
                m_province->sync(*tablet);
    }
    // Two people write at the same time; both tablets know of it afterwards.
    void differ(const RegisterKey& reg, const Value& first, const Value& second, const std::string& why = {})
    {
        m_a->write(m_family, {{reg, first}}, why);
        m_b->clock.time += 60'000;
        m_b->write(m_family, {{reg, second}});
        syncAll();
    }
    [[nodiscard]] store::RegisterView reg(const Tablet& tablet, const RegisterKey& at) const
    {
        const auto view = must(tablet.store->view(m_family));
        const auto* found = view.find(at);
        return found != nullptr ? *found : store::RegisterView{};
    }

    void setUp()
    {
        ++m_count;
        m_steps = {};
        m_province = std::make_unique<Province>();
        m_province->granted = {village(), PartitionId::directory()};
        const auto tablet = [&](const char* name, std::uint32_t seed) {
            auto made = std::make_unique<Tablet>(
                m_folder.filePath(QString("%1%2.db").arg(name).arg(m_count)).toStdString(), seed);
            made->catalogue = shippedCatalogue();
            m_province->enrol(*made);
            return made;
        };
        m_a = tablet("a", 1);
        m_b = tablet("b", 2);
        m_c = tablet("c", 3);
        const auto unit = make(*m_a, "org_unit", PartitionId::directory(),
                               {{"code", Value::fromText("350128001201")}, {"name", Value::fromText("桥头村")}});
        make(*m_a, "app_user", PartitionId::directory(),
             {{"name", Value::fromText("吴美华")},
              {"org", Value::fromText(unit.text())},
              {"role", Value::fromInt(codeOfRole(Role::VW))},
              {"mobile", Value::fromText("19900000301")}},
             recordOf(m_a->user));
        make(*m_a, "app_user", PartitionId::directory(),
             {{"name", Value::fromText("郑志强")}, {"org", Value::fromText(unit.text())}}, recordOf(m_b->user));
        m_family = make(*m_a, "household", village(),
                        {{"call_name", Value::fromText("林阿姨")},
                         {"phone1", Value::fromText("19900000008")},
                         {"directions", Value::fromText("村口榕树右拐第三家。")},
                         {"family_type", Value::fromInt(1)}});
        syncAll();

        m_desk =
            std::make_unique<ui::Desk>(ui::Shelf{m_b->catalogue, nullptr, m_duty, m_risk, m_b->clock, m_b->random});
        m_book = std::make_unique<ui::FamilyBook>(*m_desk);
        m_b->store->setChangeListener([this](const std::vector<RecordId>& records) { m_desk->noteChanged(records); });
        openAs(Role::TO);
    }
    void openAs(Role role)
    {
        if (m_desk->isOpen())
            m_desk->close();
        m_desk->open({m_b->store.get(), nullptr, m_b->user, role});
    }
    void tearDown()
    {
        m_b->store->setChangeListener({});
        m_book.reset();
        m_desk.reset();
    }
};

} // namespace lianxin::test
