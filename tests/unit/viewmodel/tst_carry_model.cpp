// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_world.hpp"

#include "app/viewmodel/attachment_rows.hpp"
#include "app/viewmodel/carry_model.hpp"
#include "sync/client/blob_transfer.hpp"

using namespace lianxin;
using namespace lianxin::test;
using client::BlobTransfer;

// What a person sees of pictures on their way, and what they may cost.
class TestCarryModel : public QObject, private CaptureWorld {
    Q_OBJECT

    std::unique_ptr<BlobTransfer> m_transfer;
    std::unique_ptr<ui::CarryModel> m_carry;
    int m_woken{0};
    std::string m_whole;

    void openWithALine()
    {
        m_desk->close();
        m_transfer = std::make_unique<BlobTransfer>(BlobTransfer::Ports{*m_blobs, *m_world, {}, [this] { ++m_woken; }});
        m_carry = std::make_unique<ui::CarryModel>(*m_desk);
        m_desk->open(
            {m_world->store.get(), m_world->sealer.get(), m_world->worker, Role::VW, m_blobs.get(), m_transfer.get()});
    }
    void takeAPicture(int faces = 0)
    {
        openVisit();
        m_form->attach(key("visit", "attachments"), 1);
        m_capture->shoot();
        if (faces > 0)
            m_capture->answer(faces);
        m_capture->keep();
        m_form->commit();
        settle();
    }
    [[nodiscard]] store::RecordView attachment() const { return kept("attachment").front(); }
    [[nodiscard]] Hash digest(const char* field) const
    {
        return *Hash::parse(forms::RecordFields(m_world->type("attachment"), attachment()).text(field));
    }
    [[nodiscard]] ui::Row shownRow() const
    {
        return ui::attachmentRow(*m_desk, attachment().record,
                                 fieldsOf(m_world->type("attachment"), attachment().values()));
    }
    [[nodiscard]] static QString label(const ui::Row& row) { return row.values.value("label").toString(); }
    // As on a colleague's tablet: the records came, the bytes did not.
    void loseBytes()
    {
        m_whole = *m_blobs->bytes(digest("hash"));
        QVERIFY(m_blobs->drop(digest("hash")).has_value());
        QVERIFY(m_blobs->drop(digest("thumbnail")).has_value());
    }

private slots:
    void init()
    {
        setUp();
        openWithALine();
    }
    void cleanup()
    {
        m_carry.reset();
        tearDown();
        m_transfer.reset();
    }

    void whatWaitsAndWhatItCost()
    {
        QVERIFY(m_carry->isHere());
        QVERIFY(!m_carry->canSendAll());
        QVERIFY(m_carry->lineText().isEmpty());
        takeAPicture();
        m_carry->refresh();
        QVERIFY2(m_carry->waitingText().contains(QLatin1Char('1')), qPrintable(m_carry->waitingText()));
        QVERIFY(!m_carry->lineText().isEmpty());
        QVERIFY(m_carry->canSendAll());
        QVERIFY(m_blobs->noteTraffic((m_world->now() + 8LL * 3600 * 1000) / (24LL * 3600 * 1000), {3'300'000, 55'000})
                    .has_value());
        m_carry->refresh();
        QVERIFY2(m_carry->todayText().contains(QStringLiteral("3.2 MB")), qPrintable(m_carry->todayText()));
        m_carry->sendAllNow();
        QVERIFY(m_carry->isSendingAll() && !m_carry->canSendAll());
        QVERIFY(m_transfer->isUnlimited());
    }

    void theShareIsKeptInTheVault()
    {
        QCOMPARE(m_transfer->dailyLimit(), BlobTransfer::kDefaultLimit);
        QVERIFY(m_carry->limits()->value(2, "chosen").toBool());
        m_carry->setLimit(5);
        QCOMPARE(m_transfer->dailyLimit(), std::uint64_t{5} << 20U);
        m_carry->setLimit(77); // none of those offered
        QCOMPARE(m_transfer->dailyLimit(), std::uint64_t{5} << 20U);
        openWithALine();
        QCOMPARE(m_transfer->dailyLimit(), std::uint64_t{5} << 20U);
        QVERIFY(m_carry->limits()->value(1, "chosen").toBool());
        m_carry->setLimit(-1);
        QCOMPARE(m_transfer->dailyLimit(), BlobTransfer::kNoLimit);
        takeAPicture();
        m_carry->setLimit(0);
        QVERIFY(m_carry->canSendAll());
        QCOMPARE(m_transfer->dailyLimit(), std::uint64_t{0});
    }

    void aPictureThatIsOnItsWay()
    {
        takeAPicture();
        const QString own = label(shownRow());
        loseBytes();
        m_desk->close(); // decoded pictures are forgotten
        openWithALine();
        const int woken = m_woken;
        const auto row = shownRow();
        QVERIFY(!row.values.value("picture").isValid());
        QVERIFY(label(row) != own);
        QVERIFY(row.values.value("accessibleText").toString().contains(own));
        QVERIFY(row.values.value("accessibleText").toString().contains(label(row)));
        QCOMPARE(m_transfer->wayOf(digest("thumbnail")), BlobTransfer::Way::onItsWay); // being seen, it is asked for
        QCOMPARE(m_transfer->wayOf(digest("hash")), BlobTransfer::Way::notAsked);
        QVERIFY(m_woken > woken);
        m_capture->look(attachment().record, fieldsOf(m_world->type("attachment"), attachment().values()), false);
        QCOMPARE(m_transfer->wayOf(digest("hash")), BlobTransfer::Way::onItsWay); // touched
        QVERIFY(!m_capture->troubleText().isEmpty());
        m_desk->noteChanged({attachment().record});
        QVERIFY(!m_capture->troubleText().isEmpty()); // not yet
        // It comes while somebody waits for it.
        QVERIFY(m_blobs->put(m_world->village(), store::BlobRank::original, m_whole).has_value());
        m_desk->noteChanged({attachment().record});
        QVERIFY(m_capture->troubleText().isEmpty());
        QVERIFY(!m_capture->shownPicture().value<QImage>().isNull());
    }

    // A yes that was never given: the record is here, the picture is not asked for.
    void whatHasNoYesIsNotAskedFor()
    {
        takeAPicture(2);
        loseBytes();
        m_desk->close();
        openWithALine();
        const auto row = shownRow();
        QVERIFY(!label(row).isEmpty());
        QCOMPARE(m_transfer->wayOf(digest("thumbnail")), BlobTransfer::Way::notAsked);
        m_capture->look(attachment().record, fieldsOf(m_world->type("attachment"), attachment().values()), false);
        QCOMPARE(m_transfer->wayOf(digest("hash")), BlobTransfer::Way::notAsked);
        QVERIFY(!m_capture->troubleText().isEmpty());
    }

    void theKeepingNamesWhatItLetsGo()
    {
        takeAPicture();
        QCOMPARE(going(), 2);
        QCOMPARE(*m_blobs->names(digest("hash")), std::vector<RecordId>{attachment().record});
    }
};

QTEST_MAIN(TestCarryModel)
#include "tst_carry_model.moc"
