// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and listening without a network: what ships, what the province sent, and a tone that one can breathe with.
#include "app/hands/voice.hpp"
#include "app/viewmodel/library_model.hpp"
#include "tests/unit/scales/shipped_scales.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QAbstractItemModelTester>

#include <boost/json/array.hpp>

#include <cmath>

using namespace lianxin;
using namespace lianxin::test;

namespace {

// Says when it is asked to play and to stop; ends when the test says so.
class Speaker final : public platform::Loudspeaker {
public:
    Result<void> play(std::vector<std::int16_t> given, std::function<void()> ended) override
    {
        if (broken)
            return fail(Errc::notFound, "no loudspeaker");
        samples = std::move(given);
        whenEnded = std::move(ended);
        return {};
    }
    void stop() override { ++stops; }
    std::vector<std::int16_t> samples;
    std::function<void()> whenEnded;
    int stops{0};
    bool broken{false};
};

class NoRoom final : public store::SpareRoom {
public:
    bool give() override { return false; }
    [[nodiscard]] bool isGiven() const override { return false; }
};

std::vector<std::int16_t> tone(int seconds)
{
    std::vector<std::int16_t> samples(static_cast<std::size_t>(seconds) * platform::kSoundRate);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(6000 * std::sin(0.05 * static_cast<double>(i)));
    return samples;
}

std::string memoOf(const std::vector<std::int16_t>& samples)
{
    hands::VoiceEncoder encoder;
    encoder.add(samples);
    return must(encoder.finish());
}

} // namespace

class LibraryTest : public QObject, private LooksWorld {
    Q_OBJECT
    Speaker m_speaker;
    std::string m_text{readText(QStringLiteral("library/library.json"))};

private slots:
    void init()
    {
        setUp();
        m_speaker = {};
    }
    void cleanup() { tearDown(); }

    void whatShipsIsWhole()
    {
        const auto library = parse();
        QVERIFY(library.size() >= 8);
        for (const auto kind :
             {ui::LibraryItem::Kind::guide, ui::LibraryItem::Kind::policy, ui::LibraryItem::Kind::listen})
            QVERIFY(std::ranges::any_of(library, [&](const auto& item) { return item.kind == kind; }));
    }
    [[nodiscard]] std::vector<ui::LibraryItem> parse() const
    {
        const auto library = ui::parseLibrary(m_text);
        if (!library)
            qFatal("%s", library.error().detail.c_str());
        return *library;
    }

