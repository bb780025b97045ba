// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/near_model.hpp"
#include "platform/fake/fake_hands.hpp"
#include "sync/wire/error_reply.hpp"
#include "tests/unit/carry/carry_world.hpp"
#include "tests/unit/store/faulty_vfs.hpp"
#include "tests/unit/viewmodel/page_world.hpp"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

namespace lianxin::test {

inline constexpr int kNearPatience = 20'000; // ms; only a hang reaches it

class FakeCodeWriter final : public platform::CodeWriter {
public:
    QString last;
    [[nodiscard]] QImage write(const std::string& text) override
    {
        last = QString::fromStdString(text);
        return {8, 8, QImage::Format_RGB32};
    }
};

// One tablet of two: its store, what it carries with, its hands, and the page's model over them.
class NearSide {
public:
    struct Hands : Steps {
        platform::FakeHands& hands;
        explicit Hands(platform::FakeHands& fake) : hands(fake) {}
        void goHands(ui::HandWish, ui::HandDone done) override // what the camera sees at once
        {
            ui::HandResult result;
            if (const auto seen = hands.codes.read({}))
                result.code = hands::CodeText{hands::CodeText::Kind::nearby, *seen};
            done(std::move(result));
        }
    };

    Tablet tablet;
    platform::FakeHands hands;
    FakeCodeWriter writer;
    platform::Hands ports;
    duty::DutyRules duty;
    forms::RiskRules risk;
    ui::Shelf shelf;
    std::unique_ptr<carry::TabletCarry> carry;
    ui::Desk desk;
    Hands steps{hands};
    QHostAddress host{QHostAddress::LocalHost};
    bool confirmed{true};
    ui::NearModel model;

    NearSide(const Organisation& organisation, Province& province, const std::string& path, std::uint32_t seed)
        : tablet(path, seed), ports(hands.ports()), shelf{tablet.catalogue, nullptr, duty,    risk,  tablet.clock,
                                                          tablet.random,    nullptr, nullptr, &ports},
          desk(shelf), model(desk, steps, [this] { return host; }),
          m_organisation(organisation), m_trust{organisation.issuer, province.key.publicKey()}
    {
        tablet.catalogue = shippedCatalogue();
        province.enrol(tablet);
        ports.writer = &writer;
        openAll();
    }
    void reopenFaulty()
    {
        closeAll();
        tablet.store = must(store::ReplicaStore::open(faulty::uri(tablet.file), tablet.key, tablet.ports()));
        openAll();
    }
    ~NearSide() { closeAll(); }
    NearSide(const NearSide&) = delete;
    NearSide& operator=(const NearSide&) = delete;

    void writes(int families)
    {
        const RecordType* type = tablet.catalogue.type(std::string_view("household"));
        for (int i = 0; i < families; ++i) {
            const auto id = tablet.newId();
            store::RecordEdit record{id, id, type->number, village(), {}, {}};
            record.writes.push_back(
                {{type->field(std::string_view("call_name"))->number, {}}, Value::fromText("林阿姨")});
            record.writes.push_back({kLocation, Value::fromText(village().text())});
            must(tablet.store->save({{}, {record}, {}, "test"}));
        }
    }
    void types(const QString& code)
    {
        model.typeCode();
        model.read(code);
        QVERIFY2(model.isUnderstood(), qPrintable(code));
        model.go();
    }
    // The meeting is over, whatever came of it.
    [[nodiscard]] bool ends()
    {
        return QTest::qWaitFor(
            [this] { return model.step() == ui::NearModel::Done || model.step() == ui::NearModel::Stopped; },
            kNearPatience);
    }
    [[nodiscard]] std::uint64_t acknowledged() const { return must(tablet.store->carried()).acknowledged; }
    [[nodiscard]] store::CarriedBy by(std::uint64_t number) const { return must(tablet.store->carried()).by(number); }

