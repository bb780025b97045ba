// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/envelope.hpp"
#include "sync/seal/envelope_parts.hpp"
#include "tests/unit/seal/seeded_random.hpp"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::seal;
using lianxin::test::flipped;
using lianxin::test::SeededRandom;

namespace {

struct Person {
    UserId user;
    SignKey sign;
    BoxKey box;
    explicit Person(SeededRandom& random)
        : user(random.id<UserId>()), sign(SignKey::generate(random)), box(BoxKey::generate(random))
    {}
    [[nodiscard]] Recipient recipient() const { return {user, box.publicKey()}; }
};

} // namespace

class EnvelopeTest : public QObject {
    Q_OBJECT
    SeededRandom m_random{3};
    Person m_author{m_random};
    Person m_supervisor{m_random};
    Person m_escrow{m_random};
    Person m_stranger{m_random};
    EnvelopeHeader m_header{m_random.id<RecordId>(), 7, 31, m_author.user};

    SignerCheck directory() const
    {
        return [this](UserId user, const PublicSignKey& key) {
            for (const auto* person : {&m_author, &m_supervisor, &m_escrow, &m_stranger})
                if (person->user == user)
                    return person->sign.publicKey() == key;
            return false;
        };
    }
    std::string envelope(std::string_view text)
    {
        auto sealed =
            sealEnvelope(text, m_header, {m_author.recipient(), m_supervisor.recipient(), m_escrow.recipient()},
                         m_author.sign, m_random);
        return sealed ? *sealed : std::string();
    }
    Result<std::string> open(std::string_view bytes, const Person& reader)
    {
        return openEnvelope(bytes, m_header, reader.user, reader.box, directory());
    }
    Errc openError(std::string_view bytes, const Person& reader)
    {
        const auto opened = open(bytes, reader);
        return opened ? Errc{} : opened.error().code;
    }

private slots:
    void everyReaderOpensIt_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 251, 252, 253, 508, 509, 5000, static_cast<int>(kMaxEnvelopeText)})
            QTest::addRow("%d bytes", size) << size;
    }
    void everyReaderOpensIt()
    {
        QFETCH(int, size);
        const std::string text(static_cast<std::size_t>(size), 'x');
        const auto bytes = envelope(text);
        for (const auto* reader : {&m_author, &m_supervisor, &m_escrow}) {
            const auto opened = open(bytes, *reader);
            QVERIFY(opened);
            QVERIFY(*opened == text);
        }
        QVERIFY(openError(bytes, m_stranger) == Errc::notAllowed);
        QVERIFY(toBase64Url(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size())).size() <
                std::size_t{256} * 1024 - 2);
    }

    void lengthsShowBucketsOnly()
    {
        QCOMPARE(envelope("").size(), envelope(std::string(252, 'x')).size());
        QCOMPARE(envelope(std::string(253, 'x')).size(), envelope("").size() + kPaddingBucket);
    }

    void theTextIsNotInIt()
    {
        const std::string canary = "canary-text-of-a-session";
        QVERIFY(envelope(canary).find(canary) == std::string::npos);
        QVERIFY(envelope(canary) != envelope(canary));
    }

    void whatIsTooMuchIsRefused()
    {
        const std::vector<Recipient> one{m_author.recipient()};
        QVERIFY(!sealEnvelope(std::string(kMaxEnvelopeText + 1, 'x'), m_header, one, m_author.sign, m_random));
        QVERIFY(!sealEnvelope("x", m_header, {}, m_author.sign, m_random));
        QVERIFY(!sealEnvelope("x", m_header, {m_author.recipient(), m_author.recipient()}, m_author.sign, m_random));
        QVERIFY(!sealEnvelope("x", m_header, {{m_author.user, PublicBoxKey{}}}, m_author.sign, m_random));
        std::vector<Recipient> crowd;
        for (std::size_t i = 0; i <= kMaxRecipients; ++i)
            crowd.push_back(Person(m_random).recipient());
        QVERIFY(!sealEnvelope("x", m_header, crowd, m_author.sign, m_random));
    }

    void itCanBeInspectedWithoutAKey()
    {
        const auto bytes = envelope("text");
        const auto info = verifyEnvelope(bytes, directory());
        QVERIFY(info);
        QVERIFY(info->header == m_header);
        QVERIFY((info->recipients == std::vector{m_author.user, m_supervisor.user, m_escrow.user}));
        QVERIFY(!info->rewrappedBy);
        QCOMPARE(info->paddedSize, kPaddingBucket);
    }

    void everyFlippedBitIsFound()
    {
        const auto bytes = envelope("text of a note");
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            const auto changed = flipped(bytes, bit);
            QVERIFY2(!open(changed, m_author), qPrintable(QString("bit %1").arg(bit)));
            QVERIFY2(!verifyEnvelope(changed, directory()), qPrintable(QString("bit %1").arg(bit)));
        }
    }

    void everyCutIsFound()
    {
        const auto bytes = envelope("text of a note");
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!inspectEnvelope(std::string_view(bytes).substr(0, size)));
        QVERIFY(!inspectEnvelope(bytes + '\0'));
    }

    void aNewerSuiteAsksForAnUpgrade()
    {
        auto bytes = envelope("text");
        bytes[3] = 2;
        QVERIFY(openError(bytes, m_author) == Errc::upgradeNeeded);
        bytes[3] = 0;
        QVERIFY(openError(bytes, m_author) == Errc::damaged);
    }

    void anotherPlaceIsRefused()
    {
        const auto bytes = envelope("text");
        auto elsewhere = m_header;
        elsewhere.record = m_random.id<RecordId>();
        QVERIFY(openEnvelope(bytes, elsewhere, m_author.user, m_author.box, directory()).error().code == Errc::damaged);
        elsewhere = m_header;
        elsewhere.field = 32;
        QVERIFY(openEnvelope(bytes, elsewhere, m_author.user, m_author.box, directory()).error().code == Errc::damaged);
    }

    // A certified colleague writes a note in the author's name: with their own key, or with the author's key but their own signature.
    void aForgedAuthorIsRefused()
    {
        auto forged = sealEnvelope("never said", m_header, {m_supervisor.recipient()}, m_stranger.sign, m_random);
        QVERIFY(forged);
        QVERIFY(openError(*forged, m_supervisor) == Errc::notAllowed);
        std::copy(m_author.sign.publicKey().bytes.begin(), m_author.sign.publicKey().bytes.end(), forged->begin() + 44);
        QVERIFY(openError(*forged, m_supervisor) == Errc::damaged);
    }

    // Wraps do not authenticate a sender: only the signature and the commitment keep them in their places.
    void swappedWrapsAreRefused()
    {
        const auto one = envelope("first");
        const auto two = envelope("other");
        const auto start = kEnvelopeHeaderSize + kPaddingBucket + kTagSize;
        const auto size = 1 + 3 * kWrapSize;
        auto mixed = one;
        mixed.replace(start, size, two.substr(start, size));
        QVERIFY(openError(mixed, m_author) == Errc::damaged);
        auto swapped = one;
        swapped.replace(start + 1, kWrapSize, one.substr(start + 1 + kWrapSize, kWrapSize));
        swapped.replace(start + 1 + kWrapSize, kWrapSize, one.substr(start + 1, kWrapSize));
        QVERIFY(openError(swapped, m_author) == Errc::damaged);
    }

    void theWrongKeyOfTheRightUserIsRefused()
    {
        const auto bytes = envelope("text");
        QVERIFY(openEnvelope(bytes, m_author.user, m_stranger.box, directory()).error().code == Errc::notAllowed);
        QVERIFY(openEnvelope(bytes, m_stranger.user, m_author.box, directory()).error().code == Errc::notAllowed);
    }

    void reassignmentChangesTheReadersOnly()
    {
        const auto bytes = envelope("text");
        const Person successor(m_random);
        const auto isSigner = [&](UserId user, const PublicSignKey& key) {
            return (user == successor.user && key == successor.sign.publicKey()) || directory()(user, key);
        };
        const auto moved =
            rewrapEnvelope(bytes, m_supervisor.user, m_supervisor.box, m_supervisor.sign,
                           {successor.recipient(), m_supervisor.recipient(), m_escrow.recipient()}, isSigner, m_random);
        QVERIFY(moved);
        QCOMPARE(QString::fromStdString(*openEnvelope(*moved, successor.user, successor.box, isSigner)),
                 QString("text"));
        QVERIFY(openEnvelope(*moved, m_author.user, m_author.box, isSigner).error().code == Errc::notAllowed);
        const auto info = verifyEnvelope(*moved, isSigner);
        QVERIFY(info && info->header.author == m_author.user && *info->rewrappedBy == m_supervisor.user);

        // Again, by the successor; nothing of the first reassignment is needed any more.
        const auto again = rewrapEnvelope(*moved, successor.user, successor.box, successor.sign, {m_author.recipient()},
                                          isSigner, m_random);
        QVERIFY(again && *openEnvelope(*again, m_author.user, m_author.box, isSigner) == "text");
        QVERIFY(!openEnvelope(*again, successor.user, successor.box, isSigner));

        for (std::size_t bit = 0; bit < moved->size() * 8; ++bit)
            QVERIFY2(!openEnvelope(flipped(*moved, bit), successor.user, successor.box, isSigner),
                     qPrintable(QString("bit %1").arg(bit)));
        for (std::size_t size = 0; size < moved->size(); ++size)
            QVERIFY(!inspectEnvelope(std::string_view(*moved).substr(0, size)));
        QVERIFY(!rewrapEnvelope(bytes, m_stranger.user, m_stranger.box, m_stranger.sign, {m_stranger.recipient()},
                                isSigner, m_random));
    }

    // Somebody who never held the content key makes wraps of another one and signs for them: readers see damage, not another text.
    void wrapsOfAnotherKeyAreRefused()
    {
        const auto mine = envelope("text");
        const auto other = sealEnvelope("other", m_header, {m_supervisor.recipient()}, m_author.sign, m_random);
        const auto parts = parseEnvelope(mine);
        const auto otherParts = parseEnvelope(*other);
        std::string forged(parts->headerBytes);
        forged.append(parts->ciphertext).append(otherParts->wrapBytes).append(parts->authorSignature.raw());
        forged.push_back('\1');
        forged.append(Hash{}.raw()); // replaced below
        const auto hashAt = forged.size() - 32;
        forged.append(m_stranger.user.raw()).append(m_stranger.sign.publicKey().raw());
        forged.append(
            m_stranger.sign.sign(rewrapMessage(parts->authorSignature, m_stranger.user, otherParts->wrapBytes)).raw());
        QVERIFY(openError(forged, m_supervisor) == Errc::damaged);
        const auto honest = rewrapEnvelope(mine, m_author.user, m_author.box, m_author.sign, {m_author.recipient()},
                                           directory(), m_random);
        forged.replace(hashAt, 32, parseEnvelope(*honest)->rewrap->originalWraps.raw());
        QVERIFY(verifyEnvelope(forged, directory())); // well signed
        QVERIFY(openError(forged, m_supervisor) == Errc::damaged);
    }
};

QTEST_APPLESS_MAIN(EnvelopeTest)
#include "tst_envelope.moc"