    void oneReadsWhatShipsAndWhatTheProvinceSent()
    {
        make(*m_a, "material", PartitionId::directory(),
             {{"title", Value::fromText("服务手册")},
              {"kind", Value::fromInt(1)},
              {"gist", Value::fromText("第二版")},
              {"body", Value::fromText("第一章")}});
        make(*m_a, "policy_doc", PartitionId::directory(),
             {{"title", Value::fromText("专项资金管理办法")}, {"doc_no", Value::fromText("示例1号")}});
        syncAll();
        ui::LibraryModel model(*m_desk, m_steps, m_text, &m_speaker);
        QAbstractItemModelTester tester(model.items(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.refresh();
        QCOMPARE(model.items()->value(0, "heading").toString(),
                 QStringLiteral("服务手册")); // what the province sent, first
        QVERIFY(model.items()->count() > 5);
        model.open(model.items()->value(0, "itemId").toString());
        QCOMPARE(model.body(), QStringLiteral("第一章"));
        QVERIFY(!model.canPlay());
        QVERIFY(model.stepBack());
        QVERIFY(!model.stepBack());
        model.choose(static_cast<int>(ui::LibraryItem::Kind::policy));
        QCOMPARE(model.items()->value(0, "heading").toString(), QStringLiteral("专项资金管理办法"));
        QCOMPARE(model.items()->value(0, "line").toString(), QStringLiteral("示例1号"));
        model.open(model.items()->value(0, "itemId").toString());
        QVERIFY(!model.body().isEmpty()); // says that the words are not here
    }

    // Recordings and scans of a material play and open without a network, as far as they are on this tablet; what is not is said kindly.
    void recordingsOfAMaterial()
    {
        const auto path = m_folder.filePath(QString("blobs%1.db").arg(m_count)).toStdString();
        NoRoom room;
        const auto blobs = must(store::BlobStore::open(path, store::RawKey{}, {&m_b->clock, &room}));
        const auto spoken = tone(2);
        const auto here = must(blobs->put(PartitionId::directory(), store::BlobRank::original, memoOf(spoken)));
        const auto strange = must(blobs->put(PartitionId::directory(), store::BlobRank::original, "no sound at all"));
        const auto attachment = [&](int kind, const Hash& hash, const char* caption) {
            return make(*m_b, "attachment", PartitionId::directory(),
                        {{"kind", Value::fromInt(kind)},
                         {"hash", Value::fromText(hash.text())},
                         {"seconds", Value::fromInt(kind == 2 ? 130 : 0)},
                         {"caption", Value::fromText(caption)}});
        };
        const auto elsewhere = store::blobId(PartitionId::directory(), 3, {});
        boost::json::array files;
        for (const auto& id : {attachment(2, here, "睡不着的夜里"), attachment(2, elsewhere, "还没来的"),
                               attachment(2, strange, "别的格式"), attachment(3, here, "原件")})
            files.push_back(boost::json::string(id.text()));
        const auto material = make(*m_b, "material", PartitionId::directory(),
                                   {{"title", Value::fromText("心里难受的时候")}, {"kind", Value::fromInt(5)}});
        auto editor = must(forms::RecordEditor::openExisting(m_desk->editorPorts(), material));
        editor.edit().set(m_desk->type("material").field(std::string_view("attachments"))->number,
                          Value::fromJson(files));
        must(editor.commit());
        m_desk->close();
        m_desk->open({m_b->store.get(), nullptr, m_b->user, Role::VW, blobs.get()});
        ui::LibraryModel model(*m_desk, m_steps, m_text, &m_speaker);
        QAbstractItemModelTester tester(model.sounds(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.choose(static_cast<int>(ui::LibraryItem::Kind::listen));
        model.open(model.items()->value(0, "itemId").toString());
        QCOMPARE(model.heading(), QStringLiteral("心里难受的时候"));
        QCOMPARE(model.sounds()->count(), 2);
        QCOMPARE(model.sounds()->value(0, "label").toString(), QStringLiteral("睡不着的夜里"));
        QVERIFY(!model.sounds()->value(0, "line").toString().isEmpty());
        QCOMPARE(model.pictures()->count(), 1);
        QVERIFY2(model.missingText().contains(QLatin1Char('1')), qPrintable(model.missingText()));
        QVERIFY(model.body().isEmpty()); // the recording is what there is
        const QString first = model.sounds()->value(0, "soundId").toString();
        model.toggleSound(first);
        QVERIFY(model.sounds()->value(0, "playing").toBool());
        QVERIFY(m_speaker.samples.size() >= spoken.size() - platform::kSoundRate / 10);
        QVERIFY(!model.playing()); // the breath's own button is not meant
        m_speaker.whenEnded();
        QVERIFY(!model.sounds()->value(0, "playing").toBool());
        model.toggleSound(first);
        model.toggleSound(first);
        QVERIFY(!model.sounds()->value(0, "playing").toBool());
        QCOMPARE(m_speaker.stops, 1);
        model.toggleSound(model.sounds()->value(1, "soundId").toString());
        QVERIFY(!m_steps.said.isEmpty()); // of another kind: said, nothing plays
        QVERIFY(!model.sounds()->value(1, "playing").toBool());
        model.toggleSound(first);
        model.stepBack();
        QCOMPARE(m_speaker.stops, 2);
        QCOMPARE(model.sounds()->count(), 0);
        model.open({});
        QVERIFY(model.missingText().isEmpty());
        m_desk->close();
    }

    void oneListensAndStops()
    {
        ui::LibraryModel model(*m_desk, m_steps, m_text, &m_speaker);
        model.choose(static_cast<int>(ui::LibraryItem::Kind::listen));
        model.open(model.items()->value(0, "itemId").toString());
        QVERIFY(model.canPlay() && !model.playing());
        model.togglePlay();
        QVERIFY(model.playing());
        QCOMPARE(m_speaker.samples.size(), std::size_t{180} * platform::kSoundRate);
        m_speaker.whenEnded();
        QVERIFY(!model.playing());
        model.togglePlay();
        model.togglePlay();
        QCOMPARE(m_speaker.stops, 1);
        model.togglePlay();
        model.leave(); // another page, or the lock
        QVERIFY(!model.playing());
        QCOMPARE(m_speaker.stops, 2);
        m_speaker.broken = true;
        model.togglePlay();
        QVERIFY(!model.playing());
        QVERIFY(!m_steps.said.isEmpty());
        ui::LibraryModel silent(*m_desk, m_steps, m_text, nullptr);
        silent.choose(static_cast<int>(ui::LibraryItem::Kind::listen));
        silent.open(silent.items()->value(0, "itemId").toString());
        QVERIFY(!silent.canPlay());
    }

    // Up while breathing in, down while breathing out, soft, and silent between two breaths.
    void theToneCanBeBreathedWith()
    {
        constexpr int kRate = 8000;
        const ui::BreathTone tone{176, 264, 4, 6, 2};
        const auto samples = ui::samplesOf(tone, kRate);
        QCOMPARE(samples.size(), std::size_t{20} * kRate);
        const auto crossings = [&](int second) {
            int count = 0;
            for (int i = second * kRate + 1; i < (second + 1) * kRate; ++i)
                count += samples[static_cast<std::size_t>(i)] >= 0 && samples[static_cast<std::size_t>(i) - 1] < 0;
            return count;
        };
        QVERIFY(std::abs(crossings(0) - 187) <= 4);
        QVERIFY(std::abs(crossings(3) - 253) <= 4);
        QVERIFY(crossings(5) > crossings(9));
        int loudest = 0;
        for (const auto sample : samples)
            loudest = std::max(loudest, std::abs(static_cast<int>(sample)));
        QVERIFY(loudest > 5000 && loudest < 12000);
        for (const int edge : {0, 4 * kRate, 10 * kRate})
            QVERIFY(std::abs(static_cast<int>(samples[static_cast<std::size_t>(edge)])) < 200);
    }

    void whatIsNoLibraryIsRefused()
    {
        for (const char* text : {"", "{}", R"({"items":[1]})", R"({"items":[{"id":"a","kind":"song"}]})",
                                 R"({"items":[{"id":"a","kind":"guide","zh":{"title":"x","gist":"y","body":[]}}]})"})
            QVERIFY(!ui::parseLibrary(text));
        auto twice = m_text;
        twice.replace(twice.find("\"words\""), 7, "\"first-visit\"");
        QVERIFY(!ui::parseLibrary(twice));
    }
};

QTEST_GUILESS_MAIN(LibraryTest)
#include "tst_library.moc"
