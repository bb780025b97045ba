// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/record_fields.hpp"
#include "app/forms/repeats.hpp"
#include "app/hands/attach.hpp"
#include "app/hands/keeping.hpp"
#include "app/hands/picture.hpp"
#include "jpeg_maker.hpp"
#include "sync/model/catalogue_values.hpp"
#include "tests/unit/forms/forms_world.hpp"

#include <QDirIterator>
#include <QTest>

using namespace lianxin;
using namespace lianxin::hands;
using lianxin::test::scene;

// Pictures and voices over the real encrypted stores, with the shipped catalogue.
class TestAttach : public QObject {
    Q_OBJECT

    std::unique_ptr<FormsWorld> m_world;
    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<store::BlobStore> m_blobs;

    [[nodiscard]] const RecordType& attachment() const { return m_world->type("attachment"); }
    [[nodiscard]] const Field& field(const char* type) const { return *attachmentField(m_world->type(type)); }
    [[nodiscard]] Keeping keeping() const { return Keeping(*m_world->catalogue, *m_world->store, *m_blobs); }
    void openBlobs()
    {
        m_blobs.reset();
        m_blobs = *store::BlobStore::open(m_folder.filePath(QString("%1.db").arg(m_count)).toStdString(), m_world->key,
                                          {m_world.get(), nullptr});
    }
    [[nodiscard]] forms::RecordEditor visit()
    {
        auto editor = *forms::RecordEditor::openNew(
            m_world->ports(), {m_world->type("visit").number, m_world->household, m_world->village(), {}});
        editor.edit().set(m_world->field("visit", "mode"), Value::fromInt(1));
        editor.edit().set(m_world->field("visit", "outcome"), Value::fromInt(1));
        return editor;
    }
    static Made photo(int seed, std::int64_t faces = 0)
    {
        const auto picture = *preparePicture(scene(600 + seed, 400));
        Made made;
        made.whole = picture.jpeg;
        made.thumbnail = picture.thumbnail;
        made.mime = "image/jpeg";
        made.width = picture.width;
        made.height = picture.height;
        made.faces = faces;
        return made;
    }
    static Made memo(std::int64_t voices)
    {
        Made made;
        made.kind = AttachmentKind::voice;
        made.whole = "OggS-not-decoded-here";
        made.mime = "audio/ogg";
        made.seconds = 9;
        made.voices = voices;
        return made;
    }
    RecordId keep(forms::RecordEditor& editor)
    {
        const auto ports = m_world->ports();
        auto repeats = forms::Repeats::of(ports, editor);
        auto rows = repeats.edits(ports, editor);
        if (!rows)
            qFatal("%s", rows.error().detail.c_str());
        const auto done = editor.commit({}, std::move(*rows));
        if (!done)
            qFatal("%s", done.error().detail.c_str());
        m_last = *done;
        if (const auto settled = keeping().settle(m_world->household); !settled)
            qFatal("%s", settled.error().detail.c_str());
        return done->record;
    }
    forms::Committed m_last;
    [[nodiscard]] std::vector<store::RecordView> kept(const char* type) const
    {
        std::vector<store::RecordView> active;
        const auto children = *m_world->store->children(m_world->household);
        for (const auto& view : children)
            if (view.type == m_world->type(type).number && view.life == store::Life::active)
                active.push_back(view);
        return active;
    }
    [[nodiscard]] std::size_t going() const { return m_blobs->toSend(99)->size(); }

private slots:
    void init()
    {
        ++m_count;
        m_world = std::make_unique<FormsWorld>();
        openBlobs();
    }

    // One visit, one save: the picture's record names the visit, the visit names the picture, the bytes come back, and may go up.
    void aPictureOnAVisit()
    {
        auto editor = visit();
        const Made made = photo(1);
        const auto id = *attach(m_world->ports(), *m_blobs, editor, field("visit"), made);
        QCOMPARE(attachedTo(m_world->ports(), editor, field("visit")).size(), std::size_t{1});
        QVERIFY(attachedTo(m_world->ports(), editor, field("visit")).front().isNew);
        QVERIFY(kept("attachment").empty()); // not before the visit is kept
        const auto before = m_world->store->syncState()->saved;
        const auto record = keep(editor);
        QCOMPARE(m_world->store->syncState()->saved, before + 1); // one change
        const auto view = *m_world->store->view(id);
        const forms::RecordFields fields(attachment(), view);
        QCOMPARE(fields.ref("owner").value_or(RecordId{}), record);
        QCOMPARE(fields.number("width").value_or(0), 601);
        const forms::RecordFields visited(m_world->type("visit"), *m_world->store->view(record));
        QCOMPARE(visited.refs("attachments"), std::vector<RecordId>{id});
        QVERIFY(*m_blobs->bytes(*Hash::parse(fields.text("hash"))) == made.whole);
        QVERIFY(*m_blobs->bytes(*Hash::parse(fields.text("thumbnail"))) == made.thumbnail);
        QCOMPARE(going(), std::size_t{2}); // thumbnail and original
        QCOMPARE(static_cast<int>(m_blobs->toSend(1)->front().rank), static_cast<int>(store::BlobRank::thumbnail));
    }

