// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/neighbour_hints.hpp"
#include "forms_world.hpp"

#include <QTest>

using namespace lianxin;

// Hints that come from the records beside the one that is written (domain 3.9, 9.4, 9.6). None of them stops a save.
class NeighbourHintsTest : public QObject {
    Q_OBJECT

    [[nodiscard]] static QStringList codes(const forms::RecordEditor& editor)
    {
        QStringList found;
        for (const auto& hint : editor.hints())
            if (hint.code == "id_elsewhere" || hint.code == "card_differs" || hint.code == "noted_twice" ||
                hint.code == "many_served")
                found << QString::fromStdString(hint.code + " " + editor.form().type().field(hint.field)->name);
        found.sort();
        return found;
    }
    static forms::RecordEditor opened(FormsWorld& world, const char* type, RecordId root)
    {
        auto editor = forms::RecordEditor::openNew(world.ports(), {world.type(type).number, root, world.village(), {}});
        return std::move(*editor);
    }
    static void set(FormsWorld& world, forms::RecordEditor& editor, const char* field, const Value& value)
    {
        editor.edit().set(world.field(editor.form().type().name.c_str(), field), value);
    }

private slots:
    void aNumberThatSomebodyElsewhereHas()
    {
        FormsWorld world;
        const auto other = world.make("household", {}, {{"call_name", Value::fromText("吴阿姨")}});
        world.make("person", other,
                   {{"name", Value::fromText("吴美华")}, {"id_no", Value::fromText("359901195809300021")}});
        auto editor = opened(world, "person", world.household);
        set(world, editor, "name", Value::fromText("吴美花"));
        QCOMPARE(codes(editor), QStringList());
        set(world, editor, "id_no", Value::fromText("359901195809300021"));
        QCOMPARE(codes(editor), QStringList{"id_elsewhere id_no"});
        set(world, editor, "id_no", Value::fromText("359902195512311017"));
        QCOMPARE(codes(editor), QStringList());
        set(world, editor, "id_no", Value::fromText("359901195809300021"));
        QVERIFY(editor.commit().has_value()); // a hint, never more
        // The same number within one family is a twin row of the same file, not another family.
        auto same = opened(world, "person", other);
        set(world, same, "id_no", Value::fromText("359901195809300021"));
        QCOMPARE(codes(same), QStringList{"id_elsewhere id_no"}); // because of the first editor's record by now
    }

    void theCardSaysKindLevelAndPerson()
    {
        FormsWorld world;
        auto editor = opened(world, "person", world.household);
        set(world, editor, "disability_no", Value::fromText("35990119580930002143")); // 4 limbs, level 3
        set(world, editor, "disability_type", Value::fromInt(4));
        set(world, editor, "disability_level", Value::fromInt(3));
        set(world, editor, "id_no", Value::fromText("359901195809300021"));
        QCOMPARE(codes(editor), QStringList());
        set(world, editor, "disability_level", Value::fromInt(2));
        QCOMPARE(codes(editor), QStringList{"card_differs disability_level"});
        set(world, editor, "disability_type", Value::fromInt(1));
        set(world, editor, "id_no", Value::fromText("359901195809300013"));
        QCOMPARE(codes(editor),
                 (QStringList{"card_differs disability_level", "card_differs disability_type", "card_differs id_no"}));
    }

    void theSameVisitTwice()
    {
        FormsWorld world;
        const auto at = world.time - 3600'000;
        world.make("visit", world.household,
                   {{"mode", Value::fromInt(1)}, {"outcome", Value::fromInt(1)}, {"occurred_at", Value::fromInt(at)}});
        auto editor = opened(world, "visit", world.household);
        set(world, editor, "mode", Value::fromInt(1));
        set(world, editor, "occurred_at", Value::fromInt(world.time));
        set(world, editor, "purpose", Value::fromTrusted("[]"));
        QCOMPARE(codes(editor), QStringList{"noted_twice occurred_at"});
        set(world, editor, "mode", Value::fromInt(2)); // a call after the visit is another thing
        QCOMPARE(codes(editor), QStringList());
        set(world, editor, "mode", Value::fromInt(1));
        set(world, editor, "occurred_at", Value::fromInt(world.time - 86'400'000));
        QCOMPARE(codes(editor), QStringList());
    }

    void morePeopleThanThereAre()
    {
        FormsWorld world; // one person in the family
        auto editor = opened(world, "visit", world.household);
        set(world, editor, "mode", Value::fromInt(1));
        set(world, editor, "outcome", Value::fromInt(1));
        const auto people = [&](int count) {
            std::string list = "[";
            for (int i = 0; i < count; ++i)
                list += (i == 0 ? "" : ",") + ('"' + makeRecordId(world.time + i, world).text() + '"');
            return Value::fromTrusted(list + "]");
        };
        set(world, editor, "served", people(4));
        QCOMPARE(codes(editor), QStringList());
        set(world, editor, "served", people(5));
        QCOMPARE(codes(editor), QStringList{"many_served served"});
    }
};

QTEST_GUILESS_MAIN(NeighbourHintsTest)
#include "tst_neighbour_hints.moc"
