// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/blob_messages.hpp"
#include "tests/unit/wire/blob_vectors.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::wire;

namespace {

template <typename Id> Id filled(std::uint8_t byte)
{
    Id id;
    id.bytes.fill(byte);
    return id;
}

const EpochId kEpoch = filled<EpochId>(1);
const RecordId kRecord = filled<RecordId>(2);
const Hash kBlob = filled<Hash>(3);
const Hash kOther = filled<Hash>(4);

core::BlobState partly(std::uint32_t chunks, std::vector<std::uint32_t> missing)
{
    core::BlobState state;
    state.blob = kBlob;
    state.stage = core::BlobStage::partly;
    state.chunks = chunks;
    state.missing = std::move(missing);
    return state;
}

Errc codeOf(const auto& result) { return result ? Errc::internal : result.error().code; }

} // namespace

// What travels around attachments, and what must not be taken for it.
class BlobMessagesTest : public QObject {
    Q_OBJECT

    static core::BlobGet asked() { return {kEpoch, 5000, {{kRecord, kBlob, std::nullopt}, {kRecord, kOther, 77}}}; }
    static std::vector<core::BlobPart> parts()
    {
        const auto get = asked();
        return {{get.wants[0], true, test::vectorPicture(), "first"}, {get.wants[1], true, std::nullopt, "second"}};
    }

private slots:
    void questionsComeBack()
    {
        const core::BlobAsk ask{kEpoch, {{kRecord, test::vectorPicture()}}};
        const auto asked = decodeBlobAsk(encodeBlobAsk(ask));
        QVERIFY(asked && asked->epoch == kEpoch && asked->offers == ask.offers);
        const auto got = decodeBlobGet(encodeBlobGet(BlobMessagesTest::asked()));
        QVERIFY(got && got->wants == BlobMessagesTest::asked().wants && got->budget == 5000);
    }

    // A list that does not fit its size, none, too many, too large.
    void badAsks()
    {
        auto list = test::vectorPicture();
        const auto refused = [](const core::BlobList& bad) {
            return codeOf(decodeBlobAsk(encodeBlobAsk({kEpoch, {{kRecord, bad}}}))) == Errc::invalidInput;
        };
        QVERIFY(!refused(list));
        list.chunks.pop_back();
        QVERIFY(refused(list));
        list = test::vectorPicture();
        list.bytes = 0;
        QVERIFY(refused(list));
        list.bytes = core::kMostBlobBytes + 1;
        QVERIFY(refused(list));
        QVERIFY(codeOf(decodeBlobAsk(encodeBlobAsk({kEpoch, {}}))) == Errc::invalidInput);
        core::BlobAsk many{kEpoch, {}};
        many.offers.resize(kMaxBlobOffers + 1, {kRecord, test::vectorPicture()});
        QVERIFY(codeOf(decodeBlobAsk(encodeBlobAsk(many))) == Errc::invalidInput);
        QVERIFY(codeOf(decodeBlobAsk(std::string(500, '['))) == Errc::invalidInput);
        core::BlobGet wants{kEpoch, 5000, {}};
        wants.wants.resize(kMaxBlobWants + 1, {kRecord, kBlob, std::nullopt});
        QVERIFY(codeOf(decodeBlobGet(encodeBlobGet(wants))) == Errc::invalidInput);
    }

    void statesComeBack_data()
    {
        QTest::addColumn<int>("chunks");
        for (const int chunks : {1, 7, 8, 9, 16, 200})
            QTest::addRow("%d", chunks) << chunks;
    }
    void statesComeBack()
    {
        QFETCH(int, chunks);
        const auto count = static_cast<std::uint32_t>(chunks);
        auto half = partly(count, {});
        for (std::uint32_t place = 0; place < count; place += 3)
            half.missing.push_back(place);
        half.begun = {{half.missing.back(), 1234}};
        half.wrong = {half.missing.front()};
        core::BlobState whole;
        whole.blob = kOther;
        whole.stage = core::BlobStage::whole;
        whole.chunks = 3;
        whole.signature = filled<core::Signature>(9);
        core::BlobState unnamed;
        unnamed.blob = kBlob;
        unnamed.chunks = 1;
        const std::vector states{half, whole, unnamed};
        const auto back = decodeBlobStates(encodeBlobStates(states), {{kBlob, count}, {kOther, 3}, {kBlob, 1}});
        QVERIFY(back && *back == states);
    }

