// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/store/faulty_vfs.hpp"
#include "tests/unit/store/store_world.hpp"

namespace lianxin::test {

// A province with three villages, somebody who wrote, somebody who gets everything by frames, and somebody who gets it by segments.
class SegmentWorld {
protected:
    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_writer;
    std::unique_ptr<Tablet> m_frames;   // gets everything by frames
    std::unique_ptr<Tablet> m_segments; // by segments
    std::vector<RecordId> m_homes;
    static constexpr int kVillages = 3;

    std::string fresh(const char* name)
    {
        return m_folder.filePath(QString("%1%2.db").arg(name).arg(m_count)).toStdString();
    }
    static PartitionId villageOf(int i) { return village(("35012800120" + std::to_string(1 + i)).c_str()); }

    // Three villages with families, visits, a settled and an open difference, a set, a record that was put away, long texts.
    void write(int families)
    {
        for (int i = 0; i < families; ++i) {
            const auto where = villageOf(i % kVillages);
            const auto id = m_writer->addHousehold(i % 2 == 0 ? "林秀英" : "陈家旺",
                                                   "1380000" + std::to_string(1000 + i), "桥头村", where);
            m_homes.push_back(id);
            store::Edit edit;
            edit.records = {
                {m_writer->newId(),
                 id,
                 kVisit,
                 where,
                 {{kVisitAt, Value::fromInt(1'790'000'000'000 + i)},
                  {kVisitText, Value::fromText(std::string(static_cast<std::size_t>(i % 40), 'w') + "\n\"")}},
                 {}}};
            must(m_writer->store->save(edit));
            if (i % 4 == 0)
                m_writer->write(id, {{need(i % 7), Value::fromBool(true)}, {kRemark, Value::fromInt(i)}}, "told");
        }
        m_writer->write(m_homes[1], {{{kLifeRegister, {}}, *Value::fromCanonical("{\"state\":2}")}});
        m_province->pushAll(*m_writer);
        while (!must(m_writer->store->waiting()).empty())
            m_province->pushAll(*m_writer);
        m_province->sync(*m_frames);
        const auto both = must(m_frames->store->openForEdit(m_homes[0]));
        m_writer->write(m_homes[0], {{kPhone, Value::fromText("1")}});
        m_frames->writeWith(both, {{kPhone, Value::fromText("2")}}, "another number");
        m_province->sync(*m_writer);
        m_province->sync(*m_frames);
    }

    // Fetches what was offered, `budget` bytes at a time; `between` after each answer.
    static void fetch(
        Tablet& tablet, const Province::Offer& offer, std::uint32_t budget,
        const std::function<void()>& between = [] {})
    {
        for (;;) {
            const auto asked = must(tablet.store->nextSegments(budget));
            if (!asked)
                return;
            must(tablet.store->storeParts(Province::partsOf(offer, *asked)));
            between();
        }
    }

    void compare(Tablet& tablet)
    {
        for (const auto& partition : m_province->granted)
            QVERIFY(must(tablet.store->stateHash(partition)) == m_province->stateHash(partition));
        must(tablet.store->verify());
        auto& other = *m_frames->store;
        QCOMPARE(must(tablet.store->counts()).records, must(other.counts()).records);
        QCOMPARE(must(tablet.store->conflicts()).size(), must(other.conflicts()).size());
        for (const auto* query : {"林", "秀英", "linxiu", "lxy", "1380000", "001", "桥头", "chen", "qtc"}) {
            std::vector<RecordId> here;
            std::vector<RecordId> there;
            for (const auto& hit : must(tablet.store->search(query)))
                here.push_back(hit.record);
            for (const auto& hit : must(other.search(query)))
                there.push_back(hit.record);
            QVERIFY2(here == there, query);
        }
        for (const auto type : {kHousehold, kVisit}) {
            const auto here = must(tablet.store->ofType(type));
            const auto there = must(other.ofType(type));
            QCOMPARE(here.size(), there.size());
            for (std::size_t i = 0; i < here.size(); ++i) {
                QVERIFY(here[i].record == there[i].record && here[i].since == there[i].since);
                QVERIFY(here[i].registers.size() == there[i].registers.size() && here[i].life == there[i].life);
            }
        }
    }

    void begin()
    {
        ++m_count;
        m_homes.clear();
        faulty::disarm();
        m_province = std::make_unique<Province>();
        m_province->granted = {villageOf(0), villageOf(1), villageOf(2)};
        m_writer = std::make_unique<Tablet>(fresh("w"), 1);
        m_frames = std::make_unique<Tablet>(fresh("f"), 2);
        m_segments = std::make_unique<Tablet>(fresh("s"), 3);
        for (auto* tablet : {m_writer.get(), m_frames.get(), m_segments.get()})
            m_province->enrol(*tablet);
        m_province->sync(*m_writer); // grants
    }
};

} // namespace lianxin::test