    void aDraftKeepsItThroughAKill()
    {
        auto editor = visit();
        const auto id = *attach(m_world->ports(), *m_blobs, editor, field("visit"), photo(2));
        QVERIFY(editor.saveDraft());
        m_world->reopen();
        openBlobs();
        m_world->time += 30LL * 24 * 3600 * 1000;
        QCOMPARE(*keeping().sweep(m_world->time), std::size_t{0}); // the draft names its bytes
        auto again = *forms::RecordEditor::restore(m_world->ports(), m_world->store->drafts()->front());
        const auto attached = attachedTo(m_world->ports(), again, field("visit"));
        QCOMPARE(attached.size(), std::size_t{1});
        QCOMPARE(attached.front().record, id);
        keep(again);
        QCOMPARE(kept("attachment").size(), std::size_t{1});
    }

    void whatNobodyKeptIsSweptAfterAWeek()
    {
        {
            auto editor = visit();
            QVERIFY(attach(m_world->ports(), *m_blobs, editor, field("visit"), photo(3)).has_value());
        }
        QCOMPARE(*keeping().sweep(m_world->time + 1000), std::size_t{0});
        QCOMPARE(*keeping().sweep(m_world->time + 8LL * 24 * 3600 * 1000), std::size_t{2});
        QVERIFY(m_blobs->unclaimed(m_world->time + 1)->empty());
    }

    // A face stays on the tablet until the family says yes, and comes back to it when they change their mind.
    void aFaceWaitsForAYes()
    {
        auto editor = visit();
        QVERIFY(attach(m_world->ports(), *m_blobs, editor, field("visit"), photo(4, kFacesSeen)).has_value());
        keep(editor);
        QCOMPARE(kept("attachment").size(), std::size_t{1});
        QCOMPARE(going(), std::size_t{0});
        const auto view = kept("attachment").front();
        QCOMPARE(static_cast<int>(*keeping().asks(view, Use::together)), static_cast<int>(ConsentScope::photos));
        const auto yes = m_world->make("consent", m_world->household,
                                       {{"scope", Value::fromJson(boost::json::array{3})},
                                        {"method", Value::fromInt(1)},
                                        {"at", Value::fromInt(m_world->time)}});
        QVERIFY(keeping().settle(m_world->household));
        QCOMPARE(going(), std::size_t{2});
        QVERIFY(!keeping().asks(view, Use::together));
        QVERIFY(keeping().asks(view, Use::publish).has_value()); // a newspaper is another question
        auto consent = *forms::RecordEditor::openExisting(m_world->ports(), yes);
        consent.edit().set(m_world->field("consent", "withdrawn_at"), Value::fromText("2026-10-14"));
        QVERIFY(consent.commit().has_value());
        QVERIFY(keeping().settle(m_world->household));
        QCOMPARE(going(), std::size_t{0});
        QVERIFY(keeping().asks(view, Use::together).has_value());
    }

    void aYesThatIsGivenWithThePicture()
    {
        auto editor = visit();
        Made signature;
        signature.kind = AttachmentKind::signature;
        signature.whole = "png of a name";
        signature.mime = "image/png";
        QVERIFY(
            attach(m_world->ports(), *m_blobs, editor, field("visit"), photo(5, kFacesSeen), NewYes{1, {}, signature})
                .has_value());
        keep(editor);
        QCOMPARE(kept("consent").size(), std::size_t{1});
        const forms::RecordFields consent(m_world->type("consent"), kept("consent").front());
        QCOMPARE(consent.codes("scope"), std::vector<std::int64_t>{3});
        QCOMPARE(consent.refs("attachments").size(), std::size_t{1});
        QCOMPARE(kept("attachment").size(), std::size_t{2});
        QCOMPARE(going(), std::size_t{3}); // thumbnail, picture, signature
        for (const auto& view : kept("attachment")) {
            const auto facts = factsOf(attachment(), fieldsOf(attachment(), view.values()));
            QCOMPARE(facts.consent.has_value(), facts.kind == AttachmentKind::photo);
        }
    }

