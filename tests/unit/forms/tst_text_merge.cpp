// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/text_merge.hpp"

#include <QTest>

using namespace lianxin::forms;

namespace {

QString shown(const TextPieces& pieces)
{
    static const char* const kMarks[] = {"", "1", "2", "-"};
    QString out;
    for (const auto& piece : pieces) {
        const QString text = QString::fromStdString(piece.text);
        const auto* mark = kMarks[static_cast<int>(piece.mark)];
        out += *mark == 0 ? text : QLatin1Char('[') + QLatin1String(mark) + text + QLatin1Char(']');
    }
    return out;
}

} // namespace

class TestTextMerge : public QObject {
    Q_OBJECT
private slots:
    void merge_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("expected"); // null: no proposal
        QTest::newRow("the picture 12b") << u"村口榕树右拐第三家。"_qs << u"村口榕树右拐第三家，门前有菜园。"_qs
                                         << u"村口榕树右拐第三家。修路，车停祠堂边。"_qs
                                         << u"村口榕树右拐第三家[1，门前有菜园]。[2修路，车停祠堂边。]"_qs;
        QTest::newRow("one side only") << u"甲乙"_qs << u"甲乙"_qs << u"甲丙乙"_qs << u"甲[2丙]乙"_qs;
        QTest::newRow("the same change twice") << u"甲"_qs << u"甲乙"_qs << u"甲乙"_qs << u"甲乙"_qs;
        QTest::newRow("both add at one place") << u"甲"_qs << u"甲一"_qs << u"甲二"_qs << u"甲[1一][2二]"_qs;
        QTest::newRow("both change one word") << u"周一上午来"_qs << u"周二上午来"_qs << u"周三上午来"_qs << QString();
        QTest::newRow("one deletes what the other changes") << u"带药来"_qs << u"来"_qs << u"带新药来"_qs << QString();
        QTest::newRow("from nothing") << QString() << u"一"_qs << u"二"_qs << u"[1一][2二]"_qs;
        QTest::newRow("numbers stay whole")
            << u"电话 19900000012"_qs << u"电话 19900000013"_qs << u"电话 19900000014"_qs << QString();
        QTest::newRow("rare characters") << u"𬭎伯"_qs << u"𬭎伯伯"_qs << u"老𬭎伯"_qs
                                         << u"[2老]𬭎伯[1伯]"_qs;
    }
    void merge()
    {
        QFETCH(QString, before);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, expected);
        const auto merged = mergeTexts(before.toStdString(), first.toStdString(), second.toStdString());
        QCOMPARE(merged ? shown(*merged) : QString(), expected);
    }

    // Laws: merging is symmetric in content, and a merge with an untouched side is the other side.
    void laws_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 200; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void laws()
    {
        QFETCH(int, seed);
        auto state = static_cast<quint32>(seed) * 2654435761U + 1U;
        const auto draw = [&](quint32 n) {
            state = state * 1664525U + 1013904223U;
            return (state >> 16) % n;
        };
        const auto edit = [&](std::string text) {
            for (quint32 i = 0; i < 3; ++i) {
                const auto tokens = textTokens(text);
                const auto at = tokens.empty()
                                    ? 0
                                    : static_cast<std::size_t>(
                                          tokens[draw(static_cast<quint32>(tokens.size()))].data() - text.data());
                if (draw(3) == 0 && !tokens.empty())
                    text.erase(at, textTokens(text.substr(at)).front().size());
                else
                    text.insert(at, draw(2) == 0 ? "好" : "天");
            }
            return text;
        };
        const std::string base = "今天去看了林阿姨，精神不错，约下周陪诊。";
        const std::string one = edit(base);
        const std::string two = edit(base);
        QCOMPARE(joined(textDifference(base, one, TextMark::first)), one);
        const auto same = mergeTexts(base, one, base);
        QVERIFY(same);
        QCOMPARE(joined(*same), one);
        QCOMPARE(mergeTexts(base, one, two).has_value(), mergeTexts(base, two, one).has_value());
    }

    void tooLongGivesNoProposal() { QVERIFY(!mergeTexts(std::string(5000, '-'), "a", "b")); }
};

QTEST_GUILESS_MAIN(TestTextMerge)
#include "tst_text_merge.moc"
