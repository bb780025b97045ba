// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/desk.hpp"
#include "tests/unit/viewmodel/page_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

// When the pages hear that records changed.
class DeskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] static std::vector<RecordId> ids(Tablet& tablet, int count)
    {
        std::vector<RecordId> made;
        for (int i = 0; i < count; ++i)
            made.push_back(tablet.newId());
        return made;
    }

private slots:
    void tellsAFewAtOnceAndAFirstSyncTogether()
    {
        Province province;
        Tablet tablet(m_folder.filePath("desk.db").toStdString(), 1);
        tablet.catalogue = shippedCatalogue();
        province.enrol(tablet);
        const duty::DutyRules duties{};
        const forms::RiskRules risks{};
        ui::Desk desk(ui::Shelf{tablet.catalogue, nullptr, duties, risks, tablet.clock, tablet.random});
        std::vector<std::size_t> told;
        connect(&desk, &ui::Desk::changed, this,
                [&told](const std::set<RecordId>& records) { told.push_back(records.size()); });
        const ui::OpenWork work{tablet.store.get(), nullptr, tablet.user, Role::TO};
        desk.open(work);

        desk.noteChanged(ids(tablet, 3));
        QCOMPARE(told, std::vector<std::size_t>{3});
        desk.noteChanged(ids(tablet, 600));
        desk.noteChanged(ids(tablet, 700));
        QCOMPARE(told.size(), std::size_t{1}); // the replies still come
        desk.noteChanged(ids(tablet, 1));
        QCOMPARE(told.size(), std::size_t{2}); // what a person saves meanwhile does not wait
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), std::size_t{3}, 60'000);
        QCOMPARE(told.back(), std::size_t{1300});

        // What was gathered for one person is not told to the next.
        desk.noteChanged(ids(tablet, 600));
        desk.close();
        desk.open(work);
        desk.noteChanged(ids(tablet, 800));
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), std::size_t{4}, 60'000);
        QCOMPARE(told.back(), std::size_t{800});
    }

    // Found by the story: a clock two days ahead in the demo data dated everybody's next writes tomorrow.
    void nothingWasWrittenTomorrow()
    {
        Tablet tablet(m_folder.filePath("clock.db").toStdString(), 2);
        tablet.catalogue = shippedCatalogue();
        const duty::DutyRules duties{};
        const forms::RiskRules risks{};
        const ui::Desk desk(ui::Shelf{tablet.catalogue, nullptr, duties, risks, tablet.clock, tablet.random});
        const Millis now = desk.now();
        QCOMPARE(desk.writtenAt((now + 24LL * 3600 * 1000) << 16), now);
        QCOMPARE(desk.writtenAt((now - 1000) << 16), now - 1000);
    }
};

QTEST_GUILESS_MAIN(DeskTest)
#include "tst_desk.moc"