    void badStates()
    {
        const auto good = encodeBlobStates({partly(9, {0, 8})});
        QVERIFY(decodeBlobStates(good, {{kBlob, 9}}));
        QVERIFY(codeOf(decodeBlobStates(good, {{kBlob, 8}})) == Errc::invalidInput);              // another length
        QVERIFY(codeOf(decodeBlobStates(good, {{kBlob, 9}, {kOther, 1}})) == Errc::invalidInput); // another number
        for (const auto* bad : {R"({"w":[{"m":"AAA"}]})", R"({"w":[{"m":"AP8"}]})", R"({"w":[{"m":""}]})",
                                R"({"w":[{"m":"AQE","o":[[1,5]]}]})", R"({"w":[{"m":"AQE","o":[[0,0]]}]})",
                                R"({"w":[{"m":"AQE","o":[[8,1],[0,1]]}]})", R"({"w":[{"m":"AQE","x":[3]}]})",
                                R"({"w":[7]})", R"({"w":{}})", R"({})", "", "<html>"})
            QVERIFY2(codeOf(decodeBlobStates(bad, {{kBlob, 9}})) == Errc::invalidInput, bad);
    }

    void piecesComeBack()
    {
        const core::BlobPut put{kEpoch, {{kBlob, 0, 5, "abc"}, {kOther, 199, 0, std::string(9000, 'x')}}};
        const auto bytes = encodeBlobPut(put);
        const auto back = decodeBlobPut(bytes);
        QVERIFY(back && back->epoch == kEpoch && back->pieces == put.pieces);
        for (std::size_t size = 0; size < 100; ++size)
            QVERIFY(codeOf(decodeBlobPut(bytes.substr(0, size))) == Errc::invalidInput ||
                    size == 12 + 44 + 3); // where a put of one piece ends
        auto other = bytes;
        other[3] = 2;
        QVERIFY(codeOf(decodeBlobPut(other)) == Errc::upgradeNeeded);
    }

    void badPieces()
    {
        const auto refused = [](const core::BlobPiece& piece) {
            return codeOf(decodeBlobPut(encodeBlobPut({kEpoch, {piece}}))) == Errc::invalidInput;
        };
        QVERIFY(!refused({kBlob, 0, 0, "a"}));
        QVERIFY(refused({kBlob, 0, 0, ""}));
        QVERIFY(refused({kBlob, core::kMostBlobChunks, 0, "a"}));
        QVERIFY(refused({kBlob, 0, core::kBlobChunk, "a"})); // beyond the end of any chunk
        QVERIFY(refused({kBlob, 0, 0xffff'ffffU, "a"}));
        QVERIFY(refused({kBlob, 0, 1, std::string(core::kBlobChunk, 'a')}));
        core::BlobPut many{kEpoch, {}};
        many.pieces.resize(kMaxBlobPieces + 1, {kBlob, 0, 0, "a"});
        QVERIFY(codeOf(decodeBlobPut(encodeBlobPut(many))) == Errc::invalidInput);
        core::BlobPut large{kEpoch, {}};
        large.pieces.resize(5, {kBlob, 0, 0, std::string(core::kBlobChunk, 'a')});
        QVERIFY(codeOf(decodeBlobPut(encodeBlobPut(large))) == Errc::invalidInput);
    }

    void partsComeBack()
    {
        const auto bytes = encodeBlobParts(parts());
        const auto back = decodeBlobParts(bytes, asked());
        QVERIFY(back && *back == parts());
        auto away = parts();
        away[0] = {asked().wants[0], false, std::nullopt, {}};
        const auto second = decodeBlobParts(encodeBlobParts(away), asked());
        QVERIFY(second && *second == away);
    }

    // Cut, changed in any bit, for another question: no answer.
    void badParts()
    {
        const auto bytes = encodeBlobParts(parts());
        int whole = 0;
        for (std::size_t size = 0; size < bytes.size(); ++size)
            whole += decodeBlobParts(bytes.substr(0, size), asked()).has_value() ? 1 : 0;
        QCOMPARE(whole, 1); // the first part alone
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            auto changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 0x10);
            QVERIFY2(!decodeBlobParts(changed, asked()), qPrintable(QString::number(at)));
        }
        auto other = asked();
        other.wants[1].offset = 78;
        QVERIFY(!decodeBlobParts(bytes, other));
        other = asked();
        std::swap(other.wants[0].blob, other.wants[1].blob);
        QVERIFY(!decodeBlobParts(bytes, other));
        other.wants.clear();
        QVERIFY(!decodeBlobParts(bytes, other));
        QVERIFY(!decodeBlobParts(bytes + "x", asked()));
        QVERIFY(!decodeBlobParts("<html>sign in</html>", asked()));
    }
};

QTEST_APPLESS_MAIN(BlobMessagesTest)
#include "tst_blob_messages.moc"
