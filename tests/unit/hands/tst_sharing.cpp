// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/sharing.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::hands;

namespace {

RecordId id(std::uint8_t n)
{
    RecordId made;
    made.bytes[15] = n;
    return made;
}

const GivenConsent kPhotos{id(1), {3}, 100};
const GivenConsent kNotes{id(2), {1, 2}, 100};
const GivenConsent kPublicity{id(3), {8}, 100};

AttachmentFacts photo(std::int64_t faces) { return {AttachmentKind::photo, faces, 0, {}}; }
AttachmentFacts voice(std::int64_t voices) { return {AttachmentKind::voice, 0, voices, {}}; }

} // namespace

Q_DECLARE_METATYPE(lianxin::hands::AttachmentFacts)
Q_DECLARE_METATYPE(lianxin::hands::Use)

class TestSharing : public QObject {
    Q_OBJECT

private slots:
    void whatHasToBeAsked_data()
    {
        QTest::addColumn<AttachmentFacts>("facts");
        QTest::addColumn<Use>("use");
        QTest::addColumn<QList<int>>("given"); // 1 photos, 2 notes, 3 publicity
        QTest::addColumn<int>("asks");         // a scope, 0 for nothing
        const auto row = [](const char* name, const AttachmentFacts& facts, Use use, const QList<int>& given,
                            int asks) { QTest::newRow(name) << facts << use << given << asks; };
        row("a house needs nobody's yes", photo(0), Use::province, {}, 0);
        row("a back neither", photo(1), Use::province, {}, 0);
        row("a face does", photo(2), Use::province, {}, 3);
        row("a face with a yes", photo(2), Use::province, {1}, 0);
        row("a yes to something else is none", photo(2), Use::province, {2, 3}, 3);
        row("together: a face needs it too", photo(2), Use::together, {}, 3);
        row("together: with a yes", photo(2), Use::together, {1}, 0);
        row("the worker's own voice", voice(0), Use::province, {}, 0);
        row("the family's voice", voice(1), Use::province, {}, 2);
        row("the family's voice with a yes", voice(1), Use::province, {2}, 0);
        row("a yes to photos is none to voices", voice(1), Use::province, {1}, 2);
        row("publicity asks for itself, a house too", photo(0), Use::publish, {1, 2}, 8);
        row("publicity of a face: the face first", photo(2), Use::publish, {3}, 3);
        row("publicity of a face with both", photo(2), Use::publish, {1, 3}, 0);
        row("a signature goes with its record", {AttachmentKind::signature, 0, 0, {}}, Use::province, {}, 0);
        row("a scan goes with its record", {AttachmentKind::scan, 0, 0, {}}, Use::province, {}, 0);
        row("a kind of tomorrow asks", {AttachmentKind(77), 0, 0, {}}, Use::province, {}, 3);
    }
    void whatHasToBeAsked()
    {
        QFETCH(AttachmentFacts, facts);
        QFETCH(Use, use);
        QFETCH(QList<int>, given);
        QFETCH(int, asks);
        std::vector<GivenConsent> consents;
        for (const int one : given)
            consents.push_back(one == 1 ? kPhotos : one == 2 ? kNotes : kPublicity);
        const auto asked = asksFor(facts, use, consents);
        QCOMPARE(static_cast<int>(asked.value_or(ConsentScope(0))), asks);
    }

    // A photograph that names a yes which is not among those that hold: it was taken back.
    void aYesThatWasTakenBack()
    {
        AttachmentFacts named = photo(2);
        named.consent = kPhotos.record;
        QVERIFY(asksFor(named, Use::province, {}).has_value());
        QVERIFY(!asksFor(named, Use::province, {kPhotos}).has_value());
    }

    void theNewestIsShown()
    {
        const GivenConsent later{id(9), {3}, 200};
        QCOMPARE(consentFor(ConsentScope::photos, {kPhotos, later, kNotes})->record, later.record);
        QVERIFY(consentFor(ConsentScope::publicity, {kPhotos, later}) == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestSharing)
#include "tst_sharing.moc"