    // What a door of this tablet would say: its reply, and its own question.
    [[nodiscard]] carry::NearMessage answer(const carry::NearMessage& asked, const seal::PublicBoxKey& door)
    {
        carry::NearMessage said;
        const auto request = must(wire::decodeCarryRequest(asked.ask));
        const auto path = carry::nearPath(door);
        said.reply = wire::encodeCarryReply(
            must(carry->take(request, {must(seal::parseAuth(asked.auth)), "POST", path, asked.ask})));
        said.ask = wire::encodeCarryRequest(must(carry->toCarrier(carry::TabletCarry::Carriers::neighbour)).request);
        said.auth =
            seal::formatAuth(seal::signRequest(tablet.sign, tablet.replica, ++m_counter, "POST", path, said.ask));
        return said;
    }
    [[nodiscard]] client::NearParts nearParts()
    {
        return {*carry, *tablet.store, tablet.replica, &tablet.sign, tablet.random};
    }

private:
    void openAll()
    {
        carry = std::make_unique<carry::TabletCarry>(carry::TabletCarry::Parts{
            *tablet.store, tablet.replica, tablet.sign,
            m_organisation.certify(seal::CertificateKind::replica, tablet.replica.text(), tablet.sign.publicKey()),
            m_trust, m_organisation.box.publicKey(), tablet.clock, tablet.random});
        // Another realm's certificates are of that realm.
        if (m_organisation.issuer.realm != seal::Realm::demo) {
            seal::Certificate own;
            own.kind = seal::CertificateKind::replica;
            own.realm = m_organisation.issuer.realm;
            own.subject = tablet.replica.text();
            own.signKey = tablet.sign.publicKey();
            carry = std::make_unique<carry::TabletCarry>(carry::TabletCarry::Parts{
                *tablet.store, tablet.replica, tablet.sign, seal::issue(m_organisation.issuerKey, own), m_trust,
                m_organisation.box.publicKey(), tablet.clock, tablet.random});
        }
        desk.open({tablet.store.get(), nullptr, tablet.user, Role::VW});
        model.setParts([this]() -> std::optional<client::NearParts> {
            return confirmed ? std::optional(nearParts()) : std::nullopt;
        });
    }
    void closeAll()
    {
        model.setParts({});
        desk.close();
        carry.reset();
        tablet.close();
    }

    const Organisation& m_organisation;
    carry::Trust m_trust;
    std::uint64_t m_counter{0};
};

// Size and bytes, as messages of a meeting come.
inline std::optional<QByteArray> wholeFrame(QByteArray& buffer)
{
    constexpr qsizetype kSize = 4;
    if (buffer.size() < kSize)
        return std::nullopt;
    const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(buffer.constData()));
    if (buffer.size() < kSize + size)
        return std::nullopt;
    auto frame = buffer.mid(kSize, size);
    buffer.remove(0, kSize + size);
    return frame;
}
inline void sendFrame(QTcpSocket& line, std::string_view bytes)
{
    QByteArray size(4, '\0');
    qToBigEndian(static_cast<quint32>(bytes.size()), size.data());
    line.write(size);
    line.write(bytes.data(), static_cast<qint64>(bytes.size()));
}

// A door that says what a test wants; nullopt: it hangs up.
class ScriptedDoor {
public:
    using Script = std::function<std::optional<carry::NearMessage>(const carry::NearMessage&)>;
    enum class Key { own, another };

    explicit ScriptedDoor(Script script)
        : m_script(std::move(script)), m_key(seal::BoxKey::generate(m_random)),
          m_other(seal::BoxKey::generate(m_random))
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            m_line = m_server.nextPendingConnection();
            QObject::connect(m_line, &QTcpSocket::readyRead, m_line, [this] { read(); });
        });
    }
    [[nodiscard]] seal::PublicBoxKey key() const { return m_key.publicKey(); }
    [[nodiscard]] QString code(Key key = Key::own) const
    {
        const auto& shown = key == Key::own ? m_key : m_other;
        return QString::fromStdString(
            carry::nearShort({"127.0.0.1", m_server.serverPort(), shown.publicKey()}).value());
    }

