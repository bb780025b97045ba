// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/segment_codec.hpp"
#include "tests/unit/wire/samples.hpp"

#include <QtTest>

using namespace lianxin;
using lianxin::test::Samples;
using namespace lianxin::wire;

// The shorter words of segments (PROTOCOL.md 8.1).
class SegmentWordsTest : public QObject {
    Q_OBJECT

    std::string m_content; // of the segment of the first test

    static Result<std::vector<SegmentRow>> read(const std::string& bytes)
    {
        std::vector<SegmentRow> rows;
        LIANXIN_CHECK(readSegment(bytes, 1, [&](SegmentRow& row) -> Result<void> {
            rows.push_back(row);
            return {};
        }));
        return rows;
    }

private slots:
    // What a row can be told from is said shorter, and what only looks so is not.
    void familyTimesAndUsersAreSaidShort()
    {
        Samples samples(11);
        const auto user = samples.user();
        const Millis noon = 1'790'000'040'000 - 1'790'000'040'000 % 60'000;
        std::vector<RecordId> ids;
        for (int i = 0; i < 3; ++i)
            ids.push_back(makeRecordId(noon + i * 777, samples.random()));
        const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
        std::vector<SegmentRow> rows;
        for (const auto& id : ids) {
            SegmentRow row{0, {}};
            row.record.record = id;
            row.record.root = ids.front();
            row.record.type = 7;
            const auto put = [&](std::uint32_t number, const std::string& element, const std::string& value) {
                row.record.at({number, element}).heads = {
                    {Dot{samples.replica(), 5}, user, noon << 16, *Value::fromCanonical(value)}};
            };
            put(10, {}, quoted(ids[2].text()));
            put(11, {}, quoted(user.text()));
            put(12, {}, quoted("2026-03-09"));
            put(13, {}, std::to_string(noon - 35 * 60'000));
            put(14, {}, std::to_string(noon + 1));
            put(15, {}, quoted("2026-02-30"));
            put(16, {}, quoted("0001-01-01"));
            put(17, {}, "123456780000");
            put(18, {}, quoted("@1"));
            put(19, ids[0].text(), "true");
            put(19, ids[1].text(), "true");
            put(19, samples.random().id<RecordId>().text(), "true");
            std::sort(row.record.registers.begin(), row.record.registers.end(),
                      [](const auto& a, const auto& b) { return a.key < b.key; });
            rows.push_back(std::move(row));
        }
        const auto shorter = encodeSegment(rows);
        const auto back = read(shorter);
        QVERIFY2(back && back->size() == rows.size(), back ? "" : back.error().detail.c_str());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& record = (*back)[i].record;
            QVERIFY(record.record == ids[i] && record.root == ids[0] && record.registers == rows[i].record.registers);
        }
        const auto content = *decompress(shorter, kMaxSegmentContent);
        for (const auto& word : {"@3\n", "&0\n", "~-35\n", "\"2026-02-30\"\n", "\"@1\"\n"})
            QVERIFY2(content.find(word) != std::string::npos, word);
        for (const auto& id : ids)
            QVERIFY(content.find(id.text()) == std::string::npos);
        QVERIFY(content.find("2026-03-09") == std::string::npos);
        m_content = content;
    }

    void whatNoWriterWritesIsRefused()
    {
        const auto broken = [&](const std::string& from, const std::string& to) {
            auto bytes = m_content;
            const auto at = bytes.find(from);
            return at != std::string::npos && !read(compress(bytes.replace(at, from.size(), to)));
        };
        QVERIFY(broken("@3\n", "@4\n"));
        QVERIFY(broken("@3\n", "@0\n"));
        QVERIFY(broken("&0\n", "&9\n"));
        QVERIFY(broken("&0\n", "&-\n"));
        QVERIFY(broken("~-35\n", "~035\n"));
        QVERIFY(broken("~-35\n", "~ -5\n"));
        QVERIFY(broken("~-35\n", "^-3x\n"));
    }
};

QTEST_APPLESS_MAIN(SegmentWordsTest)
#include "tst_segment_words.moc"