    void aFamilysVoiceWaitsAndAWorkersDoesNot()
    {
        auto editor = visit();
        QVERIFY(attach(m_world->ports(), *m_blobs, editor, field("visit"), memo(0)).has_value());
        QVERIFY(attach(m_world->ports(), *m_blobs, editor, field("visit"),
                       [] {
                           auto family = memo(kFamilyHeard);
                           family.whole += "another";
                           return family;
                       }())
                    .has_value());
        keep(editor);
        QCOMPARE(going(), std::size_t{1});
    }

    // The same picture on two visits, one taken out again: it goes all the same.
    void oneBlobOfTwoRecords()
    {
        auto first = visit();
        QVERIFY(attach(m_world->ports(), *m_blobs, first, field("visit"), photo(9)).has_value());
        keep(first);
        auto second = visit();
        const auto twin = *attach(m_world->ports(), *m_blobs, second, field("visit"), photo(9));
        const auto record = keep(second);
        QCOMPARE(going(), std::size_t{2});
        auto again = *forms::RecordEditor::openExisting(m_world->ports(), record);
        QVERIFY(detach(m_world->ports(), again, field("visit"), twin));
        keep(again);
        QCOMPARE(kept("attachment").size(), std::size_t{1});
        QCOMPARE(going(), std::size_t{2});
    }

    void takenOutAgain()
    {
        auto editor = visit();
        const auto one = *attach(m_world->ports(), *m_blobs, editor, field("visit"), photo(6));
        const auto two = *attach(m_world->ports(), *m_blobs, editor, field("visit"), photo(7));
        QVERIFY(detach(m_world->ports(), editor, field("visit"), one));
        const auto record = keep(editor);
        QCOMPARE(kept("attachment").size(), std::size_t{1});
        auto later = *forms::RecordEditor::openExisting(m_world->ports(), record);
        QVERIFY(detach(m_world->ports(), later, field("visit"), two));
        QVERIFY(attachedTo(m_world->ports(), later, field("visit")).empty());
        keep(later);
        QVERIFY(kept("attachment").empty());
        QCOMPARE(going(), std::size_t{0}); // what is put away goes nowhere
    }

    // Taken back while the toast is there: the words and the pictures are a draft again, as another record.
    void anUndoneVisitKeepsItsPictures()
    {
        auto editor = visit();
        QVERIFY(attach(m_world->ports(), *m_blobs, editor, field("visit"), photo(8, kFacesSeen),
                       NewYes{3, "two neighbours", {}})
                    .has_value());
        const auto record = keep(editor);
        QVERIFY(forms::undo(m_world->ports(), m_last));
        QVERIFY(kept("attachment").empty() && kept("consent").empty());
        auto again = *forms::RecordEditor::restore(m_world->ports(), m_world->store->drafts()->front());
        QVERIFY(again.record() != record);
        QCOMPARE(attachedTo(m_world->ports(), again, field("visit")).size(), std::size_t{1});
        keep(again);
        QCOMPARE(kept("attachment").size(), std::size_t{1});
        QCOMPARE(kept("consent").size(), std::size_t{1});
        const forms::RecordFields fields(attachment(), kept("attachment").front());
        QCOMPARE(fields.ref("owner").value_or(RecordId{}), again.record());
        QCOMPARE(fields.ref("consent").value_or(RecordId{}), kept("consent").front().record);
        QCOMPARE(going(), std::size_t{2});
    }

    void everyFieldOfHandsOffersSomething()
    {
        int fields = 0;
        const auto* kinds = m_world->catalogue->codeList("attachment_kind");
        for (const auto& type : m_world->catalogue->types())
            for (const auto& one : type.fields)
                if (one.control == "attach") {
                    ++fields;
                    QVERIFY2(!forms::FormState(type, {}).offered(one, *kinds).empty(), type.name.c_str());
                    QVERIFY2(one.required == Required::never && !one.requiredWhen,
                             type.name.c_str()); // never asked for
                }
        QVERIFY(fields >= 11);
        QVERIFY(m_world->catalogue->codeList("faces")->find(kFacesSeen) != nullptr);
        QVERIFY(m_world->catalogue->codeList("voices")->find(kFamilyHeard) != nullptr);
        for (const auto scope : {ConsentScope::visitNotes, ConsentScope::photos, ConsentScope::publicity})
            QVERIFY(m_world->catalogue->codeList("consent_scope")->find(static_cast<std::int64_t>(scope)) != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestAttach)
#include "tst_attach.moc"