private:
    void read()
    {
        m_buffer += m_line->readAll();
        while (const auto frame = wholeFrame(m_buffer)) {
            const std::string bytes = frame->toStdString();
            if (bytes.size() == carry::kNearHelloBytes) {
                sendFrame(*m_line, m_key.publicKey().raw());
                continue;
            }
            const auto asked = must(carry::openNear(bytes, m_key));
            if (asked.ask.empty()) // its last word
                return;
            auto said = m_script(asked);
            if (!said)
                return m_line->disconnectFromHost();
            said->replyTo = m_key.publicKey();
            sendFrame(*m_line, must(carry::sealNear(*said, asked.replyTo, m_random)));
        }
    }

    SeededRandom m_random{31};
    Script m_script;
    seal::BoxKey m_key, m_other;
    QTcpServer m_server;
    QTcpSocket* m_line{nullptr};
    QByteArray m_buffer;
};

// Answers as `side` would, but takes none of the visitor's envelopes.
class RefusingDoor : public ScriptedDoor {
public:
    RefusingDoor(NearSide& side, Errc code)
        : ScriptedDoor([this, &side, code](const carry::NearMessage& asked) {
              auto said = side.answer(asked, key());
              auto reply = must(wire::decodeCarryReply(said.reply));
              for (auto& answer : reply.answers) {
                  answer.carried.reset();
                  answer.refused = errcName(code);
              }
              said.reply = wire::encodeCarryReply(reply);
              return said;
          })
    {}
};

// Asks as `side` would, hears the answer, and walks out without one of its own.
class LeavingVisitor {
public:
    LeavingVisitor(NearSide& side, const QString& code) : m_mine(seal::BoxKey::generate(m_random))
    {
        const auto place = carry::readNear(code.toStdString()).place;
        QObject::connect(&m_line, &QTcpSocket::connected, &m_line,
                         [this, place] { sendFrame(m_line, carry::nearHello(place.mark)); });
        QObject::connect(&m_line, &QTcpSocket::readyRead, &m_line, [this, &side] {
            m_buffer += m_line.readAll();
            while (const auto frame = wholeFrame(m_buffer)) {
                if (frame->size() != static_cast<qsizetype>(carry::kNearKeyBytes))
                    return m_line.disconnectFromHost();
                const auto door = must(seal::PublicBoxKey::fromRaw(frame->toStdString()));
                carry::NearMessage asked;
                asked.replyTo = m_mine.publicKey();
                asked.ask = wire::encodeCarryRequest(
                    must(side.carry->toCarrier(carry::TabletCarry::Carriers::neighbour)).request);
                asked.auth = seal::formatAuth(seal::signRequest(side.tablet.sign, side.tablet.replica, 77, "POST",
                                                                carry::nearPath(door), asked.ask));
                sendFrame(m_line, must(carry::sealNear(asked, door, m_random)));
            }
        });
        m_line.connectToHost(QString::fromStdString(place.host), place.port);
    }

private:
    SeededRandom m_random{32};
    seal::BoxKey m_mine;
    QTcpSocket m_line;
    QByteArray m_buffer;
};

// The province applies what a tablet carries, and its receipts go back to the carrier.
inline void deliver(Province& province, carry::TabletCarry& carrier, const Organisation& organisation,
                    const std::vector<const Tablet*>& authors)
{
    const auto load = must(carrier.toProvince());
    wire::CarryReply reply;
    for (const auto& bytes : load.request.envelopes) {
        const auto envelope = must(seal::parseCarried(bytes));
        const auto push = must(wire::readCarriedText(must(seal::openCarried(envelope, organisation.box))));
        wire::CarryAnswer answer;
        for (const auto* author : authors)
            if (author->replica == envelope.label.replica)
                answer.received = province.push(push, *author).receipt;
        reply.answers.push_back(answer);
    }
    must(carrier.provinceAnswered(load, reply));
}

} // namespace lianxin::test
